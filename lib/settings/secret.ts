import * as z from 'zod/mini'
import { type Connection, connection } from './connection.ts'
import { item } from './item.ts'

/**
 * The token of that CRM, under a key of its own, so that nothing which shows, exports or watches
 * the connection comes across it, and no page that promotes loads this. Only the worker and the form that replaces it touch this.
 */
const secret = item(
  'secret',
  z.strictObject({
    connectionId: z.uuid(),
    token: z.string().check(z.minLength(1), z.maxLength(4096)),
  }),
)

/** Names that connections had, by their addresses: a lead that goes back to one is known there. */
const names = item('connection-names', z.record(z.string(), z.uuid()))

/**
 * Keeps a connection and, where one was typed, its token.
 *
 * @param address as `parseAddress` writes it
 * @param token what was typed; empty keeps the token of this very address, and no other one's
 * @param granted whether the browser grants access to this address
 * @param newId makes a UUIDv4
 * @returns the connection as it stands now
 */
export async function saveConnection(
  address: string,
  token: string,
  granted: boolean,
  newId: () => string,
): Promise<Connection> {
  const before = await connection.read()
  const same = before?.address === address ? before : undefined
  const known = (await names.read()) ?? {}
  const id = same?.id ?? known[address] ?? newId()
  const next: Connection = { connector: 'open', address, granted, id }
  await names.write({ ...known, [address]: id })
  if (token !== '') await secret.write({ connectionId: next.id, token })
  else if (same === undefined) await secret.remove()
  await connection.write(next)
  return next
}

/** The token that belongs to this connection; never another one's. */
export async function tokenOf(of: Connection): Promise<string | undefined> {
  const kept = await secret.read()
  return kept?.connectionId === of.id ? kept.token : undefined
}
