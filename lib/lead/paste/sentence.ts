import { endOfLegalForm } from './legalForms.ts'
import { readName } from './name.ts'
import { hasOrgWord } from './orgWords.ts'
import type { Span } from './plain.ts'
import { titleWeight } from './titleWords.ts'

export interface Told {
  readonly name?: Piece
  readonly title?: Piece
  readonly company?: Piece
}

interface Piece extends Span {
  readonly text: string
}

const PARTICLES = 'van|von|de|der|den|af|av|di|da|do|dos|del|della|la|le|ter|ten|zu|al|bin|el'
const NAME = new RegExp(
  String.raw`(?<![\p{L}\p{N}@._-])\p{Lu}[\p{L}.'’-]*(?:(?:\s(?:${PARTICLES}))*\s\p{Lu}[\p{L}.'’-]*){1,4}`,
  'gu',
)
/** Words that begin a sentence about somebody, and are no part of a name. */
const OPENING =
  /^(?:i['’]m|ich|mein|name|navn|namn|mitt|mit|my|jeg|jag|traff|møtte|mødte|møtt|snakket|snakka|snakkede|pratet|prata|pratade|ringte|ringde|ring|talte|talade|talt|helste|hilste|hadde|fikk|fekk|husk|har|var|kaffe|lunsj|lunch|møte|had|met|spoke|talked|saw|got|call|called|coffee|meeting|intro|introduced|remember|habe|traf|sprach|gesprochen|heute|gestern|treffen|kennengelernt|rencontré|vu|parlé|j['’]ai|conocí|hablé|he|incontrato|ho|parlato|ontmoette|ontmoet|gesproken|sprak|tapasin|puhuin|soitin|tavattu|träffade|mötte|i|the|a|an|with|med|mit|avec|con|met|and|og|hei|hej|hi|hello|hallo|bonjour|hola|ciao|moi|terve|kjære|dear|liebe|lieber|cher|chère|beste|from|fra|von|de|spørsmål|kontakt|contact|our|vår|new|ny|today|idag|yesterday|følg|ved|på|in|at|om|for|til|to|her|he|she|han|hun|ho|hon|er|is|sie|fin|bra|god|good|nice|great|nydelig|hyggelig|ask|spør|send|mail|email|skriv|write)$/i
