import { brandScore } from './company.ts'
import type { FlatWord, Known } from './flatWords.ts'
import { endOfLegalForm } from './legalForms.ts'
import { matchesLocal, readName } from './name.ts'
import { joined } from './runTitle.ts'
import { isDepartment } from './title.ts'

/** What can't be. */
export const NEVER = Number.NEGATIVE_INFINITY

/** How well some words of a text without lines are one thing, from all that each tells by itself. */
export type Score = (words: readonly FlatWord[], known: Known) => number

const sum = (words: readonly FlatWord[], worth: (word: FlatWord, at: number) => number) =>
  words.reduce((total, word, at) => total + worth(word, at), 0)

/** Whether something goes on behind a mark within. */
const isStopped = (words: readonly FlatWord[], mark: RegExp) =>
  words.slice(0, -1).some(({ text }) => mark.test(text))

/** Whether a sentence ends within: a small letter follows *statsaut.* */
const hasEnd = (words: readonly FlatWord[]) =>
  words.some(
    ({ text }, at) =>
      words[at + 1]?.isCapital && !words[at + 1]?.isForm && /[!?]$|\p{L}{5}\.$/u.test(text),
  )

const BY_LENGTH = [NEVER, -1.5, 3, 3.1, 2.7, 1.5]

/** As somebody's name. */
export const nameScore: Score = (words, { locals }) => {
  const [first] = words
  const last = words.at(-1)
  if (first === undefined || last === undefined || words.length > 7) return NEVER
  if ((last.isParticle && !last.isCapital) || /-$/.test(last.text)) return NEVER
  if (words.some(word => word.isForm || word.hasDigit || word.isLink || word.isMark)) return NEVER
  if (words.some((word, at) => /[;:]$/.test(word.text) || (at > 0 && /^[("]/.test(word.text))))
    return NEVER
  // *Nordmann, Kari*
  const isTurned = /,$/.test(first.text) && words[1]?.isGiven === true && words.length < 4
  const isListed = words.some(
    (word, at) => /,$/.test(word.text) && words[at + 1]?.isDegree === false,
  )
  if (isListed && !isTurned) return NEVER
  const text = joined(isTurned ? [...words.slice(1), first] : words)
  const read = readName(text.replace(/[,–-]+$/, ''))
  if (read === undefined) return NEVER
  const names = read.name.split(' ')
  const count = names.filter(name => /^\p{Lu}[^.]/u.test(name)).length
  if (new Set(names).size < names.length || words.at(-1)?.isInitial) return NEVER
  const local = Math.max(0, ...locals.map(one => matchesLocal(read.name, one)))
  const core = words.filter(word => !word.isDegree && !word.isSuffix)
  const heads = names.slice(0, 3).map(name => name.toLowerCase())
  const shouted = core.filter(word => word.isShouted).length
  const long = core.filter(word => word.bare.length > 2).length
  const given = words.some(word => word.isGiven && heads.includes(word.bare.toLowerCase()))
  return (
    (count === 1 && names.length > 1 ? 1.5 : (BY_LENGTH[count] ?? NEVER)) +
    (given ? 1.5 : 0) +
    local * 0.8 +
    (count > 1 ? Math.min(3, words.filter(word => word.isLocal).length) * 0.7 : 0) +
    ((last.isDegree || last.isSuffix) && words.length > 1 ? 0.8 : 0) -
    (shouted > 0 && shouted < long && count > 2 ? 2 : 0) -
    (read.profession === undefined ? 0 : 2) -
    sum(words, (word, at) => {
      if (word.isLocal || word.isDegree || word.isSuffix) return 0
      if (word.job === 2) return 3
      return (
        (word.job === 1 ? 2.3 : 0) +
        (word.isOrg ? (first.isGiven && word === last ? 1 : 2.5) : 0) +
        (word.isBrand && at > 0 ? 0.4 : 0) +
        (at > 1 && word.isGiven && !first.isGiven && !isTurned ? 1.5 : 0) +
        (word.isField && word !== last ? 1.5 : 0) +
        (word.isAbstract && !(first.isGiven && words.length === 2) ? 0.8 : 0)
      )
    })
  )
}

/** As somebody's job: what is before the word for it, and what goes on behind. */
export const titleScoreOf: Score = words => {
  const last = words.at(-1)
  const [first] = words
  if (first === undefined || last === undefined || words.length > 9) return NEVER
  if (first.isLink || last.isLink || last.isOpen || first.isForm || first.isOpen) return NEVER
  if (words.some(word => word.isMark && word.text !== '/') || /^[(]/.test(first.text)) return NEVER
  if (first.isSuffix && first.bare !== 'Sr') return NEVER
  if (/-$/.test(last.text) || (first.isDegree && first.job < 2)) return NEVER
  if (isStopped(words, /[:;]$/)) return NEVER
  if (hasEnd(words)) return NEVER
  const isJob = (word: FlatWord) => word.job === 2 || (word.isTrade && !word.isLocal)
  const job = words.findIndex(isJob)
  if (job === -1) return withoutJob(words)
  return (
    4 +
    sum(words, (word, at) => {
      if (at === job) return 0
      if (word.isForm) return -6
      if (word.hasDigit) return -2.5
      const before = words[at - 1]
      const isTold = before?.isOpen || before?.isLink || /-$/.test(before?.text ?? '') || false
      if (isJob(word)) return isTold || at < job || /,$/.test(before?.text ?? '') ? 0.6 : 0.2
      if (at > job && word.isCapital && DOES.test(joined(words.slice(at)))) return -2
      if (word.job === 1 || word.isField || (at < job && word.isAdjective))
        return at === job + 1 ? 1 : 0.5
      if (word.isLead) return -2.5
      if (word.isEmployed && words[at + 1]?.isCapital) return word.isIn ? -0.5 : -3
      if (word.isOpen) return 0.2
      if (word.isLink || /-$/.test(word.bare)) return 0.4
      if (word.isCapital && (word.isLocal || word.isBrand)) return -2
      if (/^\(/.test(word.text)) return -0.8
      if (!word.isCapital) return at < job ? 0.2 : 0.5
      if (word.isGiven) return -2
      if (at < job)
        return word.isOrg ? -0.3 : words[job]?.isEnglish ? (word.isAbstract ? 0 : -0.3) : -1.4
      if (word.isOrg) return isTold ? -0.6 : -2
      if (/^\p{Lu}{2,4}$/u.test(word.bare) && !first.isShouted) return 0.1
      if (isTold || word.isAbstract || /ing$/.test(word.bare)) return 0.3
      // *Head of Lab Automation*, *Director, Building Surveying*
      const isObject = words.slice(job, at).some(one => one.isOpen && one.text !== 'i')
      return isObject ? -0.4 : before?.job === 1 || /,$/.test(before?.text ?? '') ? -0.5 : -1.2
    })
  )
}

/** Words of no job that we know: small ones beneath a name may be one all the same. */
function withoutJob(words: readonly FlatWord[]): number {
  if (words.length > 4 || words.some(word => word.hasDigit || word.isForm)) return NEVER
  if (words.every(word => word.job === 1 || word.isField || word.isLink))
    return words.length > 1 ? 2 : 0.5
  if (words.some(word => word.isLocal || word.isBrand || word.isGiven || word.isOrg)) return NEVER
  return words[0]?.isCapital ? -1.2 : 0.4
}

/** As a company: its legal form, its words, and what a domain has of it. */
export const companyScoreOf: Score = (words, { brands }) => {
  const [first] = words
  const last = words.at(-1)
  if (first === undefined || last === undefined || words.length > 9) return NEVER
  if (words.some(word => word.isMark)) return NEVER
  if (first.isLink || last.isLink || first.isForm || (last.isOpen && !last.isForm)) return NEVER
  if (isStopped(words, /[:;]$/) || first.isOpen) return NEVER
  if (hasEnd(words)) return NEVER
  const whole = joined(words).replace(/,$/, '')
  // *Bostads AB Exempel*
  const isWhole = endOfLegalForm(whole) === whole.length
  const form = isWhole ? words.length - 1 : words.findLastIndex(word => word.isForm)
  // *Supply*, which may be of a title as well.
  const isBare = words.length === 1 && first.bare.length < 9
  const org = isBare ? -1 : words.findLastIndex(word => word.isOrg)
  const isKnown = words.some(word => word.isBrand)
  // *Kaffebrenneriet Prøve & Co AS*, *Ola Prøves Bygg AS*: an address may know it by the rest alone.
  const scores = (isKnown ? brands : []).flatMap(brand => [
    brandScore(whole, brand),
    brandScore(joined(words.slice(1)), brand) - (first.isLead ? 0 : 0.08),
  ])
  const known = Math.max(0, ...scores)
  return (
    (form > 0 ? (form === words.length - 1 ? 5 : 1) : 0) +
    (first.isLead && words.length > 1
      ? 2
      : org === -1
        ? 0
        : org === words.length - 1 || org === form - 1
          ? 2.5
          : 1.8) +
    (known >= 0.5 ? 4 * known : 0) +
    sum(words, (word, at) => {
      const before = words[at - 1]
      if (word.isForm || word.isLink) return 0
      if (/^\(/.test(word.text)) return -1
      if (/,$/.test(before?.text ?? '')) return words[at]?.isForm ? 0 : -1.5
      if (at === 0 && !word.isCapital && !word.hasDigit) return -2.5
      if (word.hasDigit)
        return word.isBrand ? 0 : /^\d{1,3}[-–]\d{1,3}$/.test(word.bare) ? -0.5 : -2
      if (at === 0 && word.isField) return -1.2
      if (word.isLead && at > 0) return -1
      if (
        at === 0 &&
        (word.isAbstract || /[aeiouy]\p{L}{1,5}ing$/u.test(word.bare)) &&
        !word.isBrand
      )
        return -0.6
      if (word.isBrand) return 0.3
      if (word.isOrg) return 0
      if (form > 0 && at > form) return -3
      if (word.isOpen || word.isParticle) return -0.1
      if (!word.isCapital) return before?.isLink || before?.isOpen ? -0.2 : -0.9
      if (word.job === 2) return at === 0 ? -2.5 : -1.2
      if (word.isLocal) return -1
      if (word.isGiven && at > 0 && words[0]?.isGiven === false && !before?.isLink) return -0.6
      if (word.job === 1 && at === 0) return -0.4
      return -0.05
    }) -
    (form === -1 && org === -1 && known < 0.5 ? 0.6 + 0.25 * words.length : 0) -
    (isMixed(words) ? 0.7 : 0)
  )
}

const isMixed = (words: readonly FlatWord[]) => {
  const long = words.filter(word => word.bare.length > 3 && word.isCapital)
  return long.some(word => word.isShouted) && long.some(word => !word.isShouted)
}

/** *Enheten för digital förnyelse*: the part of a company that does something. */
const DOES =
  /^(?:\p{Lu}\p{L}{0,20})?(?:avdeling|avdelning|afdeling|abteilung|seksjon|sektion|enhet|enhed|klinik|klinikk|team|stab|referat|seksjon|bereich|unit|office)(?:en|et)? (?:for|för|für|of) /iu

/** As a part of a company. */
export const departmentScore: Score = words => {
  if (words.length > 7 || !words[0]?.isCapital || words.at(-1)?.isLink) return NEVER
  if (words.some(word => word.isForm || word.isBrand) || words.at(-1)?.isOpen) return NEVER
  return isDepartment(joined(words)) || DOES.test(joined(words))
    ? 2 - 0.1 * words.length - (words.some(word => word.job === 2) ? 2 : 0)
    : NEVER
}

/** As anything else: headings, mottos, a name by itself beneath a greeting. */
export const elseScore: Score = words =>
  -0.6 -
  sum(
    words,
    word =>
      0.35 +
      (word.isLocal ? 1 : 0) +
      (word.job === 2 ? 1 : 0) +
      (word.isForm ? 2 : 0) +
      (word.isBrand ? 0.5 : 0),
  )
