import type { Passed } from './gate.ts'

/**
 * What Chromium asks for itself, without any extension, for all that its flags say: who is signed
 * in, updates, the time, what to block, models. Nothing else is overlooked at the gate, not even
 * another path of these hosts.
 */
const OWN = [
  'https://accounts.google.com/ListAccounts',
  'https://android.clients.google.com/checkin',
  'https://clientservices.googleapis.com/chrome-variations/seed',
  'https://optimizationguide-pa.googleapis.com/v1:',
  'https://safebrowsing.googleapis.com/v',
  'https://update.googleapis.com/service/update2/json',
  'http://update.googleapis.com/service/update2/json',
  'http://clients2.google.com/time/1/current',
]

/** Whether a request is the browser's own: as listed above, and not made by an extension. */
export function isBrowsersOwn({ origin, path, headers }: Passed): boolean {
  const isListed = OWN.some(address => `${origin}${path}`.startsWith(address))
  return isListed && !String(headers.origin ?? '').startsWith('chrome-extension:')
}
