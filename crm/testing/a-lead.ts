import { randomUUID } from 'node:crypto'
import type { Lead } from '../../lib/crm/open/contract.ts'

type Parts = Partial<Omit<Lead, 'person' | 'company'>> & {
  person?: Partial<Lead['person']>
  company?: Partial<Lead['company']>
}

/** A valid and boring lead; a test names only what it is about. */
export function aLead({ person, company, ...rest }: Parts = {}): Lead {
  return {
    id: randomUUID(),
    revision: 1,
    person: { name: 'Sample Person', emails: [], phones: [], ...person },
    company: { name: 'Example AS', ...company },
    meeting: {},
    relation: 'prospect',
    tags: [],
    activities: [],
    ...rest,
  }
}

/** The next revision of a lead, with what has changed in it. */
export function revised(lead: Lead, { person, company, ...rest }: Parts = {}): Lead {
  return {
    ...lead,
    revision: lead.revision + 1,
    ...rest,
    person: { ...lead.person, ...person },
    company: { ...lead.company, ...company },
  }
}
