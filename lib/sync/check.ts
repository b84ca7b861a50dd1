import { parseAddress } from '../crm/address.ts'
import type { Finding } from '../crm/finding.ts'
import type { Door } from '../crm/http.ts'
import { openConnector } from '../crm/open/connector.ts'
import { connection } from '../settings/connection.ts'
import { isGranted } from '../settings/grants.ts'
import { tokenOf } from '../settings/secret.ts'
import { sessionTo } from './line.ts'

/**
 * Tests a connection before or after it is kept.
 *
 * @param typed the token in the form; empty for the one that is kept for this very address
 */
export async function checkConnection(
  door: Door,
  address: string,
  typed: string,
): Promise<Finding[]> {
  const parsed = parseAddress(address)
  if (!parsed.ok) return [{ code: parsed.fault }]
  const { base } = parsed.endpoint
  const token = typed === '' ? await keptToken(base) : typed
  if (token === undefined) return [{ code: 'token-missing' }]
  const findings = await openConnector.check(sessionTo(door, base, token))
  const granted = await isGranted(base)
  return findings.map(finding => (granted ? finding : whileClosed(finding)))
}

/**
 * Without the grant for its origin, an address that answers but isn't open to extensions and one
 * that doesn't answer at all are the same silence to us. Telling them apart would take a request
 * that follows redirects, to wherever they lead; so we ask for the grant instead and test again.
 */
const whileClosed = (finding: Finding): Finding =>
  finding.code === 'unreachable' ? { code: 'closed-or-silent' } : finding

async function keptToken(address: string): Promise<string | undefined> {
  const kept = await connection.read()
  return kept?.address === address ? tokenOf(kept) : undefined
}
