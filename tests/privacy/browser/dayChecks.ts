import type { MatchRequest } from '../../../lib/crm/open/contract.ts'
import type { Lead } from '../../../lib/lead/schema.ts'
import type { Breach } from '../breach.ts'
import { canariesIn } from '../canary.ts'
import { isBrowsersOwn } from '../gate/browsersOwn.ts'
import type { Passed } from '../gate/gate.ts'
import { type Day, type DayWithUs, PROBE } from './day.ts'
import { KEPT, PROMOTED } from './everything.ts'
import { CRM, MOVED, SOCIAL, SOCIAL_CANARIES, TARGET } from './sites.ts'

/** Compares a day with the extension to one without, and says what broke a promise. */
export const breachesOf = (without: Day, day: DayWithUs): Breach[] => [
  ...onThePages(without, day),
  ...onTheWay(without.passed, day.passed),
  ...inTheExtension(day),
]

const each = (kind: Breach['kind'], details: readonly string[]): Breach[] =>
  details.map(detail => ({ kind, detail }))

function onThePages(without: Day, { pages, readable }: DayWithUs): Breach[] {
  const changed = pages.filter((page, index) => page !== without.pages[index])
  return [
    ...each(
      'a page was changed',
      changed.map(page => page.slice(0, 300)),
    ),
    ...each('a page can see the extension', readable),
  ]
}

const isTo = (hosts: readonly string[]) => (one: Passed) =>
  hosts.includes(new URL(one.origin).hostname)

/** How a request looks from the other side, with what the browser says of who made it. */
const look = ({ method, origin, path, headers }: Passed) =>
  [
    `${method} ${origin}${path}`,
    ...['origin', 'referer', 'cookie', 'sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest'].map(
      name => `${name}: ${String(headers[name] ?? '-')}`,
    ),
  ].join(', ')

function onTheWay(without: readonly Passed[], passed: readonly Passed[]): Breach[] {
  const social = passed.filter(isTo(SOCIAL)).map(look)
  const usual = without.filter(isTo(SOCIAL)).map(look)
  const crm = passed.filter(isTo([CRM, MOVED]))
  const known = [...SOCIAL, CRM, MOVED, TARGET, new URL(PROBE).hostname]
  const others = passed.filter(one => !isTo(known)(one) && !isBrowsersOwn(one))
  const unasked = crm.filter(({ path }) => !/^\/api\/v1\/(?:me|leads\/batch|matches)$/.test(path))
  return [
    ...each('a social network was asked', surplus(social, usual)),
    ...each('another host was asked', others.map(look)),
    ...each('a redirect was followed', passed.filter(isTo([TARGET])).map(look)),
    ...each('a request that nobody pressed for', unasked.map(look)),
    ...passed.filter(one => !isTo(SOCIAL)(one)).flatMap(canariesOnTheWay),
    ...each('more than the reviewed lead left', crm.flatMap(moreThanPromoted)),
  ]
}

/** What is in a list more often than in another one. */
function surplus(list: readonly string[], other: readonly string[]): string[] {
  const left = [...other]
  return list.filter(one => {
    const at = left.indexOf(one)
    if (at !== -1) left.splice(at, 1)
    return at === -1
  })
}

function canariesOnTheWay(one: Passed): Breach[] {
  const text = JSON.stringify([one.path, one.headers, one.body])
  const found = canariesIn(text, [...SOCIAL_CANARIES, ...KEPT])
  return each(
    'a canary left',
    found.map(canary => `${canary} in ${one.method} ${one.origin}${one.path}`),
  )
}

/** Leads in a batch whom nobody promoted, and keys beside the documented ones. */
function moreThanPromoted({ method, path, body }: Passed): string[] {
  if (method !== 'POST') return body === '' ? [] : [body]
  if (path === '/api/v1/matches') return moreThanAsked(JSON.parse(body))
  const { leads = [], ...more } = JSON.parse(body) as { leads?: Lead[] }
  const others = leads.filter(({ person }) => !PROMOTED.includes(person.name))
  return [...Object.keys(more), ...others.map(({ person }) => person.name)]
}

/** A question about anybody whom nobody promoted, or with more in it than the contract has. */
function moreThanAsked({ name, company: _, email: __, phone: ___, ...more }: MatchRequest) {
  const isPromoted = PROMOTED.some(promoted => promoted === name)
  return [...Object.keys(more), ...(isPromoted ? [] : [String(name)])]
}

function inTheExtension({ kept, origins, answered, fetching, passed }: DayWithUs): Breach[] {
  return [
    ...each('a canary is kept', canariesIn(kept, SOCIAL_CANARIES)),
    ...each('a host may be read', origins),
    ...each('another extension is answered', answered),
    ...each('there is a second door', [
      ...fetching,
      ...passed.filter(isTo([new URL(PROBE).hostname])).map(look),
    ]),
  ]
}
