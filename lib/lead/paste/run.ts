import { brandScore } from './company.ts'
import { endOfLegalForm, hasLegalForm, legalFormEnds } from './legalForms.ts'
import { isDegree, isNoName, isParticle, jobWords, readName } from './name.ts'
import { hasOrgWord } from './orgWords.ts'
import { joined, titleEnd, titleStart, type Word, wordsIn } from './runTitle.ts'
import { isDepartment, titleScore } from './title.ts'
import { mayBeJob, titleWeight } from './titleWords.ts'

/** Breaks *Kari Nordmann Salgssjef Example AS* between its name, title and company. */
export function splitRun(row: string, brands: readonly string[]): string {
  if (row.length > 160) return row
  const words = wordsIn(row)
  const isFirm =
    hasLegalForm(row) &&
    brands.some(
      brand => brandScore(words[0]?.text ?? '', brand) >= 0.35 && brandScore(row, brand) >= 0.7,
    )
  // *Bostads AB Exempel*
  const isTrade = endOfLegalForm(row) === row.length && /^\S+ (?:AB|Aktiebolaget) \S+$/.test(row)
  if (isFirm || isTrade) return row
  const twice = words.length > 2 ? cutOf(words) : 0
  if (twice === 0 && isWholeName(row)) return row
  const letters = row.split('')
  for (const cut of cutsOf(words, brands).add(twice)) {
    if (words.slice(Math.max(0, cut - 1), cut + 1).some(({ text }) => /^[&+]$/.test(text))) continue
    const at = (words[cut]?.at ?? 0) - 1
    if (at > 0 && /\s/.test(letters[at] ?? '')) letters[at] = '\n'
  }
  return letters.join('')
}

/** The name beside a greeting comes again at the head of the signature: *Hilsen Kari Kari Nordmann*. */
function cutOf(words: readonly Word[]): number {
  const [one, two, three, four] = words.map(word => word.text)
  if (one === two) return 1
  return one === three && two === four && three !== undefined ? 2 : 0
}

const isWholeName = (row: string) =>
  readName(row) !== undefined &&
  !hasLegalForm(row) &&
  jobWords(row) === 0 &&
  titleScore(row) < 2.5 &&
  !hasOrgWord(row)

/** Whether a word comes again right behind, a comma between them or not. */
const isTwice = (words: readonly Word[], at: number) =>
  /\p{L}{2}/u.test(words[at]?.text ?? '') &&
  words[at]?.text.replace(/[,;]$/, '') === words[at + 1]?.text

/** The words that begin something else than the one before them. */
function cutsOf(words: readonly Word[], brands: readonly string[]): Set<number> {
  const cuts = new Set<number>()
  if (
    words[0] &&
    isDegree(words[0].text) &&
    titleWeight(words[0].text) < 2 &&
    !words[0].text.endsWith('.')
  )
    cuts.add(1)
  words.forEach((_, at) => {
    if (at > 1 && isTwice(words, at - 1)) cuts.add(at)
  })
  const title = titleStart(words)
  const begin = title > 0 ? nameStart(words, title) : 0
  const isDashed = /^[-–—/]$/.test(words[title - 1]?.text ?? '')
  const name = words.slice(
    Math.max(begin, begin === 0 ? cutOf(words) : 0),
    Math.max(0, isDashed ? title - 1 : title),
  )
  const firm = firmEnd(words, title, brands)
  if (firm > 0) return cuts.add(firm).add(title)
  const isName =
    title - begin > 1 &&
    (titleWeight(joined(name.slice(0, 1))) === 2 ||
      name.every(word => titleWeight(word.text) === 0 || /^[JS]r\.?$/.test(word.text))) &&
    readName(joined(name)) !== undefined
  if (isName) cuts.add(begin).add(title)
  const company = companyStart(words, title, brands)
  const lead = joined(words.slice(title > 1 ? title : 0, Math.max(0, company)))
  const isLead =
    titleScore(lead) >= 3 ||
    mayBeJob(lead) ||
    (title === -1 && /^\p{Ll}{5,}/u.test(words[company - 1]?.text ?? '')) ||
    (lead.includes(' ') &&
      readName(lead) !== undefined &&
      jobWords(lead) === 0 &&
      !hasOrgWord(lead))
  // *Salgssjef hos Example AS* is told apart by the word between them.
  if (company > 0 && isLead && !EMPLOYED.test(words[company - 1]?.text ?? '')) cuts.add(company)
  if (titleScore(lead) >= 3) {
    const department = departmentStart(words, title, company > 0 ? company : words.length - 1)
    if (department > 0) cuts.add(department)
  }
  // Without a job that we know, a name is two words, and what is between it and the company is one.
  const isTwo = title === -1 && company > 1 && !isLead
  if (isTwo && readName(joined(words.slice(0, company))) === undefined)
    if (readName(joined(words.slice(0, 2)))) cuts.add(2)
  return cuts
}

