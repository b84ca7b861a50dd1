import type { Item } from '../../lib/crm/connector.ts'
import type { Lead } from '../../lib/lead/schema.ts'
import { anId } from './drafts.ts'

/** A lead as it was promoted; override what the test is about. */
export function aLead(change: Partial<Lead> = {}): Lead {
  return {
    id: anId(),
    revision: 1,
    person: { name: 'Sample Person', emails: [], phones: [] },
    company: { name: 'Example AS' },
    meeting: {},
    relation: 'prospect',
    tags: [],
    activities: [],
    ...change,
  }
}

/** A lead that nothing was tried with yet. */
export const anItem = (lead: Lead): Item => ({ lead, isUnclear: false, done: {} })
