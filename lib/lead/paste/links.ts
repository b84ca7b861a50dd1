import { folds } from './fold.ts'
import { blank, type Found } from './found.ts'
import type { Span } from './plain.ts'

export interface Link {
  /** As written, without what surrounds it, without a line break in it and without its query. */
  readonly value: string
  readonly host: string
  readonly path: string
  /** Where it stands, its label and brackets included. */
  readonly span: Span
  readonly label: string
  /** Whether it is a page of a campaign: followed, and on a host of its own. */
  readonly isTracked: boolean
}

const URL_CHAR = String.raw`[^\s<>"“”«»|•·\\^\x60{}]`
const WHOLE = new RegExp(String.raw`(?:https?:\/\/|www\.)${URL_CHAR}{2,2000}`, 'giu')
const BARE = new RegExp(
  String.raw`(?<![\p{L}\p{N}@._/:-])(?:[\p{L}\p{N}][\p{L}\p{N}-]{0,62}\.){1,5}(\p{L}{2,12})(?![\p{L}\p{N}_@-]|\.\p{L})(?:\/${URL_CHAR}{0,1000})?`,
  'gu',
)
/** Endings that are more often a web address than the end of an abbreviation. */
const TLDS = new Set(
  'com org net info biz edu gov int eu io ai app dev tech cloud online shop store site agency studio group company consulting global digital law legal health energy media design team life world blog example test invalid localhost no se dk fi is de at ch fr be nl lu li it es pt uk ie us ca mx br ar cl au nz jp cn in pl cz sk hu ro bg gr hr si rs ee lv lt tr ua ru za il ae sg hk kr tv me co cat bzh scot wales nu ax fo gl'.split(
    ' ',
  ),
)
const ABBREVIATION =
  /^(?:org|tel|tlf|tif|mob|fax|vat|cvr|reg|kl|nr|no|siv|dipl|cand|dr|st|art|inc|ltd|co|adm|avd|dep|m|s|p|b|n|e|i|f)\.[a-z]+$/i
