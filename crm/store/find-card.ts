import type { Transaction } from 'kysely'
import { type CardCandidate, chooseCard } from '../identity/choose-card.ts'
import type { CompanyKeys } from '../identity/company-keys.ts'
import type { CardKeyKind, Tables } from './tables.ts'
import type { Earlier } from './write-conversation.ts'

const LIST = { number: 'numbers', domain: 'domains', name: 'names' } as const

/**
 * The card for a company, and a hold on every card that was thought of: until the transaction ends
 * nobody else adds to them. The caller already holds the keys themselves.
 *
 * @returns the card's id, or null where one must be made
 */
export async function findCard(
  tx: Transaction<Tables>,
  keys: CompanyKeys,
  earlier: Earlier | undefined,
): Promise<string | null> {
  const held = await tx
    .selectFrom('card')
    .select('id')
    .where(eb =>
      eb.or([
        eb(
          'id',
          'in',
          eb
            .selectFrom('card_key')
            .select('card_id')
            .where(key => key.or(asPairs(keys).map(pair => key.and(pair)))),
        ),
        ...(earlier === undefined ? [] : [eb('id', '=', earlier.cardId)]),
      ]),
    )
    .orderBy('id')
    .forUpdate()
    .execute()
  if (held.length === 0) return null
  const candidates = await readCandidates(
    tx,
    held.map(card => card.id),
  )
  return chooseCard(keys, candidates, earlier && (await readCurrent(tx, earlier)))
}

function asPairs(keys: CompanyKeys): { kind: CardKeyKind; value: string }[] {
  const kinds = ['number', 'domain', 'name'] as const
  return kinds.flatMap(kind => {
    const value = keys[kind]
    return value === null ? [] : [{ kind, value }]
  })
}

async function readCandidates(tx: Transaction<Tables>, ids: string[]): Promise<CardCandidate[]> {
  const rows = await tx
    .selectFrom('card_key')
    .innerJoin('card', 'card.id', 'card_key.card_id')
    .select(['card.id', 'card_key.kind', 'card_key.value'])
    .where('card.id', 'in', ids)
    .orderBy('card.created_at')
    .orderBy('card.id')
    .execute()
  const cards = new Map<string, CardCandidate>()
  for (const row of rows) {
    const card = cards.get(row.id) ?? { id: row.id, numbers: [], domains: [], names: [] }
    card[LIST[row.kind]].push(row.value)
    cards.set(row.id, card)
  }
  return [...cards.values()]
}

async function readCurrent(tx: Transaction<Tables>, earlier: Earlier) {
  const others = await tx
    .selectFrom('conversation')
    .select(['number_key', 'domain_key'])
    .distinct()
    .where('card_id', '=', earlier.cardId)
    .where('lead_id', '<>', earlier.leadId)
    .execute()
  return {
    id: earlier.cardId,
    numbers: others.flatMap(other => other.number_key ?? []),
    domains: others.flatMap(other => other.domain_key ?? []),
    shared: others.length > 0,
  }
}
