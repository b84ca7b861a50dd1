import { brandScore } from './company.ts'
import { hasLegalForm, legalFormEnds } from './legalForms.ts'
import { hasOrgWord, isDegree, jobWords, readName } from './name.ts'
import { flatSignOffs } from './signOff.ts'
import { isDepartment, titleScore } from './title.ts'
import { titleWeight } from './titleWords.ts'

/** Words before a number or an address that stood at the beginning of a line. */
const LABELS =
  /(?<![\p{L}\p{N}/(-])(?:m|t|d|e|w|p|o|c|b|k|f|dd|in|fon|gsm|puh|tfno|mob\.?\s?nr|adr|tlf|tel|mob|mobil\p{L}*|mobile|cell|telefon\p{L}*|phone|t[eé]l[eé]phone|tel[eé]fono|m[oó]vil|cellulare|puhelin|direkte?|direct|direktnr|sentralbord|hovednr|v[aä]xel|switchboard|kontor|office|fax|telefax|faks|e-?fax|e-?post|e-?mail|mail|s[aä]hk[oö]posti|courriel|correo|web|www|webseite|website|homepage|h(?:j|e)e?mme?sid[ea]|heimeside|nettside|linkedin|org\.?\s?-?n(?:r|ummer)\.?|organisasjonsnummer|f[oø]retaksn(?:r|ummer)\.?|cvr(?:-nr)?\.?|ust-?idnr\.?|adresse|besøk|besöksadress|address)\s?[.:]{0,2}\s{1,8}(?=[+(]?\d|\S{1,60}@|www\.|https?:|no\s\d|de\d|\S{1,60}\.\S{2,}(?:\s|$))/giu
const ADDRESS =
  /(?<=\s)(?:(?-i:\p{Lu})\p{L}{0,30}(?:gate|gata|gaten|gade|vei|veien|vegen|veg|vej|vägen|gatan|straße|strasse|straat|weg|platz|allee|katu|tie)|(?-i:\p{Lu})\p{L}{1,30} (?:gate|gata|vei|veg|plass|brygge|allé|street|road|avenue|lane|row|quay|square))\s\d{1,4}|(?<=\s)(?:postboks|postbox|box|p\.?o\.?\s?box|postfach|postbus|rue|calle|via|avenue|piazza|plaza|viale|am|an der)\s(?:(?-i:\p{Lu})\p{L}*\s){0,3}\d|(?<=\s)\d{1,4},? (?:rue|avenue|boulevard|chemin|place|quai)\s/giu
/** How the things begin that stand beneath a signature. */
const BENEATH =
  /(?<=\s)(?:sendt fra|sent from|skickat från|gesendet|von mein|envoyé d|inviato da|enviado d|verzonden v|lähetetty|get outlook|denne e-?(?:post|mail)|this e-?mail|this message|diese e-?mail|detta (?:meddelande|mejl)|ce (?:message|courriel)|questo messaggio|este (?:mensaje|correo)|dit bericht|deze e-?mail|the information in|tämä (?:viesti|sähköposti)|tenk (?:på )?miljø|tænk på|tänk på|please consider|følg oss|følg os|följ oss|follow us|folgen sie|suivez|síguenos|seguici|volg ons|winner\b|registered\s(?:in|office)|geschäftsführ\p{L}*:|amtsgericht|ust-id|spørsmål om|questions |frågor |jag är |jeg er |i am (?:out|away|on)|for urgent|in dringenden|sitz der|registergericht|i mitt fravær|ved fravær|vid brådskande|in my absence|book et|så behandlar|f-gass|vi er |vi holder|we are |\*{3}|>{3}|-{5,}|\[cid:)/giu
/** What is printed on a badge above the name. */
const BADGE =
  /(?:hello,? (?:my name is|i am|i['’]m)|(?-i:DELEGATE|VISITOR|SPEAKER|EXHIBITOR|DELTA[KG]ERE?|BESØKENDE|UTSTILLER|FOREDRAGSHOLDER|UTSTÄLLARE|TALARE|TEILNEHMER(?:IN)?|BESUCHER(?:IN)?|AUSSTELLER(?:IN)?|REFERENT(?:IN)?|UDSTILLER))[:!]?\s(?=(?-i:\p{Lu}))/giu
/** Whom to ask while the writer is away: what follows belongs to somebody else. */
const AWAY =
  /(?<=\s)(?:for urgent|in my absence|in dringenden|vid brådskande|i mitt fravær|ved fravær|i min frånvaro)[^\n]{0,160}/giu
const CONTACT = /(?:https?:\/\/|www\.)\S+|\S{1,64}@[\p{L}\p{N}.-]{3,80}\S*/giu

/**
 * Guesses where the lines of a text ended that lost its line breaks, as selected text does on its
 * way through the browser's menu. Breaks take the place of spaces, so that offsets stay.
 *
 * @param brands the companies that addresses in the text name
 */
export function withLines(text: string, brands: readonly string[]): string {
  if (/\S\s*\n\s*\S/.test(text.trim()) || text.trim().length < 25) return text
  const letters = [...text]
  if (letters.length !== text.length) return text
  const breakAt = (offset: number) => {
    if (offset > 0 && /[ \t]/.test(letters[offset - 1] ?? '')) letters[offset - 1] = '\n'
  }
  for (const { start, end } of flatSignOffs(text)) {
    breakAt(start)
    breakAt(end)
  }
  for (const pattern of [LABELS, ADDRESS, BENEATH]) {
    for (const match of text.matchAll(pattern)) breakAt(match.index)
  }
  for (const match of text.matchAll(BADGE)) breakAt(match.index + match[0].length)
  const others = [...text.matchAll(AWAY)].map(match => match.index)
  for (const match of text.matchAll(CONTACT)) {
    if (others.some(at => at < match.index && match.index < at + 160)) continue
    breakAt(match.index + match[0].length + 1)
    if (
      !/[:<(]\s{0,3}$|\s(?:e|w|m|in|e-?post|mail|web)\.?\s{1,3}$/i.test(
        text.slice(Math.max(0, match.index - 12), match.index),
      )
    )
      breakAt(match.index)
  }
  for (const end of legalFormEnds(text)) {
    if (/^\s\p{Lu}|^\s\d/u.test(text.slice(end, end + 3))) breakAt(end + 1)
  }
  const rows = letters.join('').split('\n')
  return rows.map(row => splitRun(row, brands)).join('\n')
}

const isCompany = (row: string, brands: readonly string[]) =>
  hasLegalForm(row) && brands.some(brand => brandScore(row, brand) >= 0.7)

/** The name beside a greeting comes again at the head of the signature: *Hilsen Kari Kari Nordmann*. */
function cutOf(words: readonly Word[]): number {
  const [one, two, three, four] = words.map(word => word.text)
  if (one === two) return 1
  return one === three && two === four && three !== undefined ? 2 : 0
}

const isWholeName = (row: string) =>
  readName(row) !== undefined && jobWords(row) === 0 && titleScore(row) < 2.5 && !hasOrgWord(row)

interface Word {
  readonly text: string
  readonly at: number
}

const wordsOf = (row: string): Word[] =>
  [...row.matchAll(/\S+/g)].map(match => ({ text: match[0], at: match.index }))

/** Whether a text without lines begins as a card does, whatever sentences follow: *Kari Nordmann Salgssjef*. */
export function beginsAsCard(text: string): boolean {
  const words = wordsOf(text.slice(0, 160)).slice(0, 6)
  const title = titleStart(words)
  const name = words.slice(0, Math.max(0, title)).map(word => word.text)
  return (
    name.length > 1 &&
    name.every(word => /^\p{Lu}[\p{L}.'’-]*$/u.test(word) && titleWeight(word) === 0) &&
    /^\p{Lu}/u.test(words[title]?.text ?? '') &&
    readName(name.join(' ')) !== undefined
  )
}

/** Breaks *Kari Nordmann Salgssjef Example AS* between its name, title and company. */
export function splitRun(row: string, brands: readonly string[]): string {
  if (row.length > 160) return row
  const words = wordsOf(row)
  const title = titleStart(words)
  const cuts = new Set<number>()
  const first = words.slice(cutOf(words), Math.max(0, title))
  if (
    brands.some(brand => brandScore(words[0]?.text ?? '', brand) >= 0.35) &&
    isCompany(row, brands)
  )
    return row
  const twice = words.length > 2 ? cutOf(words) : 0
  if (twice > 0) cuts.add(twice)
  else if (isWholeName(row)) return row
  const degree = words[0] && isDegree(words[0].text) ? 1 : 0
  if (degree > 0) cuts.add(degree)
  const isPlain = first.every(word => titleWeight(word.text) === 0)
  if (title > 1 && isPlain && readName(first.map(word => word.text).join(' '))) cuts.add(title)
  const company = companyStart(words, title, brands)
  const lead = words
    .slice(Math.max(0, title > 1 ? title : 0), company)
    .map(word => word.text)
    .join(' ')
  const isLead =
    titleScore(lead) >= 3 ||
    (lead.includes(' ') && readName(lead) !== undefined && jobWords(lead) === 0)
  if (company > 0 && isLead) cuts.add(company)
  for (let at = Math.max(1, title + 1); at < (company > 0 ? company : words.length - 1); at++) {
    const department = words
      .slice(at, at + 2)
      .map(word => word.text)
      .join(' ')
    if (titleScore(lead) >= 3 && /^\p{Lu}/u.test(department) && isDepartment(department))
      cuts.add(at)
  }
  if (title === -1 && company > 1 && !isLead) {
    // Without a job that we know, a name is two words, and what is between it and the company is one.
    const name = words
      .slice(0, company)
      .map(word => word.text)
      .join(' ')
    if (
      readName(name) === undefined &&
      readName(
        words
          .slice(0, 2)
          .map(word => word.text)
          .join(' '),
      )
    )
      cuts.add(2)
  }
  const letters = row.split('')
  for (const cut of cuts) {
    const at = (words[cut]?.at ?? 0) - 1
    if (at > 0 && /\s/.test(letters[at] ?? '')) letters[at] = '\n'
  }
  return letters.join('')
}

/** Which word begins the title: the first that is a job's, and those right before it that go with one. */
function titleStart(words: readonly Word[]): number {
  const job = words.findIndex((word, at) => at > 0 && titleWeight(word.text) === 2)
  if (job === -1) return -1
  let start = job
  while (
    start > 1 &&
    (titleWeight(words[start - 1]?.text ?? '') === 1 ||
      /^(?:of|&|og|och|und|-)$|\p{L}-$/u.test(words[start - 1]?.text ?? ''))
  )
    start--
  return /^(?:of|&|og|och|und|-)$/.test(words[start]?.text ?? '') ? start + 1 : start
}

function companyStart(words: readonly Word[], title: number, brands: readonly string[]): number {
  const from = Math.max(1, title + 1)
  const all = words.map(word => word.text).join(' ')
  if (
    title < 1 &&
    brands.some(
      brand => brandScore(words[0]?.text ?? '', brand) >= 0.35 && brandScore(all, brand) >= 0.5,
    )
  )
    return -1
  for (let at = from; at < words.length; at++) {
    const rest = words
      .slice(at)
      .map(word => word.text)
      .join(' ')
    const word = words[at]?.text ?? ''
    if (
      /^[\p{Lu}\d]/u.test(word) &&
      brands.some(brand => brandScore(word, brand) >= 0.35 && brandScore(rest, brand) >= 0.5)
    )
      return at > from && isOrgLead(words[at - 1]) ? at - 1 : at
  }
  const lead = words.findIndex((word, at) => at >= from && isOrgLead(word) && at < words.length - 1)
  if (lead > 0) return lead
  const row = words.map(word => word.text).join(' ')
  const end = legalFormEnds(row).at(-1)
  const isWhole = end !== undefined && end >= row.length - 2
  if (title === -1 || !(isWhole || hasOrgWord(row))) return -1
  const after = titleEnd(words, title)
  const begin = words.findIndex(
    (word, at) => at >= Math.max(from, after) && /^\p{Lu}/u.test(word.text),
  )
  if (begin === -1 || begin === words.length - 1) return -1
  const rest = words
    .slice(begin)
    .map(word => word.text)
    .join(' ')
  return isWhole || hasOrgWord(rest) ? begin : -1
}

/** Where a title ends that began at a word: what goes with it, and where in the world it is done. */
function titleEnd(words: readonly Word[], title: number): number {
  const goesOn = ({ text }: Word) =>
    titleWeight(text) > 0 || /^(?:\p{Ll}|[&/|–-]|\p{L}+-$)/u.test(text) || REGION.test(text)
  const end = words.findIndex((word, at) => at > title && !goesOn(word))
  return end === -1 ? words.length : end
}

const REGION =
  /^(?:EMEA|APAC|DACH|LATAM|Nordics?|Norden|Nordic|Benelux|BIM|HMS|HSE|IKT|ICT|Vest|Øst|Nord|Sør)[,.]?$/

/** *Advokatfirmaet*, *Gemeente*, *Stiftelsen*: what stands first in a company's name. */
const isOrgLead = (word: Word | undefined) =>
  /^(?:Advokatfirma(?:et)?|Advokatkontoret|Stiftelsen?|Gemeente|Kanzlei|Studio|Cabinet|Domaine|Weingut|Hotell?|Universitet(?:et)?|Fylkesmuseet|Stadtwerke|Brauerei|Bäckerei|Advokaterne|Region|Rederiet|Bryggeriet|Teatret|Institut(?:tet)?)$/.test(
    word?.text ?? '',
  )