const AT = `(?:(?:i|på|in|at|fra) \\p{Ll}{3,20} (?=hos|at|bei|på|i)|)(?:hos|i|av|af|ved|for|på|at|with|of|from|fra|från|bei|beim|von|der|des|in|chez|de|du|à|en|para|bij|van|presso|di|da|per|@)`
const LINK = String.raw`(?:\s*,\s*|\s+\(|\s+[–-]\s+|\s+(?:(?:og|and|och|und|et)\s+)?)(?:(?:jeg|eg|jag|ich|i|han|hun|ho|hon|he|she|er|sie|elle|il|ella|él|lei|lui|hij|zij|som|der|who|which|die|qui|que|che)\s+)?(?:(?:er|is|am|bin|är|ist|est|es|è|(?:tar|tek) over som|overtager som|tar över som|takes over as|(?:begynner|starter|börjar|tiltrer|starts|joins) (?:som|as)|übernimmt als|arbeider som|jobber som|arbejder som|work as|arbeite als|arbetar som|works as|arbeitet als|jobbar som|jobbar|jobber|works|on|som|as|als|comme|como|come|blir|den nye|the new|ny|new)\s+)?(?:(?:en|ei|a|an|the|eine?|der|die|le|la|un|una|il|de|den|vår|vores|deres|our|their|unser|unsere)\s+)?(?:(?:ny|nye|nya|new|neue[rn]?)\s+)?`
const AFTER = new RegExp(
  String.raw`^(?:(?:\s(?-i:\p{Ll})[\p{L}'’]*){0,6}(?=,|\s(?:han|hun|ho|hon|he|she|er|som|who)\s))?${LINK}(?<title>[\p{L}][\p{L}/&-]*(?:\s(?!(?:hos|at|bei|chez|bij|presso|@)\s)[\p{L}&/-]+){0,6}?)(?:\s*,?\s+${AT}\s+|,\s+)(?=(?:(?:der|die|dem|den|the|la|le|il)\s)?["«“]?(?-i:[\p{Lu}\d]))`,
  'iu',
)
const EMPLOYED =
  /^(?:,\s(?:who|som|qui|que|che)(?:\s\p{Ll}+){1,4}(?=\s(?:at|hos|ved|på|chez)\s))?(?:\s*,?\s+|\s*\()(?:(?:i|på|in|at)\s(?-i:\p{Ll})\p{L}{3,20}\s(?=(?:hos|at|bei|på|i)\s))?(?:(?:han|hun|ho|hon|he|she|som|who|er|sie|qui|he is|she is)\s+)?(?:(?:jobber|jobbar|arbeider|arbeidar|arbejder|arbetar|works|arbeitet|travaille|trabaja|lavora|werkt|er|is|är)\s+)?(?:hos|i|ved|på|fra|frå|från|at|from|with|for|bei|von|chez|de|en|presso|di|bij|van|@)\s+(?=(?:(?:der|die|dem|den|the|la|le|il)\s)?["«“]?(?-i:\p{Lu}))/iu
const CALLED = /^ (?:heter|heiter|hedder|heißt|is called|is named) /
const SAID =
  /(?<!\p{L})(?:hun|han|ho|hon|she|he|sie|er|elle|il|ella|él|lei|lui|zij|hij|hän)\s(?:er|is|är|ist|est|es|è|on|jobber som|works as)\s(?:(?:en|ei|a|an|the|eine?|une?|un|una|de|vår|deres|ny|nye|new)\s)?(?<role>[\p{L}][\p{L}/-]*(?:\s[\p{L}&/-]+){0,3}?)(?=[,.;)!]|\s(?:der|dit|there|here|her|dort|hier)(?=\P{L}|$)|\s(?:og|and|und|och|som|who|der|med|with|hos|at|bei|i|in|for|på|chez|en|et|ja|y|e|presso|bij)\s|$)/iu
const COMPANY =
  /^(?:(?:der|die|dem|den|the|la|le|il)\s)?["«“]?(?<name>[\p{Lu}\d][\p{L}\p{N}.&'’+/-]*(?:\s(?:(?:&|og|and|och|und|et|y|e|i|of|for|de|des|du|di|del|della|la|van|von|der|på|ved|\+)\s)*[\p{Lu}\d&][\p{L}\p{N}.&'’+/-]*)*)/u

/**
 * Reads a sentence about somebody: *Møtte Kari Nordmann, salgssjef hos Example AS*. The first person
 * who is named is the one, and what they are is what is said right after.
 */
export function readSentence(text: string, isPerson: (name: string) => boolean = () => true): Told {
  let employer: Piece | undefined
  for (const match of text.matchAll(NAME)) {
    const whole = withoutOpening(match[0], match.index)
    const run = whole && readRun(whole.text) === undefined ? beforeParticle(whole) : whole
    const read = run && readRun(run.text)
    if (!run || !read || !isPerson(read)) continue
    const before = text.slice(Math.max(0, match.index - 12), run.start)
    if (/(?:\s|^)(?:hos|at|bei|chez|presso|bij|kjøpt av)\s$/i.test(before)) continue
    // *Our contact at Example Fish is called Kari Nordmann*.
    if (CALLED.test(text.slice(run.end, run.end + 12))) {
      employer = run
      continue
    }
    return {
      name: { ...run, text: read },
      ...(employer && { company: employer }),
      ...occupation(text, run),
    }
  }
  return {}
}

/** *Max Mustermann von der Beispiel GmbH*: the particle is a preposition after all. */
function beforeParticle(run: Piece): Piece {
  const text = run.text.replace(/\s(?:von|de|der|af|av|di|da|van|du|del|fra)\s.*$/su, '')
  return { text, start: run.start, end: run.start + text.length }
}

function readRun(text: string): string | undefined {
  const words = text.split(/\s+/)
  if (
    words.length < 2 ||
    endOfLegalForm(text) !== undefined ||
    words.some(word => titleWeight(word) === 2)
  )
    return undefined
  return readName(text)?.name
}

function withoutOpening(text: string, start: number): Piece | undefined {
  let from = 0
  for (const { 0: word, index } of text.matchAll(/\S+\s*/g)) {
    if (!OPENING.test(word.trim())) break
    from = index + word.length
  }
  const run = text
    .slice(from)
    .replace(/[.'’-]+$/, '')
    // "About Kari Nordmann Nordmann is a buyer": a heading, and the sentence beneath it.
    .replace(/(\s\S+)\1$/u, '$1')
  return run.includes(' ')
    ? { text: run, start: start + from, end: start + from + run.length }
    : undefined
}

function occupation(text: string, name: Span): { title?: Piece; company?: Piece } {
  const at = name.end
  const rest = text.slice(at, at + 240)
  const titled = AFTER.exec(rest)
  const title = titled?.groups?.title
  const weights = title?.split(/\s+/).map(titleWeight) ?? []
  if (titled && title && (weights.includes(2) || (weights.length > 0 && !weights.includes(0)))) {
    const start = at + titled[0].indexOf(title)
    const company = companyAt(text, at + titled[0].length)
    return { title: { text: title, start, end: start + title.length }, ...(company && { company }) }
  }
  const employed = EMPLOYED.exec(rest)
  const place = employed ? companyAt(text, at + employed[0].length) : undefined
  // *På* a fair is no company, *på Example skole* is.
  const isPlace = place && /(?:^|\s)på\s+$/.test(employed?.[0] ?? '') && !hasOrgWord(place.text)
  const company = isPlace && endOfLegalForm(place.text) === undefined ? undefined : place
  const role =
    roleAfter(text, company?.end ?? at) ??
    roleOf(text.slice(0, at + 300), company?.end ?? at) ??
    roleBefore(text, name.start)
  // *She is a buyer at Example Ltd*: the sentence after may say both.
  const again = role && !company ? EMPLOYED.exec(text.slice(role.end, role.end + 120)) : null
  const said = company ?? (role && again ? companyAt(text, role.end + again[0].length) : undefined)
  return { ...(role && { title: role }), ...(said && { company: said }) }
}

/** *Please call our buyer Jane Doe*: the job, in small letters, right before the name. */
function roleBefore(text: string, at: number): Piece | undefined {
  const before = /(?:\p{Ll}[\p{L}-]{1,30}\s){1,3}$/u.exec(text.slice(Math.max(0, at - 80), at))?.[0]
  const words = before?.trim().split(' ') ?? []
  while (words.length > 0 && titleWeight(words[0] ?? '') === 0) words.shift()
  if (titleWeight(words.at(-1) ?? '') !== 2) return undefined
  const role = words.join(' ')
  return { text: role, start: at - role.length - 1, end: at - 1 }
}

/** *Hun er prosjektleder*: what the next sentence says of the one that was just named. */
function roleOf(text: string, from: number): Piece | undefined {
  const match = SAID.exec(text.slice(from))
  const role = match?.groups?.role
  if (!match || role === undefined || !role.split(/\s+/).some(word => titleWeight(word) === 2))
    return undefined
  const start = from + match.index + match[0].lastIndexOf(role)
  return { text: role, start, end: start + role.length }
}

/** The title that stands after the company, or after the name where no company follows. */
function roleAfter(text: string, at: number): Piece | undefined {
  const match =
    /^(?:\s*[,(]\s*|\s+(?:(?:og|and|och|und)\s+)?(?:som|as|als|er|is|är|ist)\s+)(?:(?:en|ei|a|an|the|ein|eine)\s)?([\p{L}][\p{L}/&-]*(?:\s[\p{L}&/-]+){0,4}?)(?=[,.;)!]|\s(?:der|dit|there|here|her|dort|hier)(?=\P{L}|$)|\s(?:og|and|und|som|who|med|with)\s|$)/iu.exec(
      text.slice(at, at + 100),
    )
  if (!match?.[1]?.split(/\s+/).some(word => titleWeight(word) === 2)) return undefined
  const start = at + match[0].indexOf(match[1])
  return { text: match[1], start, end: start + match[1].length }
}

function companyAt(text: string, at: number): Piece | undefined {
  const rest = text.slice(at, at + 120)
  const match = COMPANY.exec(rest)
  const said = match?.groups?.name
  if (match === null || said === undefined) return undefined
  // *Example musikkskole*, *Example kommune*: what it is, in small letters.
  const [kind = '', word = ''] = /^ (\p{Ll}{5,})/u.exec(rest.slice(match[0].length)) ?? []
  const name = hasOrgWord(word) ? said + kind : said
  const end = endOfLegalForm(rest.slice(0, name.length + match[0].indexOf(name)))
  const start = match[0].indexOf(name)
  const full =
    end !== undefined && end > start
      ? rest.slice(start, end)
      : name.replace(/\.(?:\s.*)?$/su, '').replace(/['’.]+$/, '')
  return { text: full, start: at + start, end: at + start + full.length }
}
