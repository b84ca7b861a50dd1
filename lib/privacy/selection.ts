import { socialPage } from './social.ts'

/** Text that somebody selected on a page and handed over, with the addresses that the browser tells. */
export interface Selection {
  readonly text: string
  readonly pageUrl?: string | undefined
  /** The frame in the page that the text stands in, if it isn't the page itself. */
  readonly frameUrl?: string | undefined
}

/** What may be taken of a selection. */
export type Taken =
  | { take: 'text'; text: string }
  /** `profile` is the address of that single person; to be taken only once the user says so. */
  | { take: 'name'; name: string; profile?: string }
  /** `people`: it is a list of people. `no-name`: on a social network, and more than a name. */
  | { take: 'nothing'; why: 'people' | 'no-name' }

/**
 * Decides by the addresses alone what may be taken: the text as it is, on a social network no more
 * than a single name, and nothing where it lists people.
 */
export function takeOf({ text, pageUrl = '', frameUrl = '' }: Selection): Taken {
  const page = socialPage(pageUrl)
  const frame = socialPage(frameUrl)
  if (page === undefined && frame === undefined) return { take: 'text', text }
  if (page?.is === 'people' || frame?.is === 'people') return { take: 'nothing', why: 'people' }
  const name = nameIn(text)
  if (name === undefined) return { take: 'nothing', why: 'no-name' }
  // A frame has an address of its own: whose profile the page is says nothing about it.
  const isProfile = page?.is === 'person' && (frameUrl === '' || frameUrl === pageUrl)
  return { take: 'name', name, ...(isProfile && { profile: page.address }) }
}

/** What profiles write behind a name: *(she/her) · 2nd · Head of Examples*. */
const BEHIND = /\s*(?:[|•·,;:()[\]<>#\d"“”«»/\\]|\s[-–—]\s).*$/su
const WORD = /^\p{L}[\p{L}\p{M}.'’-]*$/u
const MOST_WORDS = 5
const MOST_LETTERS = 80

/** The one name that a text is, or begins with before a mark; nothing where it goes on like a text. */
function nameIn(text: string): string | undefined {
  const plain = text.replace(/[\p{Cf}\p{Extended_Pictographic}]/gu, '').trim()
  const name = plain.replace(BEHIND, '').replace(/\s+/g, ' ')
  const words = name.split(' ')
  const isName = words.length <= MOST_WORDS && words.every(word => WORD.test(word))
  return isName && name.length <= MOST_LETTERS ? name : undefined
}
