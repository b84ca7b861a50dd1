import type { Lead } from '../../../../lib/crm/open/contract.ts'
import { someLeads } from '../../kit/leads.ts'

export interface Options {
  /** The most leads in a request; 0 for as many as it likes. */
  readonly batch: number
}

/** One way of sending leads that lie in the browser. */
export interface Candidate {
  /** Puts leads where they wait. */
  seed(leads: Lead[]): Promise<void>
  /** Opens what it needs and sends them all. */
  send(options: Options): Promise<unknown>
  /** How many leads it has down as sent, and whether any is left. */
  recorded(): Promise<{ sent: number; left: number }>
}

const KILOBYTE = 1024
const size = (lead: Lead) => new TextEncoder().encode(JSON.stringify(lead)).byteLength

/** Lengthens the note, until a lead has a kilobyte as JSON. */
export function ofAKilobyte(lead: Lead): Lead {
  const missing = KILOBYTE - size(lead)
  return { ...lead, note: `${lead.note} ${'Pallets in May. '.repeat(64)}`.slice(0, missing + 48) }
}

/** Offers a candidate to the harness, by name. */
export function offer({ seed, send, recorded }: Candidate): void {
  const bench = {
    seed: (count: number) => seed(someLeads(count).map(ofAKilobyte)),
    async send(options: Options) {
      const begun = performance.now()
      await send(options)
      return performance.now() - begun
    },
    recorded,
  }
  Object.assign(globalThis, { bench })
}
