import { isDeniedHost } from './denied.ts'
import { listsPeople, NETWORKS, RESERVED } from './networks.ts'

/**
 * What the address of a page on a social network tells of it: a single person's profile, a list of
 * people, or anything else. The page itself is never looked at.
 */
export type SocialPage =
  /** `address` is the profile's own, without what was appended to it. */
  { is: 'person'; address: string } | { is: 'people' } | { is: 'other' }

/** Hosts below a network's name that show the same pages: languages, countries and small screens. */
const SAME_PAGES = /^(?:(?:www|web|m|mobile|touch|mbasic|[a-z]{2}(?:-[a-z]{2})?)\.)?$/

/** What a question after an address calls the chapter of a page; others only tell whence one came. */
const CHAPTER = /^(?:sk|v|tab|view|section|f|type|mode|list)$/i

/** Encoded more often than this, it is no address that a browser shows. */
const LAYERS = 4

/**
 * @param address as the browser gives it, or anything else
 * @returns what the page is; `undefined` if it isn't on a social network
 */
export function socialPage(address: string): SocialPage | undefined {
  const url = addressOf(address)
  if (url === undefined || !isDeniedHost(url.hostname)) return undefined
  const parts = partsOf(url.pathname)
  const host = url.hostname.replace(/\.+$/, '')
  const network = NETWORKS.find(({ hosts }) =>
    hosts.some(own => host.endsWith(own) && SAME_PAGES.test(host.slice(0, -own.length))),
  )
  const query = [...url.searchParams].flatMap(([key, value]) => (CHAPTER.test(key) ? [value] : []))
  const hash = partsOf(url.hash.replace(/[#!?&=]+/g, '/'))
  if (network === undefined) {
    return { is: listsPeople([...parts, ...query, ...hash]) ? 'people' : 'other' }
  }
  const profile = network.profile(parts, url.searchParams)
  const beside = profile === undefined ? parts : parts.slice(profile.parts)
  const others = beside.filter(part => !network.ofTheSame.test(part))
  if (listsPeople([...others, ...query, ...hash])) return { is: 'people' }
  const name = profile?.name.toLowerCase() ?? ''
  const isPerson =
    profile !== undefined && !(profile.isAtRoot && RESERVED.has(name)) && others.length === 0
  if (!isPerson) return { is: 'other' }
  return { is: 'person', address: `https://${network.shown}/${profile.path}` }
}

/** The address of the page itself, where the browser shows its source or a quiet version of it. */
function addressOf(address: string): URL | undefined {
  const given = parse(address.trim().replace(/^(?:view-source:)+/i, ''))
  if (given === undefined || /^https?:$/.test(given.protocol)) return given
  const inner = parse(given.searchParams.get('url') ?? '')
  return inner !== undefined && /^https?:$/.test(inner.protocol) ? inner : undefined
}

const parse = (address: string): URL | undefined =>
  URL.canParse(address) ? new URL(address) : undefined

/** The parts between the slashes, as people read them. */
const partsOf = (path: string): string[] =>
  decoded(path)
    .split(/[/\\]+/)
    .map(part => part.trim())
    .filter(part => part !== '')

/** What sites and browsers undo, undone; a percent sign that encodes nothing stays. */
function decoded(text: string): string {
  let now = text
  for (let layer = 0; layer < LAYERS; layer++) {
    const next = now.replace(/(?:%[0-9a-f]{2})+/gi, run => {
      try {
        return decodeURIComponent(run)
      } catch {
        return run // bytes that are no letters
      }
    })
    if (next === now) break
    now = next
  }
  return now
}