const LABEL =
  /(?:^|[^\p{L}\p{N}])((?:w|web(?:b|site|seite|side|sted|sida|plats)?|www|url|site(?: web)?|sito(?: web)?|internet|homepage|h(?:j|e)e?mme?sid[ea]|heimesid[ea]|nettside[nr]?|nettstad|hjemmeside|kotisivut?|verkkosivut?|p[aá]gina(?: web)?|sitio(?: web)?|website|linked\s?in|li|in|xing|profil(?:e|o)?|facebook|instagram|twitter|x)\s{0,3}[.:=]?\s{0,5}[<([]?)$/iu
const SOCIAL =
  /(?:^|\.)(?:linkedin\.com|lnkd\.in|xing\.com|facebook\.com|fb\.com|fb\.me|instagram\.com|twitter\.com|x\.com|t\.co|youtube\.com|youtu\.be|vimeo\.com|tiktok\.com|threads\.net|threads\.com|bsky\.app|pinterest\.com|snapchat\.com|github\.com|gitlab\.com|mastodon\.social|medium\.com|flickr\.com|behance\.net|whatsapp\.com|wa\.me|t\.me|signal\.me|m\.me|telegram\.org|slack\.com|discord\.gg|kununu\.com|trustpilot\.com|glassdoor\.com)$/i
const TOOL =
  /(?:^|[.-])(?:safelinks|urldefense|p[aå]melding|anm[aä]lan|anmeldung|tilmelding|registration|register|signup|tickets?|billett|inscription|calendly|kalender|calendar|cal|booking|bookings?|buchung|termin|meet|teams|zoom|webex|whereby|video|videom[oø]te|stream|live|sok|apply|kampanje|kampagne|campaign|kampanj|event|events|invite|go|click|clicks|link|links|track|tracking|email|news|newsletter|nyhetsbrev|chat|support|survey|forms|mailchimp|list-manage|hubspot|outlook|maps|goo|bit|aka|tinyurl|unsubscribe)\./i
const NOT_HOME =
  /(?:privacy|tietosuoj|rekisteriseloste|dataskydd|integritet|persondata|privatliv|confidentialite|privacidad|riservatezza|personvern|datenschutz|gdpr|disclaimer|unsubscribe|avmeld|impressum|terms|vilk[aå]r|legal|agb|cookie|careers?|jobs?|stilling|karriere|nyhetsbrev|newsletter|utm_|booking|meeting|m[oø]te|book-|termin|chat|join|survey|\.(?:pdf|png|jpe?g|gif|ics|vcf|docx?)$)/i
const PERSON_PATH: [RegExp, RegExp][] = [
  [/(?:^|\.)linkedin\.com$/i, /^\/(?:in|pub)\/([^/]+)/i],
  [/(?:^|\.)xing\.com$/i, /^\/(?:profile|profiles)\/([^/]+)/i],
]
const MAYBE_PERSON =
  /(?:^|\.)(?:facebook\.com|fb\.com|instagram\.com|twitter\.com|x\.com|threads\.net|threads\.com|github\.com|bsky\.app|mastodon\.social)$/i
const SENTENCE_END = /[.,;:!?'’)\]*_~]+$/

/** All web addresses of a text. What stands in angle brackets may have been broken over two lines. */
export function findLinks(text: string): Link[] {
  const links: Link[] = []
  const add = (start: number, raw: string) => {
    let written = raw.replace(SENTENCE_END, '')
    if (raw[written.length] === ')' && written.includes('(')) written += ')'
    let end = start + written.length
    const wrapped = continuation(text, start, end)
    written += wrapped.text
    end = wrapped.end
    const value = written.replace(/[?#].*$/s, '').replace(SENTENCE_END, '')
    const [, host = '', path = ''] = /^(?:https?:\/\/)?([^/:?#]+)(?::\d+)?(.*)$/is.exec(value) ?? []
    if (!/\.\p{L}{2,}$/u.test(host)) return
    const before = text.slice(Math.max(0, start - 40), start)
    const label = LABEL.exec(before)?.[1] ?? /[<([]$/.exec(before)?.[0] ?? ''
    const close = /^[>)\]]/.test(text.slice(end, end + 1)) ? 1 : 0
    links.push({
      value,
      host: host.toLowerCase(),
      path,
      label,
      isTracked: /[?&]utm_/i.test(written) && !/^www\./i.test(host) && path.length > 1,
      span: { start: start - label.length, end: end + close },
    })
  }
  for (const match of text.matchAll(WHOLE)) add(match.index, match[0])
  const others = blank(
    text,
    links.map(link => link.span),
    '|',
  )
  for (const match of others.matchAll(BARE)) {
    const { index } = match
    const host = match[0].replace(/\/.*$/s, '')
    const isKnown = TLDS.has((match[1] ?? '').toLowerCase()) && !ABBREVIATION.test(host)
    const isPlain =
      host === host.toLowerCase() ||
      /[:\s]$/.test(LABEL.exec(text.slice(Math.max(0, index - 40), index))?.[1] ?? '')
    if (isKnown && isPlain) add(index, match[0])
  }
  return links.sort((a, b) => a.span.start - b.span.start)
}

/** What stands on the next line of an address that was broken there. */
function continuation(text: string, start: number, end: number): { text: string; end: number } {
  const none = { text: '', end }
  const isOpen = text[start - 1] === '<' && text[end] === '\n'
  const isCut =
    /[/_=-]$/.test(text.slice(start, end)) &&
    !/^\s*[A-Z]{2}\d{6}/.test(text.slice(end, end + 20)) &&
    text[end] === '\n' &&
    text.slice(start, end).split('/').length > 3
  if (!isOpen && !isCut) return none
  const next = /^\n[ \t]{0,4}([a-z0-9][a-z0-9_%./?=&-]{0,300})(?=[>\s]|$)/i.exec(
    text.slice(end, end + 320),
  )
  if (
    !next?.[1] ||
    (isOpen ? text[end + next[0].length] !== '>' : /^www\.|\.[a-z]{2,}$/i.test(next[1]))
  )
    return none
  return { text: next[1], end: end + next[0].length }
}

export const isSocial = (link: Link) => SOCIAL.test(link.host)

/** The part of a profile's address that names the person. */
export function slugOf(link: Link): string | undefined {
  for (const [host, path] of PERSON_PATH) {
    const slug = host.test(link.host) ? path.exec(link.path)?.[1] : undefined
    if (slug !== undefined) return decode(slug)
  }
  return undefined
}

function decode(slug: string): string {
  try {
    return decodeURIComponent(slug)
  } catch {
    return slug // A stray per cent sign; the letters are still worth reading.
  }
}

/**
 * The profile of the person themselves. Where a network keeps people and companies at the same kind
 * of address, the address has to hold the person's name.
 */
export function profileOf(links: readonly Link[], name: string): Found | undefined {
  const own = links.filter(link => slugOf(link) !== undefined)
  const parts = name
    .split(/\s+/)
    .flatMap(folds)
    .filter(part => part.length > 2)
  const named = links.filter(link => {
    const path = folds(link.path.split('/')[1] ?? '')
    return (
      MAYBE_PERSON.test(link.host) &&
      parts.length > 1 &&
      path.some(slug => parts.filter(part => slug.includes(part)).length > 1)
    )
  })
  const link =
    own.find(one =>
      parts.some(part => folds(slugOf(one) ?? '').some(slug => slug.includes(part))),
    ) ??
    own[0] ??
    named[0]
  if (link === undefined) return undefined
  const spans = links.filter(one => one.value === link.value).map(one => one.span)
  return { field: 'profile', value: link.value, spans }
}

/** A name, where the address of a profile tells the parts of one apart: `kari-nordmann-40b7e2`. */
export function nameInSlug(slug: string): string | undefined {
  const parts = slug
    .split(/[-_.]+/)
    .map(part => part.replace(/(?<=^\p{L}{2,})\d{1,3}$/u, ''))
    .filter(part => part !== '')
  if (parts.length > 2 && /\d/.test(parts.at(-1) ?? '')) parts.pop()
  const words = parts.filter(part => /^[\p{L}'’]+$/u.test(part))
  if (words.length < 2 || words.length > 5 || words.length < parts.length) return undefined
  return words.map(word => word[0]?.toUpperCase() + word.slice(1)).join(' ')
}

/** The first home page: no social network, no campaign, no booking, no page about something else. */
export function websiteOf(links: readonly Link[], domains: readonly string[]): Found | undefined {
  const fit = links.filter(
    link =>
      !/^(?:www\.){2}/.test(link.host) &&
      !link.isTracked &&
      !isSocial(link) &&
      !TOOL.test(link.host) &&
      !NOT_HOME.test(link.path),
  )
  const isOwn = (link: Link) => domains.some(domain => link.host.replace(/^www\./, '') === domain)
  const isLabelled = (link: Link) => /\p{L}/u.test(link.label)
  const isShort = (link: Link) => link.path.replace(/\/$/, '') === ''
  const best =
    fit.find(link => isOwn(link) && isShort(link)) ??
    fit.find(isLabelled) ??
    fit.find(isOwn) ??
    fit.find(isShort) ??
    fit[0]
  if (best === undefined) return undefined
  const same = (one: Link) => bareOf(one.value) === bareOf(best.value)
  return { field: 'website', value: best.value, spans: links.filter(same).map(one => one.span) }
}

const bareOf = (address: string) =>
  address
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '')
