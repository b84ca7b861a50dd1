import { type BatchResult, batchAnswerSchema } from '../../../lib/crm/open/contract.ts'
import type { Lead } from '../../../lib/lead/schema.ts'
import type { Asked, Crm } from './crm.ts'

const leadsIn = ({ body }: Asked) => (body as { leads: Lead[] }).leads

/** A CRM that speaks the open endpoint: one record for each id, and the highest revision wins. */
export function openCrm(refuses: (lead: Lead) => boolean): Crm {
  const kept = new Map<string, Lead>()

  function upsert(lead: Lead): BatchResult {
    const { id } = lead
    if (refuses(lead)) return { id, status: 'rejected', problem: problemOf(422) }
    const before = kept.get(id)
    const isNews = before === undefined || before.revision < lead.revision
    if (isNews) kept.set(id, lead)
    const card = { id: `card-${id}`, url: `https://crm.example.com/cards/${id}` }
    const status = before === undefined ? 'created' : isNews ? 'updated' : 'unchanged'
    return { id, status, card }
  }

  return {
    leadsOf: ask =>
      leadsIn(ask).map(lead => ({
        ...{ lead: lead.id, revision: lead.revision, text: JSON.stringify(lead) },
      })),
    sizeOf: ask => leadsIn(ask).length,
    serve(ask, _now, share) {
      const leads = leadsIn(ask)
      return { results: leads.slice(0, Math.ceil(leads.length * share)).map(upsert) }
    },
    changed(json, { item, told }) {
      const { results } = json as { results: BatchResult[] }
      const status = 'rejected' as const
      if (item)
        return { results: results.map(({ id }) => ({ id, status, problem: problemOf(item) })) }
      return told === undefined ? json : { results: results.slice(0, results.length * told) }
    },
    took(ask, { status, json }) {
      const read = batchAnswerSchema.safeParse(json)
      if (status !== 200 || !read.success) return []
      const fine = read.data.results.filter(result => result.status !== 'rejected')
      return leadsIn(ask)
        .filter(({ id }) => fine.some(result => result.id === id))
        .map(({ id, revision }) => ({ lead: id, revision }))
    },
    cards: connection =>
      [...kept.values()].map(lead => ({
        ...{ connection, lead: lead.id, notes: {} },
        records: [{ revision: lead.revision, text: JSON.stringify(lead) }],
      })),
  }
}

const problemOf = (status: number) => ({ type: 'about:blank', title: 'Planted', status })
