import { companyText } from '../lead/match/company.ts'
import { keysOf } from '../lead/match/known.ts'
import type { DraftRow, KnownRow } from './rows.ts'

/** What somebody is looked up by. */
export function knownRow({
  id,
  order,
  fields,
}: Pick<DraftRow, 'id' | 'order' | 'fields'>): KnownRow {
  const firm = companyText(fields.company).slice(0, 60)
  return { id, order, keys: keysOf(fields), ...(firm !== '' && { firm }) }
}
