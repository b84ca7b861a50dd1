import { type AddressFault, parseAddress } from '../crm/address.ts'
import { isToken } from '../crm/http.ts'
import { isOfTheCrm } from '../lead/problem.ts'
import { askFor, isGranted, trimGrants } from '../settings/grants.ts'
import { saveConnection } from '../settings/secret.ts'
import { Database } from '../store/database.ts'
import { requeueRows } from '../store/requeue.ts'
import { knock } from '../sync/knock.ts'
import { sendWork } from '../sync/messages.ts'

export type Saved = { ok: true; address: string } | { ok: false; fault: AddressFault | 'bad-token' }

/**
 * Keeps a CRM connection. Leads that were promoted to this very CRM and wait for it to be put right
 * are sent; those that were promoted to another one stay and ask.
 *
 * @param token what was typed; empty keeps the token of this very address
 */
export async function connect(address: string, token: string, db = new Database()): Promise<Saved> {
  const parsed = parseAddress(address)
  if (!parsed.ok) return parsed
  const { base } = parsed.endpoint
  const typed = token.trim()
  if (typed !== '' && !isToken(typed)) return { ok: false, fault: 'bad-token' }
  const now = await saveConnection(base, typed, await isGranted(base), () => crypto.randomUUID())
  await trimGrants(base)
  knock()
  await requeueRows(
    db,
    now.id,
    (row, problem) => row.connectionId === now.id && isOfTheCrm(problem),
  )
  void sendWork().catch(() => undefined) // the alarm finds it
  return { ok: true, address: base }
}

/**
 * Asks the browser's own question whether we may read a CRM's answers. Must be the first thing that
 * a click handler does; never asks for an address that no CRM can have.
 *
 * @param address as it was typed
 * @returns whether it was allowed
 */
export async function allowAccess(address: string): Promise<boolean> {
  const parsed = parseAddress(address)
  return parsed.ok && askFor(parsed.endpoint.base)
}
