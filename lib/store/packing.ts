import type { Card, LeaseRow, OutboxRow, SettledRow } from './rows.ts'

/**
 * Many leads in one row, column by column: to write and to read that takes a fraction of what a row
 * or an object for each takes. Pure.
 */

type OnCard = Extract<OutboxRow, { phase: 'on-card' }>

/** Whether it says no more than that the CRM has this very revision. */
export function isSettled(row: OutboxRow): row is OnCard {
  if (row.phase !== 'on-card' || row.edited) return false
  const { confirmed, revision, seq } = row
  const isWhole = confirmed.revision === revision && confirmed.seq === seq
  return isWhole && !row.unclear && !row.isMissing && row.failingSince === undefined
}

/** Packs settled leads, one row for those of one connection. */
export function packed(rows: readonly OnCard[]): SettledRow[] {
  return [...Map.groupBy(rows, row => row.connectionId)].map(([connectionId, together]) => ({
    connectionId,
    leadIds: together.map(({ leadId }) => leadId),
    revisions: together.map(({ revision }) => revision),
    seqs: together.map(({ seq }) => seq),
    attempts: together.map(({ attempts }) => attempts),
    cardIds: together.map(({ confirmed }) => confirmed.card?.id),
    urls: together.map(({ confirmed }) => confirmed.card?.url),
    ...moreOf(together.map(({ confirmed }) => confirmed.card)),
  }))
}

function moreOf(cards: (Card | undefined)[]): Pick<SettledRow, 'more'> {
  const more = cards.map(card => {
    if (card === undefined) return undefined
    const { id: _id, url: _url, ...rest } = card
    return Object.keys(rest).length > 0 ? rest : undefined
  })
  return more.some(each => each !== undefined) ? { more } : {}
}

/** What a settled row says of the lead at one place in it. */
export function unpacked(row: SettledRow, index: number): OnCard {
  const [revision, seq] = [row.revisions[index] ?? 0, row.seqs[index] ?? 0]
  const [id, url] = [row.cardIds[index], row.urls[index]]
  const card: Card | undefined =
    id === undefined ? undefined : { id, ...(url && { url }), ...row.more?.[index] }
  return {
    ...{ leadId: row.leadIds[index] ?? '', revision, connectionId: row.connectionId, seq },
    ...{ attempts: row.attempts[index] ?? 0, phase: 'on-card' },
    confirmed: { revision, seq, ...(card && { card }) },
  }
}

/** A lease as it is kept. */
export interface PackedLease {
  id: string
  owner: string
  until: number
  leadIds: string[]
  revisions: number[]
  seqs: number[]
}

export const packedLease = ({ leads, ...lease }: LeaseRow): PackedLease => ({
  ...lease,
  leadIds: leads.map(({ leadId }) => leadId),
  revisions: leads.map(({ revision }) => revision),
  seqs: leads.map(({ seq }) => seq),
})

export const unpackedLease = ({ leadIds, revisions, seqs, ...lease }: PackedLease): LeaseRow => ({
  ...lease,
  leads: leadIds.map((leadId, index) => ({
    ...{ leadId, revision: revisions[index] ?? 0, seq: seqs[index] ?? 0 },
  })),
})
