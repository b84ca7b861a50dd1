import type { Transaction } from 'kysely'
import type { Lead } from '../../lib/crm/open/contract.ts'
import type { CompanyKeys } from '../identity/company-keys.ts'
import type { Write } from './run-together.ts'
import { searchWords } from './search-words.ts'
import type { Tables } from './tables.ts'

/** Makes the card of a company that has none, as one lead describes it. */
export function makeCard(
  tx: Transaction<Tables>,
  { id, mainContactId }: { id: string; mainContactId: string },
  { company, relation }: Lead,
  keys: CompanyKeys,
): Write {
  const { name, number = null, website = null } = company
  return tx.insertInto('card').values({
    id,
    name,
    number,
    website,
    relation,
    main_contact_id: mainContactId,
    search: searchWords([name, number, website, keys.number, keys.domain, keys.name]),
  })
}
