import {
  companyScoreOf,
  departmentScore,
  elseScore,
  NEVER,
  nameScore,
  type Score,
  titleScoreOf,
} from './flatScores.ts'
import { type FlatWord, flatWords, type Known } from './flatWords.ts'
import { isProse } from './prose.ts'
import { wordsIn } from './runTitle.ts'

type Kind = 'name' | 'title' | 'company' | 'department' | 'call' | 'mark' | 'at' | 'else'
const KINDS: readonly [Kind, Score][] = [
  ['name', nameScore],
  ['title', titleScoreOf],
  ['company', companyScoreOf],
  ['department', departmentScore],
  ['else', elseScore],
]

/** Longer ones are prose. */
const MOST = 28
/** No name, title or company has more words. */
const LONGEST = 9

/** What usually stands beneath what. */
const FOLLOWS: Partial<Record<Kind | 'start', Partial<Record<Kind, number>>>> = {
  start: { name: 0.5 },
  name: { title: 1.2, company: 0.4, else: -0.3 },
  title: { company: 1.8, department: 0.5, name: -0.2 },
  department: { company: 1.3, name: 0.2 },
  company: { name: 0.4, title: -0.3, department: -0.3 },
  call: { name: 3 },
  at: { company: 1.8 },
  else: { name: 0.2 },
}

/** What is less is hardly that. */
const LOOSE = 0
/** Each more has to be worth it. */
const EACH = 0.7

interface Part {
  readonly kind: Kind
  readonly start: number
  /** Whether it is what it seems, wherever it stands. */
  readonly isSure: boolean
  /** Whether it hardly is that. */
  readonly isLoose: boolean
}

interface Way {
  readonly score: number
  readonly parts: readonly Part[]
  readonly last: Kind | 'start'
  /** The kinds that somebody has one of. */
  readonly had: string
}

/** Where a row stands in the text. */
interface Place {
  /** Right beneath a greeting, where no sentence is. */
  readonly isGreeted?: boolean
  /** Between two marks, which part already. */
  readonly isCell?: boolean
}

/**
 * Where the lines of a card ended that stands in one row: of all ways to read it as a name, a title
 * and a company, the most likely.
 *
 * @returns the words that begin a line; `undefined` where the row is too long to be a card's
 */
export function flatCuts(
  row: string,
  known: Known,
  { isGreeted = false, isCell = false }: Place = {},
): readonly number[] | undefined {
  if ((!isGreeted && isProse(row)) || /"\s?:\s?"/.test(row)) return undefined
  if (/^\s*\d{4,5} \p{Lu}/u.test(row)) return []
  const found = wordsIn(row)
  if (found.length < 2 || found.length > MOST) return undefined
  const words = flatWords(found, known)
  let best: Map<string, Way>[] = [new Map([['', { score: 0, parts: [], last: 'start', had: '' }]])]
  const add = (ways: Map<string, Way>, kind: Kind, own: number, start: number) => {
    for (const way of own === NEVER ? [] : (best[start]?.values() ?? [])) {
      const next = withNext(way, kind, own, start, words)
      if (next === undefined) continue
      const key = next.had + next.last
      if ((ways.get(key)?.score ?? NEVER) < next.score) ways.set(key, next)
    }
  }
  for (let end = 1; end <= words.length; end++) {
    const ways = new Map<string, Way>()
    for (let start = Math.max(0, end - LONGEST); start < end; start++) {
      const some = words.slice(start, end)
      for (const [kind, score] of KINDS) add(ways, kind, score(some, known), start)
      const only = end - start === 1 ? words[start] : undefined
      if (only?.isMark) add(ways, 'mark', EACH, start)
      if (only?.isEmployed) add(ways, 'at', EACH, start)
      if (isAgain(words, start, end) || (isGreeted && end === 1 && isNickname(words)))
        add(ways, 'call', 0, start)
    }
    best = [...best, ways]
  }
  const all = [...(best[words.length]?.values() ?? [])]
  const top = Math.max(...all.map(way => way.score))
  const way = all.find(one => one.score === top)
  if (way === undefined) return undefined
  const sure = way.parts.filter(part => part.isSure).length
  if (sure < (isCell ? 2 : 1)) return undefined
  const isWhole = (cut: number) => {
    const [before, next] = [words[cut - 1], words[cut]]
    return before?.isLink === false && next?.isLink === false && !isNumber(before, next)
  }
  return cutsOf(way.parts).filter(isWhole)
}

/** *+47 22 33* and *44 55* are one number, whatever company stands behind it. */
const isNumber = (before: FlatWord, next: FlatWord) =>
  /\d[.)]?$/.test(before.text) && /^[(/+-]?\d/.test(next.text)

const isBetween = ({ kind }: Part) => kind === 'mark' || kind === 'at'

/** Where a line begins: beside what is sure, and not beside a dash, which parts by itself. */
function cutsOf(parts: readonly Part[]): number[] {
  return parts
    .filter((part, at) => {
      const before = parts[at - 1]
      if (before === undefined || isBetween(before) || isBetween(part)) return false
      return part.isSure || before.isSure || before.kind === 'call'
    })
    .map(({ start }) => start)
}

function withNext(
  way: Way,
  kind: Kind,
  own: number,
  start: number,
  words: readonly FlatWord[],
): Way | undefined {
  if ((way.last === kind && kind === 'else') || (way.last === 'call' && kind !== 'name'))
    return undefined
  if (kind === 'at' && way.last !== 'title') return undefined
  if (way.last === 'at' && kind !== 'company') return undefined
  const isOne = kind === 'name' || kind === 'title' || kind === 'company'
  if (isOne && way.had.includes(kind)) return undefined
  const isMarked = /[,;:]$/.test(words[start - 1]?.text ?? '')
  const follows = FOLLOWS[way.last]?.[kind] ?? 0
  // What only may be a title says little of what comes behind it.
  const isLoose = way.parts.at(-1)?.isLoose === true || (isOne && own < LOOSE)
  const score =
    way.score + own - EACH + (isLoose ? Math.min(0, follows) : follows) + (isMarked ? 0.6 : 0)
  return {
    score,
    parts: [
      ...way.parts,
      { kind, start, isSure: isOne && own >= 1.5, isLoose: isOne && own < LOOSE },
    ],
    last: kind,
    had: isOne ? [...way.had.split(' ').filter(Boolean), kind].sort().join(' ') : way.had,
  }
}

/** *Kari Kari Nordmann*: what stands beneath a greeting comes again at the head of the card. */
const isAgain = (words: readonly FlatWord[], start: number, end: number) =>
  end - start < 5 &&
  words.slice(start, end).every((word, at) => word.isCapital && word.bare === words[end + at]?.bare)

/** *Bosse Bo Nordmann*: beneath a greeting, what somebody is called is the beginning of their name. */
function isNickname([one, two, three]: readonly FlatWord[]): boolean {
  if (one === undefined || two === undefined || three === undefined) return false
  return (
    two.isGiven &&
    !one.isLocal &&
    three.isCapital &&
    three.job === 0 &&
    /^\p{Lu}\p{Ll}+$/u.test(one.text) &&
    one.bare.slice(0, 2).toLowerCase() === two.bare.slice(0, 2).toLowerCase()
  )
}
