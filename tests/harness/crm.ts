import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { end, tie, waitForText } from './child.ts'

const MAIN = fileURLToPath(new URL('../../crm/main.ts', import.meta.url))
const READY = /Kundekort CRM ready: (http:\S+) token: (\S+)/

/** A running embedded CRM. */
export interface Crm {
  readonly address: string
  readonly token: string
  /** A request to its API, signed in: `api('/api/v1/me')`. */
  api(path: string, init?: RequestInit): Promise<Response>
  /** A link that signs a browser in once and leads to a page: `signInLink('/cards/1')`. */
  signInLink(next?: string): Promise<string>
  stop(signal?: NodeJS.Signals): Promise<void>
}

export interface CrmOptions {
  /** A folder, or `memory`. */
  readonly data?: string
  /** 0 takes a free one. */
  readonly port?: number
  readonly token?: string
  readonly env?: Record<string, string>
}

/**
 * Starts the embedded CRM as a process of its own and waits until it is ready.
 * @throws with what it said, when it does not come up
 */
export async function startCrm(options: CrmOptions = {}): Promise<Crm> {
  const { data = 'memory', port = 0, token, env } = options
  const child = spawn(process.execPath, [MAIN], {
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: String(port),
      CRM_DATA: data,
      ...(token && { CRM_TOKEN: token }),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  tie(child)
  const [, address = '', key = ''] = await waitForText(child, [child.stdout, child.stderr], READY)
  const api = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    headers.set('authorization', `Bearer ${key}`)
    return fetch(new URL(path, address), { ...init, headers })
  }
  return {
    address,
    token: key,
    api,
    async signInLink(next = '/') {
      const answer = await api('/api/v1/sign-in-links', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ next }),
      })
      if (!answer.ok) throw new Error(`No sign-in link: ${answer.status} ${await answer.text()}`)
      return ((await answer.json()) as { url: string }).url
    },
    stop: signal => end(child, signal),
  }
}
