import { parseAddress } from '../crm/address.ts'
import type { Session } from '../crm/connector.ts'
import { type Door, DoorError } from '../crm/http.ts'
import { openConnector } from '../crm/open/connector.ts'
import { type Connection, connection } from '../settings/connection.ts'
import { dataConsent } from '../settings/dataConsent.ts'
import { isGranted } from '../settings/grants.ts'
import { tokenOf } from '../settings/secret.ts'
import type { Line } from './run.ts'

/** The way through the door to one address, with one token. */
export function sessionTo(door: Door, address: string, token: string | undefined): Session {
  const parsed = parseAddress(address)
  return {
    async ask(ask) {
      // Parsed when it was saved; a file on disk can be changed since, and then nothing goes out.
      if (!parsed.ok) throw new Error(`The stored address can't be used: ${parsed.fault}`)
      if (!(await dataConsent.maySend())) throw new DoorError('data-off')
      return door.ask(parsed.endpoint, token === undefined ? ask : { ...ask, token })
    },
    pause: ms => new Promise(resolve => setTimeout(resolve, ms)),
    ownLink(url) {
      if (parsed.ok && isPlain(url, parsed.endpoint.origin)) return url
      const link = URL.parse(url)
      return parsed.ok && link?.origin === parsed.endpoint.origin ? link.href : undefined
    },
  }
}

/** Whether it is of this origin, and would be the same once parsed: most are, and there are many. */
const isPlain = (url: string, origin: string) =>
  url.startsWith(origin) && PLAIN_PATH.test(url.slice(origin.length))

const PLAIN_PATH = /^(?:\/[\w-]+)+$/

/** A grant can be taken away in the browser's own pages; then silence is not the CRM's. */
function whileGranted({ address, granted }: Connection, session: Session): Session {
  return {
    ...session,
    async ask(ask) {
      if (granted && !(await isGranted(address))) throw new DoorError('grant-missing')
      return session.ask(ask)
    },
  }
}

/** The CRM as it is configured now, or `undefined` where none is, or none that may be spoken to. */
export async function openLine(door: Door): Promise<Line | undefined> {
  const current = await connection.read()
  if (current === undefined || !parseAddress(current.address).ok) return undefined
  const token = await tokenOf(current)
  const session = whileGranted(current, sessionTo(door, current.address, token))
  return { connectionId: current.id, connector: openConnector, session }
}
