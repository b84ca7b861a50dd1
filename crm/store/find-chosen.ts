import type { Transaction } from 'kysely'
import type { CompanyKeys } from '../identity/company-keys.ts'
import type { Tables } from './tables.ts'
import type { Earlier } from './write-conversation.ts'

/**
 * The contact that whoever promoted a lead chose, and a hold on its card and on the one that the lead
 * leaves. Null where that contact is gone or never was, or where the lead's company has another
 * organisation number than the card: then the lead is taken as if nothing had been chosen.
 *
 * @param chosenId as it was sent
 */
export async function findChosen(
  tx: Transaction<Tables>,
  chosenId: string,
  company: CompanyKeys,
  earlier: Earlier | undefined,
): Promise<{ cardId: string; contactId: string } | null> {
  if (!UUID.test(chosenId)) return null
  const held = await tx
    .selectFrom('card')
    .select('id')
    .where(eb =>
      eb.or([
        eb('id', 'in', eb.selectFrom('contact').select('card_id').where('id', '=', chosenId)),
        ...(earlier === undefined ? [] : [eb('id', '=', earlier.cardId)]),
      ]),
    )
    .orderBy('id')
    .forUpdate()
    .execute()
  // Looked for only now that nobody else can move or remove it.
  const contact = await tx
    .selectFrom('contact')
    .select(['id', 'card_id'])
    .where('id', '=', chosenId)
    .executeTakeFirst()
  if (contact === undefined || held.every(({ id }) => id !== contact.card_id)) return null
  if (await isOtherCompany(tx, contact.card_id, company)) return null
  return { cardId: contact.card_id, contactId: contact.id }
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** A number is one company's: no card has two, and no two cards one. */
async function isOtherCompany(
  tx: Transaction<Tables>,
  cardId: string,
  { number }: CompanyKeys,
): Promise<boolean> {
  if (number === null) return false
  const row = await tx
    .selectFrom('card_key')
    .select('value')
    .where('kind', '=', 'number')
    .where(eb =>
      eb.or([
        eb.and([eb('card_id', '=', cardId), eb('value', '<>', number)]),
        eb.and([eb('card_id', '<>', cardId), eb('value', '=', number)]),
      ]),
    )
    .executeTakeFirst()
  return row !== undefined
}
