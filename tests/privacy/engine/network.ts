/** A request as the platform would put it on the wire, but for what the platform adds itself. */
export interface Sent {
  /** Milliseconds since the epoch, by the injected clock. */
  readonly at: number
  readonly method: string
  readonly url: string
  /** Names in lower case, in the platform's order. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** What the browser is told to do with it: cookies, redirects, referrer. */
  readonly manners: Readonly<Record<string, string>>
}

/** What a CRM does with one request. */
export type Reply = 'takes it' | 'takes it, and the answer is lost' | 'is down' | number

/**
 * A network that writes down what it is asked, and answers as it is told, request by request; when
 * it was told no more, all goes well.
 */
export function recordNetwork(now: () => number, replies: readonly Reply[]) {
  const sent: Sent[] = []
  const left = [...replies]

  async function network(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init)
    const { method, url, headers, credentials, redirect, referrerPolicy, mode, cache } = request
    const body = await request.text()
    const manners = { credentials, redirect, referrerPolicy, mode, cache }
    sent.push({ at: now(), method, url, headers: Object.fromEntries(headers), body, manners })
    if (method === 'GET') throw new TypeError('Failed to fetch') // the probe for a redirect
    const reply = left.shift() ?? 'takes it'
    if (reply === 'is down' || reply === 'takes it, and the answer is lost') {
      throw new TypeError('Failed to fetch')
    }
    if (typeof reply === 'number') {
      return Response.json({}, { status: reply, headers: { 'retry-after': '120' } })
    }
    const { leads } = JSON.parse(body) as { leads: { id: string }[] }
    return Response.json({ results: leads.map(({ id }) => ({ id, status: 'created' })) })
  }

  return { network, sent }
}
