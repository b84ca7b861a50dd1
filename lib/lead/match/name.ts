import { foldedWords } from './fold.ts'
import { NICKNAMES } from './nicknames.ts'

/** What stands around a name and is none, without points. */
const AROUND = new Set(
  (
    'dr prof professor mr mrs ms miss mx herr frau fru frk hr sir ing dipl mag siv cand ' +
    'jr sr junior senior ii iii iv phd md mba emba msc bsc ma ba llm esq mnif'
  ).split(' '),
)

/** Nobody has more names than this; what follows is something else. */
const MOST_WORDS = 8

/**
 * The words of a person's name, to be compared: `Nordmann, Anne-Marie (Mia) jr.` is `anne`, `marie`,
 * `nordmann`. An initial is a word of one letter.
 */
export function nameWords(name: string): string[] {
  const [last = '', ...first] = name.replace(/\([^)]*\)?/g, ' ').split(',')
  const isTurned = first.length === 1 && plain(last).length > 0 && plain(first[0] ?? '').length > 0
  return plain(isTurned ? `${first[0]} ${last}` : [last, ...first].join(' ')).slice(0, MOST_WORDS)
}

/** A text's words without honorifics and degrees; all of them where that leaves nothing. */
function plain(text: string): string[] {
  const words = text
    .split(/\s+/)
    .flatMap(word => (/^(?:\p{L}\.-?)+\p{L}?$/u.test(word) && !isAround(word) ? [...word] : [word]))
    .flatMap(word => (isAround(word) ? [] : foldedWords(word)))
    .map(asSpoken)
  return words.length > 0 ? words : foldedWords(text).map(asSpoken)
}

const isAround = (word: string) => AROUND.has(word.replace(/[.,]/g, '').toLowerCase())

/** `Christian` and `Kristian`, `Sophie` and `Sofie`, `Hansson` and `Hanson` sound alike. */
function asSpoken(word: string): string {
  return word
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/ch|[cq]/g, 'k')
    .replace(/w/g, 'v')
    .replace(/z/g, 's')
    .replace(/y/g, 'i')
    .replace(/(.)\1+/gu, '$1')
}

/** Made when the first name is looked up: whoever only loads this does not wait for it. */
let longNames: Map<string, string[]> | undefined

function longOf(word: string): string[] {
  longNames ??= new Map(
    NICKNAMES.split('\n').map(line => {
      const [short = '', ...long] = line.split(' ')
      return [asSpoken(short), long]
    }),
  )
  return (longNames.get(word) ?? []).flatMap(foldedWords).map(asSpoken)
}

/** A word of a name and what it may be short for. */
export const formsOf = (word: string): string[] => [word, ...longOf(word)]

/** Whether two words may be one name: the same, or one short for the other, or both for a third. */
function isSameWord(one: string, other: string): boolean {
  const forms = formsOf(other)
  return formsOf(one).some(form => forms.includes(form))
}

const isInitial = (word: string) => word.length === 1

/**
 * Whether two names, both as `nameWords` has them, may be one person's at one company: the same, or
 * one with more names, initials or another order than the other. At least one whole word is in both.
 */
export function isSameName(one: readonly string[], other: readonly string[]): boolean {
  if (one.length === 0 || other.length === 0) return false
  if (one.join('') === other.join('')) return true
  if ([...one].sort().join(' ') === [...other].sort().join(' ')) return hasWhole(one)
  return isPartOf(one, other) || isPartOf(other, one)
}

const hasWhole = (words: readonly string[]) => words.some(word => !isInitial(word))

/** Whether each word of the shorter name is in the longer, in order, and one of them in full. */
function isPartOf(short: readonly string[], long: readonly string[]): boolean {
  const [only] = short
  if (short.length === 1 && only !== undefined) {
    // By their first or their last name alone, but not by what is between.
    return !isInitial(only) && [long[0], long.at(-1)].some(word => word && isSameWord(only, word))
  }
  return isInOrder(short, long, false)
}

function isInOrder(short: readonly string[], long: readonly string[], isSure: boolean): boolean {
  const [word, ...words] = short
  if (word === undefined) return isSure
  const [first, second, ...others] = long
  if (first === undefined) return false
  const rest = long.slice(1)
  if (isInitial(word) || isInitial(first)) {
    if (word[0] === first[0] && isInOrder(words, rest, isSure)) return true
  } else if (isSameWord(word, first) && isInOrder(words, rest, true)) return true
  // A double name in one word or in two.
  if (second !== undefined && word === first + second && isInOrder(words, others, isSure))
    return true
  const [next] = words
  if (next !== undefined && word + next === first && isInOrder(words.slice(1), rest, isSure)) {
    return true
  }
  return isInOrder(short, rest, isSure)
}
