import type { Lead } from '../../lib/crm/open/contract.ts'
import { type Running, sendLeads } from './processes.ts'

export const AT_ONCE = 4
export const BATCH = 10

/**
 * Sends leads, some batches at once, until all are there or the CRM is gone.
 *
 * @param onAcknowledged hears after each answer how many leads were acknowledged so far
 * @returns the card of each lead that was acknowledged, by the lead's id
 */
export async function writeUntilItEnds(
  crm: Running,
  leads: Lead[],
  onAcknowledged: (count: number) => void,
): Promise<Map<string, string>> {
  const acknowledged = new Map<string, string>()
  const batches = Array.from({ length: leads.length / BATCH }, (_, n) =>
    leads.slice(n * BATCH, (n + 1) * BATCH),
  )
  const write = async () => {
    for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
      const results = await sendLeads(crm, batch).catch(() => null)
      if (results === null) return
      for (const { id, card } of results) if (card !== undefined) acknowledged.set(id, card.id)
      onAcknowledged(acknowledged.size)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, write))
  return acknowledged
}
