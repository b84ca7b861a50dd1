import { readPhone } from '../phone.ts'
import type { Found } from './found.ts'
import type { Span } from './plain.ts'

/** Digits as people group them. Bounded, so that no text takes long. */
const DIGITS =
  /(?<![\p{L}\p{N}_])(?<!\d[.,:/-]|\p{L}-)(?:\(?(?:\+|00)\s?\d|\(\d|\d)(?: {0,2}[()./–-]{0,2} {0,2}\d){4,19}(?!\p{L}{2}|\d)/gu
/** A number that isn't to be called, by the word before it. */
const NOT_A_PHONE =
  /(?:fax\w*|faks\w*|t[eé]l[eé]copie(?:ur)?|telekopie|(?:^|[^\p{L}])f[.:]?\s|org\b|org[.\s-]*n\w*|organi[sz]a\w*|f[oø]reta[gk]\w*|enhet\w*|\bcvr|\bsiren|\bsiret|\bkvk|\bbtw|\bvat\b|\bmva\b|\bust\b|ust-?id\w*|steuer\w*|\bhrb?\b|\btva\b|\bnif\b|\bcif\b|p\.?\s?iva|partita\s?iva|\bnip\b|regon|\bkrs\b|\bdi[cč]\b|\bi[cč]o\b|\boib\b|\bsiren\b|\bnmls|(?<!\p{L})lic\b|vipps|swish|mobilepay|bankgiro|plusgiro|\bbg\b|\bpg\b|y-?tunnus|fo-?nummer|konto(?!r)\w*|account|bank\w*|iban|(?<!\p{L})bic|(?<!\p{L})swift|giro|\bse\s?nr|\bp-?nr|\bean\b|\bgln\b|kunde\s?-?n(?:r|um)\w*|customer n\w*|ordre\w*|order\w*|auftrag\w*|faktura(?:\w*n\w*|(?=\s$))|invoice n\w*|rechnung\w*|ref\b|reference|referanse|sak\w*n\w*|saks\w*|case|ticket|sertifikat\w*|certificat\w*|licen[cs]e|registered\b.{0,25}|reg\b|registr\w*|company n\w*|\bno\b|\bnr|meeting id|m[oø]te-?id|konferan[sc]e\w*|konferenz\w*|conference\w*|dial-?in|ärende\w*|sagsn\w*|passcode|(?<!\p{L})pin\b|kode|code|kode?n|badge|billett|deltaker\w*|ring(?:a|e)? inn?|call-?in|einwahl\w*|postboks|p\.?o\.?\s?box|postfach|bp\b|isbn|imei|serie\w*|serial|autorisasjon\w*|hpr\w*|(?<!\p{L})(?:kl\.?|uhr|room|rom\b|zip|plz|clv|nok|kr\.?|sek|dkk|eur|usd)|\$|€|£)[\p{L}.]*[\s.:#=°º-]{0,6}(?:[\p{Lu}]{0,3}[\s-]?)$/iu
const A_PHONE =
  /(?:(?:^|[^\p{L}])(?:m|t|p|d|c|o|h|b|k|s|tel|tlf|tfn|tln|mob|cell|dir|phone|fon|ph|puh|gsm|nat|hp|vx|sb|cel|m[oó]vil|port|t[eé]l)|t[eé]l[eéè]?f\p{L}*|puhelin|mobil\p{L}*|m[oó]vil|cellulare|portable|handy|handynummer|natel|direkt\p{L}*|direct\p{L}*|durchwahl|switchboard|sentralbord|hovednr|hovednummer|v[aä]xel|kontor|office|work|b[uü]ro|bureau|zentrale|vakt\p{L}*|centralino|standard|fijo|fixe|matkapuhelin|vaihde|whats\s?app|signal|servicetorg|ring|call|n[aå]r|sms|mobiel|vast|hotline)(?:\.?\s?(?:nummer|nr)|\sno)?\.?[\s.:/-]{0,6}\(?$/iu
const LABEL = /\p{L}[\p{L}.-]{0,24}\s?[.:]{0,2}[ \t]{0,8}\(?$/u
const DATE =
  /^(?:(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|[12]\d|3[01])[./-](?:\d{4}|\d{2})|\d{4}[./-]\d{1,2}[./-]\d{1,2})(?=$|[^\d./-]|[./-](?!\d))/
/** Some write behind a number what it is for. */
const FAX_AFTER = /^\s{0,2}[-–([]?\s?(?:tele|e-?)?(?:fax|faks|f)[)\]]?\.?\s*(?:$|[|•·,;/\n\ue001])/i
/** *9.30–17.30*, *0800-1600*. */
const HOURS =
  /^(?:[01]\d[0-5][05]\s?[–-]\s?(?:[01]\d|2[0-3])[0-5][05](?!\d)|\d{1,2}[.:]\d{2}\s?[–-]\s?\d{1,2}([.:]\d{2})?(?!\d))/
const AMOUNT =
  /^\s?(?:,,|#|,-|kr\b|nok\b|sek\b|dkk\b|eur\b|usd\b|€|\$|£|%|kg\b|m2|m²|stk|tonn|mva\b|personer|kunder|users|brukere)/i

/** A year and what was counted in it: *2025-118834*. */
const CASE = /^20[12]\d-\d{4,7}$/

/** Nobody has more numbers; a column of sums isn't tried to its end. */
const MOST = 60

/** The numbers to call somebody on, as E.164. Never a fax's, a company's, an account's or a date. */
export function findPhones(text: string, country: string): Found[] {
  const found = new Map<string, Found>()
  let tried = 0
  for (const match of text.matchAll(DIGITS)) {
    if (tried++ > MOST) break
    const { index } = match
    const digits = match[0].replace(/^(.{8,}?)\s{0,2}\(.*$/s, '$1')
    const end = index + digits.length
    const lineStart = text.lastIndexOf('\n', index - 1) + 1
    const before = text.slice(Math.max(lineStart, index - 45), index)
    if (isOther(digits, before, text.slice(end, end + 30))) continue
    for (const { span, number } of numbersIn(digits, index, country, before)) {
      const whole = withLabel(text, span, lineStart)
      const known = found.get(number)
      found.set(number, { field: 'phone', value: number, spans: [...(known?.spans ?? []), whole] })
    }
  }
  return [...found.values()]
}

function isOther(digits: string, before: string, after: string): boolean {
  if (CASE.test(digits)) return true
  if (/^\d{1,3} \d{4,5}$/.test(digits) && /^\s\p{Lu}\p{Ll}/u.test(after)) return true // A house and a post code.
  if (DATE.test(digits) || HOURS.test(digits) || AMOUNT.test(after) || FAX_AFTER.test(after))
    return true
  // What counts is the word right before it: another number in between has a word of its own.
  const near = before.slice(
    Math.max(0, ...[...before.matchAll(/[|•·;,]|\s\/\s/g)].map(one => one.index + 1)),
  )
  return NOT_A_PHONE.test(near) && !(A_PHONE.test(near) && !/fax|faks/i.test(near.slice(-14)))
}

interface Number {
  readonly span: Span
  readonly number: string
}

/** One number, or the two that were written side by side. */
function numbersIn(digits: string, index: number, country: string, before: string): Number[] {
  const read = (from: number, to: number): Number | undefined => {
    const text = digits.slice(from, to)
    if (text.replace(/\D/g, '').length < 5) return undefined
    const isSure = /^\(?(?:\+|00)/.test(text) || A_PHONE.test(before)
    if (!isSure && !isLikely(text)) return undefined
    const number = readPhone(text.replace(/[–]/g, '-'), country)
    return number === undefined || number.length < (isSure && country === 'NO' ? 8 : 9)
      ? undefined
      : { span: { start: index + from, end: index + to }, number }
  }
  const cuts = [...digits.matchAll(/\s*\/\s*(?=[\d+(])|\s+[–-]\s+|\s{2,}(?=[+(]?\d)/g)].map(
    cut => [cut.index, cut.index + cut[0].length] as const,
  )
  for (const [from, to] of cuts) {
    const both = [read(0, from), ...numbersIn(digits.slice(to), index + to, country, before)]
    const isTwo = both.length > 1 && digits.slice(0, from).replace(/\D/g, '').length > 6
    if (both[0] !== undefined && isTwo) return both as Number[]
  }
  const one = read(0, digits.length)
  if (one !== undefined) return [one]
  const isLong = digits.replace(/\D/g, '').length > 13
  for (const gap of isLong ? digits.matchAll(/\s+(?=[\d+(])/g) : []) {
    if (digits.slice(0, gap.index).replace(/\D/g, '').length < 7) continue
    const first = read(0, gap.index)
    const to = gap.index + gap[0].length
    const second = first && numbersIn(digits.slice(to), index + to, country, before)
    if (first && second && second.length > 0) return [first, ...second]
  }
  return []
}

/** Whether digits without a word or a country code look like a phone number rather than a sum. */
function isLikely(text: string): boolean {
  const bare = text.replace(/\D/g, '')
  return (
    bare.length >= 7 &&
    !/^(?:19|20)\d\d\D+(?:19|20)\d\d$/.test(text) &&
    !/^[1-9]\d{0,2}(?:[ .]000)+$/.test(text)
  )
}

/** The number with the word before it that says what it is, and its extension. */
function withLabel(text: string, { start, end }: Span, lineStart: number): Span {
  const before = text.slice(Math.max(lineStart, start - 50), start)
  const word = LABEL.exec(before)?.[0] ?? ''
  const label = A_PHONE.test(before) ? word : (/\(?$/.exec(before)?.[0] ?? '')
  const extension =
    /^\)?\s{0,2}[,;]?\s{0,2}(?:ext|x|linje|ankn|anknytning|poste|durchwahl|dw|int|lok|toestel|alanumero)\.?:?\s{0,2}-?\d{1,6}\b/i.exec(
      text.slice(end, end + 26),
    )
  return {
    start: start - label.trimStart().length,
    end: end + (extension?.[0].length ?? (/^\)/.test(text.slice(end, end + 1)) ? 1 : 0)),
  }
}
