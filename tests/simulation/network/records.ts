import type { Lead } from '../../../lib/lead/schema.ts'
import type { Asked, Crm } from './crm.ts'

const DAY = 24 * 3600 * 1000

/** How CRMs without an upsert differ. */
export interface Manners {
  /** How long after a write the search doesn't show it yet, in milliseconds. */
  lag: number
  /** How long the connector takes that to be. */
  assumed: number
  /** Whether a record made twice with the same key is one, for as long as keys are kept: a day. */
  hasKeys: boolean
  /** Whether a note can be found again. */
  findsNotes: boolean
}

export const MANNERS = {
  marker: { lag: 7000, assumed: 10_000, hasKeys: false, findsNotes: true },
  key: { lag: 0, assumed: 0, hasKeys: true, findsNotes: true },
  notes: { lag: 0, assumed: 0, hasKeys: false, findsNotes: false },
} as const satisfies Record<string, Manners>

interface Kept {
  id: string
  kind: 'contact' | 'note'
  marker: string
  at: number
  lead: Lead
}

/** What the connector of such a CRM asks. */
export type RecordAsk =
  | { do: 'make'; kind: Kept['kind']; marker: string; lead: Lead }
  | { do: 'find'; kind: Kept['kind']; marker: string }
  | { do: 'update'; id: string; lead: Lead }

const asRecord = ({ body }: Asked) => body as RecordAsk

/** The marker of a record of this lead; a note belongs to one revision. */
export const markerOf = (kind: Kept['kind'], { id, revision }: Lead) =>
  kind === 'contact' ? id : `${id}/${revision}`

/** A CRM in which each request makes, finds or changes one record. */
export function recordCrm(
  { lag, hasKeys, findsNotes }: Manners,
  refuses: (lead: Lead) => boolean,
): Crm {
  const kept: Kept[] = []
  let made = 0

  function make({ kind, marker, lead }: Extract<RecordAsk, { do: 'make' }>, now: number) {
    if (refuses(lead)) return { refused: true }
    const same = kept.find(each => each.kind === kind && each.marker === marker)
    if (hasKeys && same !== undefined && now - same.at < DAY) return { id: same.id }
    made += 1
    kept.push({ id: `${kind}-${made}`, kind, marker, at: now, lead })
    return { id: `${kind}-${made}` }
  }

  function find({ kind, marker }: Extract<RecordAsk, { do: 'find' }>, now: number) {
    if (kind === 'note' && !findsNotes) return { id: null }
    const shown = kept.filter(each => now - each.at >= lag)
    const found = shown.find(each => each.kind === kind && each.marker === marker)
    return { id: found?.id ?? null }
  }

  function update({ id, lead }: Extract<RecordAsk, { do: 'update' }>) {
    const found = kept.find(each => each.id === id)
    if (found !== undefined && found.lead.revision < lead.revision) found.lead = lead
    return found === undefined ? {} : { id }
  }

  return {
    leadsOf(ask) {
      const record = asRecord(ask)
      if (record.do === 'find') return []
      const { lead } = record
      return [{ lead: lead.id, revision: lead.revision, text: JSON.stringify(lead) }]
    },
    sizeOf: () => 1,
    serve(ask, now) {
      const record = asRecord(ask)
      if (record.do === 'make') return make(record, now)
      return record.do === 'find' ? find(record, now) : update(record)
    },
    changed: (json, { item, told }) => (item === undefined && told === undefined ? json : {}),
    took(ask, { status, json }) {
      const record = asRecord(ask)
      const { id } = (json ?? {}) as { id?: string }
      if (record.do !== 'update' || status !== 200 || id === undefined) return []
      return [{ lead: record.lead.id, revision: record.lead.revision }]
    },
    cards(connection) {
      const of = (lead: string, kind: Kept['kind']) =>
        kept.filter(each => each.kind === kind && each.marker.split('/')[0] === lead)
      const leads = new Set(kept.map(({ marker }) => marker.split('/')[0] as string))
      return [...leads].map(lead => {
        const records = of(lead, 'contact').map(record => ({
          ...{ revision: record.lead.revision, text: JSON.stringify(record.lead) },
        }))
        const notes: Record<number, number> = {}
        for (const { marker } of of(lead, 'note')) {
          const revision = Number(marker.split('/')[1])
          notes[revision] = (notes[revision] ?? 0) + 1
        }
        return { connection, lead, records, notes }
      })
    },
  }
}
