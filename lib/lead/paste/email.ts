import type { Found } from './found.ts'
import type { Span } from './plain.ts'

const LOCAL = /[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.-]/u
const TIGHT = /[\p{L}\p{N}_.%+'’-]/u
const DOMAIN =
  /(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,6}(?:xn--[a-z0-9-]{1,40}|\p{L}{2,24})(?![\p{L}\p{N}_-])/uy
/** "at" in disguise, in brackets or as a word of its own for the sign. */
const AT = String.raw`\s{0,3}(?:[([{<]\s?(?:at|a|ät|æt|@|alfa|kr[oø]llalfa|alfakr[oø]ll|snabel-?a|arroba|arobase|chiocciola|apenstaartje|ätt?|miukumauku)\s?[)\]}>]|\s(?:kr[oø]llalfa|alfakr[oø]ll|snabel-?a|arroba|arobase|chiocciola|apenstaartje|miukumauku)\s)\s{0,3}`
const DOT_WORD = '(?:dot|punktum|prikk|punkt|point|punto|piste|punt)'
const DOT = String.raw`(?:\.|\s{0,2}[([{]\s?(?:\.|${DOT_WORD})\s?[)\]}]\s{0,2}|\s${DOT_WORD}\s)`
const PART = String.raw`[\p{L}\p{N}_+-]{1,40}`
const DISGUISED = new RegExp(
  String.raw`(?<![\p{L}\p{N}._+-])${PART}(?:${DOT}${PART}){0,4}${AT}${PART}(?:${DOT}${PART}){1,5}`,
  'giu',
)
/** "kari dot nordmann at example dot com": bare words, so the domain has to have a spoken dot. */
const SPOKEN = new RegExp(
  String.raw`(?<![\p{L}\p{N}._+-])${PART}(?:(?:\.|\s${DOT_WORD}\s)${PART}){0,4}\s(?:at|ved|ät)\s${PART}(?:\s${DOT_WORD}\s${PART}){1,4}`,
  'giu',
)
const LOOSE =
  /(?<![\p{L}\p{N}._+-])([\p{L}\p{N}_+-]{1,40}(?:\.[\p{L}\p{N}_+-]{1,40}){0,4})(?: {0,2}\n)? {0,2}@ {0,2}(?:\n {0,2})?((?:[\p{L}\p{N}-]{1,60}\.){1,5}\p{L}{2,24})(?![\p{L}\p{N}_-])/gu
const LABEL =
  /(?:(?:e-?\s?mails?|e-?post(?:adresse?)?|epost|mail(?:\s?adress?e?)?|mailto|m[eé]l|courriel|correo(?:\s+electr[oó]nico)?|s[aä]hk[oö]posti|posta|pec|internet|e|@)\s{0,3}(?:[.:=]|\s|$)\s{0,10}|[<(]?mailto:|[<([]\s{0,2})$/iu

const ASCII_DOMAIN = /^(?:image|icon|logo)\d*\.(?:png|gif|jpe?g)$/i

/**
 * The e-mail addresses of a text, with what people write to hide one from machines undone:
 * `(at)`, `[krøllalfa]`, `dot`.
 */
export function findEmails(text: string): Found[] {
  const found = new Map<string, Found>()
  const add = (value: string, span: Span) => {
    const key = value.toLowerCase()
    const labelled = withLabel(text, span)
    const before = found.get(key)
    found.set(key, {
      field: 'email',
      value: before?.value ?? value,
      spans: [...(before?.spans ?? []), labelled],
    })
  }
  const taken: Span[] = []
  const isFree = (start: number, end: number) =>
    taken.every(one => end <= one.start || start >= one.end)
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const span = aroundAt(text, at)
    if (span === undefined) continue
    taken.push(span)
    const value = text.slice(span.start, span.end)
    if (!isTechnical(text, span)) add(value, span)
  }
  for (const pattern of [LOOSE, DISGUISED, SPOKEN]) {
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length }
      if (!isFree(span.start, span.end)) continue
      const value = undisguise(match[0], pattern)
      if (!/^[^@\s]+@[^@\s]+\.\p{L}{2,24}$/u.test(value)) continue
      taken.push(span)
      add(value, span)
    }
  }
  return [...found.values()].sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0))
}

function undisguise(text: string, pattern: RegExp): string {
  const dots = new RegExp(
    String.raw`\s{0,2}[([{]\s?(?:\.|${DOT_WORD})\s?[)\]}]\s{0,2}|\s${DOT_WORD}\s`,
    'giu',
  )
  const at = pattern === SPOKEN ? /\s(?:at|ved|ät)\s/iu : new RegExp(AT, 'iu')
  return text
    .replace(dots, '.')
    .replace(pattern === LOOSE ? /\s{0,2}@\s{0,2}/ : at, '@')
    .trim()
}

function aroundAt(text: string, at: number): Span | undefined {
  let start = at
  while (start > 0 && at - start < 64 && TIGHT.test(text[start - 1] ?? '')) start--
  while (start < at && /[.'’%-]/.test(text[start] ?? '')) start++
  DOMAIN.lastIndex = at + 1
  const domain = DOMAIN.exec(text)?.[0]
  if (start === at || domain === undefined || LOCAL.test(text[at - 1] ?? '') === false)
    return undefined
  if (text[at - 1] === '.') return undefined
  return { start, end: at + 1 + domain.length }
}

/** Marks of pictures, events and messages look like addresses, and nobody reads mail there. */
function isTechnical(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 14), start)
  const local = text.slice(start, text.indexOf('@', start))
  return (
    /(?:cid:|uid:|message-id:\s?<?|:\/\/[^\s]{0,12}|\/)$/i.test(before) ||
    ASCII_DOMAIN.test(local) ||
    text[end] === '@'
  )
}

/** The address with what says that it is one, and the brackets around it. */
function withLabel(text: string, { start, end }: Span): Span {
  const label = LABEL.exec(text.slice(Math.max(0, start - 40), start))
  const isWhole = label && !/[\p{L}\p{N}]/u.test(text[start - label[0].length - 1] ?? '')
  const close = /^[>)\]]/.exec(text.slice(end, end + 1))?.[0].length ?? 0
  return { start: start - (isWhole ? label[0].length : 0), end: end + close }
}
