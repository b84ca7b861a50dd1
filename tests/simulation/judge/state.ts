import type { Tables } from '../disk/disk.ts'

/**
 * What holds of the tables after every transaction; what it says is what is wrong.
 *
 * @param byUser whether somebody pressed for it
 */
export function wrongIn(before: Tables, after: Tables, byUser: boolean): string[] {
  return [
    ...leftAlone(before, after, byUser),
    ...[...after.outbox.values()].flatMap(row => {
      const frozen = after.frozen.get(row.seq)
      const isThere = frozen?.leadId === row.leadId && frozen.revision === row.revision
      return isThere ? [] : [`I1: ${row.leadId} is in the outbox without its frozen lead`]
    }),
    ...leasesOf(after),
  ]
}

/** Nothing goes, and nothing frozen is rewritten, unless somebody pressed for it. */
function leftAlone(before: Tables, after: Tables, byUser: boolean): string[] {
  const wrong: string[] = []
  for (const id of before.drafts.keys()) {
    if (!after.drafts.has(id)) wrong.push(`I6: the draft ${id} is gone`)
  }
  if (byUser) return wrong
  for (const [id, row] of before.outbox) {
    const now = after.outbox.get(id)
    if (now === undefined) wrong.push(`I6: ${id} is gone from the outbox`)
    else if (now.revision !== row.revision || now.seq !== row.seq) {
      wrong.push(`I4: ${id} has another key than before`)
    }
    if (row.confirmed !== undefined && (now?.confirmed?.revision ?? 0) < row.confirmed.revision) {
      wrong.push(`I6: what the CRM confirmed of ${id} is forgotten`)
    }
  }
  for (const [seq, row] of before.frozen) {
    if (after.frozen.get(seq) !== row) wrong.push(`I4: the frozen lead ${seq} was changed`)
  }
  return wrong
}

/** A lead is in one request at most, and it waits meanwhile. */
function leasesOf({ leases, outbox }: Tables): string[] {
  const leads = [...leases.values()].flatMap(lease => lease.leads)
  const twice = leads.length - new Set(leads.map(({ leadId }) => leadId)).size
  return [
    ...(twice > 0 ? ['I1: a lead is in two requests'] : []),
    ...leads
      .filter(({ leadId }) => outbox.get(leadId)?.phase !== 'queued')
      .map(({ leadId }) => `I1: ${leadId} is in a request, but doesn't wait`),
  ]
}