/** Where the name begins behind a heading: *Vår ansatte Kari Nordmann*, *Kontakt Kari Nordmann*. */
export function nameStart(words: readonly Word[], title: number): number {
  for (let at = title - 2; at >= 0; at--) {
    const { text } = words[at] as Word
    const isSmall = /^\p{Ll}{3,}$/u.test(text) && !isParticle(text)
    const isRead = isSmall && readName(joined(words.slice(at, title))) !== undefined
    if (/[:?!\d]$/.test(text) || isNoName(text) || (isSmall && !isRead)) return at + 1
  }
  return 0
}

/** Where the company ends that stands before the name: *Prøve Bygg Ola Nordmann Snekker*. */
function firmEnd(words: readonly Word[], title: number, brands: readonly string[]): number {
  for (const many of title > 2 ? [2, 3] : []) {
    const name = words.slice(title - many, title)
    const firm = words.slice(0, title - many)
    const isLong =
      many === 2
        ? /^\p{Lu}\.$/u.test(name[0]?.text ?? '')
        : !/^\p{Lu}\.$|^(?:van|von|de|av|af)$/u.test(name[1]?.text ?? '')
    if (firm.length === 0 || isLong || readName(joined(name)) === undefined) continue
    if (name.some(word => titleWeight(word.text) > 0 || hasOrgWord(word.text))) continue
    const isBrand = brands.some(
      brand =>
        firm.slice(0, 2).some(({ text }) => brandScore(text, brand) >= 0.35) &&
        brandScore(joined(firm), brand) >= 0.7,
    )
    if (
      isBrand ||
      isOrgLead(firm[0]) ||
      (firm.length > 1 && (hasOrgWord(firm.at(-1)?.text ?? '') || hasLegalForm(joined(firm))))
    )
      return title - many
  }
  return 0
}

function companyStart(words: readonly Word[], title: number, brands: readonly string[]): number {
  const from = Math.max(1, title + 1)
  const after = titleEnd(words, title)
  const at = brandStart(words, title, brands)
  if (at === undefined) return -1
  const again = words.findIndex((_, at) => at > 0 && at < words.length - 2 && isTwice(words, at))
  // *Ola Prøve Prøve Bygg AS*: the surname, and then the company that has it too.
  if (
    (title < 1 || again < title) &&
    again > 0 &&
    (hasLegalForm(joined(words)) || hasOrgWord(joined(words)))
  )
    return again + 1
  if (at > 0) return widened(words, at, title, title === -1 ? at : after, brands)
  const lead = words.findIndex((word, at) => at >= from && isOrgLead(word) && at < words.length - 1)
  if (lead > 0) return lead
  const row = joined(words)
  const end = legalFormEnds(row).at(-1)
  const isWhole = end !== undefined && end >= row.length - 2
  if (title === -1 || !(isWhole || hasOrgWord(row))) return -1
  const begin = words.findIndex(
    (word, at) => at >= Math.max(from, after) && /^\p{Lu}/u.test(word.text),
  )
  if (begin === -1 || begin === words.length - 1) return -1
  return isWhole || hasOrgWord(joined(words.slice(begin))) ? begin : -1
}

