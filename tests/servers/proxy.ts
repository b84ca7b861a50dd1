import { once } from 'node:events'
import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { type Heard, type Listening, listen } from './listen.ts'

/** What the server behind answered, to be passed on or not. */
interface Answer {
  readonly status: number
  readonly headers: Record<string, string | string[]>
  readonly body: Buffer
}

/** What happens between the two: `forward` asks the server behind, `reply` answers in front. */
type Between = (
  heard: Heard,
  response: ServerResponse,
  forward: () => Promise<Answer>,
) => Promise<unknown> | unknown

export interface Proxy extends Listening {
  /** What happens from now on; without an argument everything is passed on. */
  on(between?: Between): void
}

/** Stands in front of a CRM and passes everything on, or what a story says. */
export async function startProxy(target: string, between: Between = passOn): Promise<Proxy> {
  let current = between
  const server = await listen(async (heard, response) => {
    try {
      await current(heard, response, () => forward(target, heard))
    } catch {
      response.destroy() // the server behind is gone, and so are we for whoever asked
    }
  })
  return {
    ...server,
    on(next = passOn) {
      current = next
    },
  }
}

/** Passes the request on, and the answer back. */
const passOn: Between = async (_heard, response, forward) => reply(response, await forward())

/** Passes the request on, and takes away all by which a browser would let an extension read the answer. */
export const withoutCors: Between = async (_heard, response, forward) => {
  const { headers, ...answer } = await forward()
  const closed = Object.entries(headers).filter(([name]) => !/^access-control-/.test(name))
  reply(response, { ...answer, headers: Object.fromEntries(closed) })
}

/** Answers with what the server behind answered. */
export function reply(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, headers).end(body)
}

/** With the host's name as it was asked for, so that the links in answers lead through the proxy. */
async function forward(target: string, { method, path, headers, body }: Heard): Promise<Answer> {
  const request = ask(new URL(path, target), { method, headers, agent: false })
  request.end(body)
  const [answer] = (await once(request, 'response')) as [IncomingMessage]
  const { connection: _, 'transfer-encoding': __, ...kept } = answer.headers
  return {
    status: answer.statusCode ?? 502,
    headers: kept as Answer['headers'],
    body: await buffer(answer),
  }
}
