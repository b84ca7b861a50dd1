import type { BatchResult } from '../../../lib/crm/open/contract.ts'
import { answer } from '../../servers/endpoint.ts'
import { forExtensions, redirect } from '../../servers/faults.ts'
import type { Handle } from '../../servers/listen.ts'

/** The hosts that stand behind the gate. */

export const SOCIAL = ['www.linkedin.com', 'www.facebook.com'] as const
export const CRM = 'crm.example.com'
/** A CRM that leads on to another host. */
export const MOVED = 'moved.example.com'
export const TARGET = 'target-of-redirect.example.com'

/** The names of the connection list: on the page, and nowhere else in the world. */
export const CONNECTIONS = Array.from(
  { length: 50 },
  (_, index) => `Sample Kanari-${String(index + 1).padStart(2, '0')} Connection`,
)
const PAGE_SIZE = 10
const COOKIE = 'kanari-session-of-the-person'

/**
 * What the browser hands over with a click on our entry in its menu: in the text that is selected on
 * a list of people, and in the address of a single profile that nobody ticks. */
export const SELECTED = { list: 'kanari-in-the-list', profile: 'kanari-of-a-profile' } as const

/** Everything of the social network that has to stay there. */
export const SOCIAL_CANARIES = [...CONNECTIONS, COOKIE, ...Object.values(SELECTED)]

/** A network on which somebody is signed in and looks through their connections. */
const social: Handle = ({ path }, response) => {
  const { pathname, searchParams } = new URL(path, 'https://stand-in.example')
  if (pathname === '/api/connections') {
    const from = Number(searchParams.get('from'))
    return answer(response, 200, CONNECTIONS.slice(from, from + PAGE_SIZE))
  }
  const name = CONNECTIONS[Number(/^\/in\/(\d+)$/.exec(pathname)?.[1])]
  response
    .writeHead(200, { 'content-type': 'text/html', 'set-cookie': `session=${COOKIE}; Path=/` })
    .end(name === undefined ? LIST : profileOf(name))
}

const HEAD = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">'

const profileOf = (name: string) =>
  `${HEAD}<title>${name}</title><h1>${name}</h1><p>Works at Example AS</p>`

const LIST = `${HEAD}<title>Connections</title><ul></ul><button>Show more</button><script>
  const list = document.querySelector('ul')
  async function more() {
    const answer = await fetch('/api/connections?from=' + list.children.length)
    for (const name of await answer.json()) {
      const link = document.createElement('a')
      link.textContent = name
      link.href = '/in/' + list.children.length
      list.appendChild(document.createElement('li')).append(link)
    }
  }
  document.querySelector('button').onclick = more
  more()
</script>`

const ME = {
  api: 1,
  crm: { name: 'Example CRM', version: '1' },
  user: { id: '1', name: 'Sample Colleague' },
  limits: { batch: 500, bodyBytes: 2 * 1024 * 1024 },
}

/** A CRM that takes everything, also what it should never be sent. */
const crm: Handle = ({ method, path, body }, response) => {
  if (method === 'GET' && path === '/api/v1/me') return answer(response, 200, ME)
  if (path === '/api/v1/matches') return answer(response, 200, { matches: [], choices: true })
  if (path !== '/api/v1/leads/batch') return answer(response, 404, {})
  const { leads } = JSON.parse(body) as { leads: { id: string }[] }
  const results: BatchResult[] = leads.map(({ id }) => ({
    ...{ id, status: 'created' },
    card: { id, url: `https://${CRM}/cards/${id}` },
  }))
  return answer(response, 200, { results })
}

export const SITES: Readonly<Record<string, Handle>> = {
  ...Object.fromEntries(SOCIAL.map(host => [host, social])),
  [CRM]: forExtensions(crm),
  [MOVED]: forExtensions(redirect(307, ({ path }) => `https://${TARGET}${path}`)),
  [TARGET]: forExtensions(crm),
}