/** The word that an address knows the company by; 0 for none, `undefined` where the row begins with it. */
function brandStart(
  words: readonly Word[],
  title: number,
  brands: readonly string[],
): number | undefined {
  const isBrand = (word: string, rest: string) =>
    brands.some(brand => brandScore(word, brand) >= 0.35 && brandScore(rest, brand) >= 0.5)
  if (title < 1 && isBrand(words[0]?.text ?? '', joined(words))) return undefined
  for (let at = Math.max(1, title + 1); at < words.length; at++) {
    const word = words[at]?.text ?? ''
    // *Ola Prøve Prøve & Co AS*: the first is the surname.
    if (isTwice(words, at)) continue
    if (/^[\p{Lu}\d]/u.test(word) && isBrand(word, joined(words.slice(at)))) return at
  }
  return 0
}

export const EMPLOYED = /^(?:i|på|hos|ved|vid|fra|från|in|at|bei|der|@)$/

/** Back from the word that is known, over what else can only be of the company's name. */
function widened(
  words: readonly Word[],
  at: number,
  title: number,
  least: number,
  brands: readonly string[],
): number {
  const between = words.slice(least, at)
  const rest = joined(words.slice(at))
  // An address that has two words of it has all: *Sales Manager North Example Paper Ltd*.
  const isAll = brands.some(
    brand => brandScore(words[at]?.text ?? '', brand) < 0.8 && brandScore(rest, brand) >= 1,
  )
  // *Head of Visitor Experience Example Trust*, *Manager, Growth Example Ltd*: the job goes on.
  const isObject = words
    .slice(Math.max(0, title), least)
    .some(
      ({ text }, place) =>
        /^(?:of|for|für|de)$/.test(text) && /^\p{Lu}/u.test(words[title + place + 1]?.text ?? ''),
    )
  if (isObject || /,$/.test(words[least - 1]?.text ?? '')) return withArticle(words, at)
  if (between.some(({ text }) => /[;|,]$/.test(text))) return at
  const isOpen = /^(?:of|for|für|av|til|to|&|og|och|und|and)$/.test(words[least - 1]?.text ?? '')
  const isCapital = between.every(({ text }) =>
    /^\p{Lu}|^(?:&|og|och|and|und|de|du|des|la|les|di|della|van)$/u.test(text),
  )
  const isOrg = hasOrgWord(between[0]?.text ?? '')
  const isBegun = /^\p{Lu}/u.test(between[0]?.text ?? '') && !isOpen && (!isAll || isOrg)
  if (isBegun && isCapital && departmentStart(words, least - 1, at) === -1) return least
  return withArticle(words, at)
}

/** With the article or the kind of firm before it: *The Example Archive*, *Stiftelsen Example*. */
function withArticle(words: readonly Word[], at: number): number {
  const before = words[at - 1]
  const isPart =
    before !== undefined && (isOrgLead(before) || /^(?:The|Den|Det|De|Das|Die)$/.test(before.text))
  return at > 1 && isPart ? at - 1 : at
}

/** Where a department begins between a title and a company: *Inspektør Miljø- og byggavdelingen*. */
function departmentStart(words: readonly Word[], title: number, end: number): number {
  for (let at = Math.max(1, title + 1); at < end; at++) {
    const { text } = words[at] as Word
    const many = /-$/.test(text) ? 3 : 2
    const isOne = [1, many].some(
      length => at + length <= end && isDepartment(joined(words.slice(at, at + length))),
    )
    if (/^\p{Lu}/u.test(text) && isOne) return at
  }
  return -1
}

/** *Advokatfirmaet*, *Gemeente*, *Stiftelsen*: what stands first in a company's name. */
export const isOrgLead = (word: Word | undefined) =>
  /^(?:Advokatfirma(?:et)?|Advokatkontoret|Stiftelsen?|Gemeente|Kanzlei|Studio|Cabinet|Domaine|Weingut|Hotell?|Universitet(?:et)?|Fylkesmuseet|Stadtwerke|Brauerei|Bäckerei|Advokaterne|Region|Rederiet|Bryggeriet|Teatret|Institut(?:tet)?)$/i.test(
    word?.text ?? '',
  )
