/** How a network writes the addresses of its people. Parts are what stands between the slashes. */
export interface Network {
  /** Its names; what stands below them is told apart elsewhere. */
  readonly hosts: readonly string[]
  /** The host that a profile's address is written down with. */
  readonly shown: string
  /** The single person whose page an address begins with, if it is one's. */
  profile(parts: readonly string[], query: URLSearchParams): Profile | undefined
  /** What may follow on a person's own page that is still about them alone. */
  readonly ofTheSame: RegExp
}

export interface Profile {
  readonly name: string
  /** How many parts belong to it. */
  readonly parts: number
  /** What follows the host, encoded again. */
  readonly path: string
  /** Whether the name stands where the network's own pages have theirs. */
  readonly isAtRoot: boolean
}

/** Pages of a network's own that stand where people's names do. */
export const RESERVED = new Set(
  (
    'home feed explore discover notifications messages messaging inbox direct settings login logout ' +
    'signup register recover help about terms privacy policies legal jobs careers ads business ' +
    'developers compose intent share sharer hashtag tag tags topics watch reel reels video videos ' +
    'stories story live events event marketplace gaming games pages page photo photos media post ' +
    'posts p tv accounts account profile me i l u web download apps app bookmarks saved memories ' +
    'plugins dialog tr flx hovercard challenge session help-center company companies school'
  ).split(' '),
)

/**
 * Words by which networks name their lists of people, in an address. One of them anywhere beside a
 * person's own name is enough: where it isn't sure, nothing is taken.
 */
const LISTS = new RegExp(
  `^(?:${[
    'my-?network|networks?|connect(?:ions?|ed)?|contacts?|kontakte|abonnenten|subscri(?:bers?|ptions)',
    'follow(?:s|ed|ing|ees?)?|(?:\\w+_)?followers|friends?|close_friends|mutual\\w*|(?:in-)?common',
    'people|persons|members?|search|find|groups?|communit(?:y|ies)|lists?|dir(?:ectory)?|talent|leads',
    'likes?|liked|likers|reactions?|reactors|retweets?|reposts?|quotes|attendees|participants|guests',
    'employees|alumni|viewers|visitors|profile-views?|who-viewed|audience|invitations?|invite|requests?',
    'suggest(?:ed|ions?)|recommendations|birthdays|favorites|blocked',
  ].join('|')})(?:[-_.][\\w.-]*)?$`,
  'i',
)

/** Whether one of these parts of an address names a list of people. */
export const listsPeople = (parts: readonly string[]): boolean =>
  parts.some(part => LISTS.test(part))

const encoded = (parts: readonly string[]) => parts.map(encodeURIComponent).join('/')

/** A person whose name stands after a word of the network's: `/in/name`. */
function named(parts: readonly string[], words: RegExp, least = 1): Profile | undefined {
  // What apps and mails put before it.
  const from = /^(?:mwlite|comm|app|_u)$/i.test(parts[0] ?? '') ? 1 : 0
  const [word = '', name = ''] = parts.slice(from)
  if (!words.test(word) || name.length < least) return undefined
  const path = encoded([word.toLowerCase(), name])
  return { name, parts: from + 2, path, isAtRoot: false }
}

/** A person whose name is the first thing after the host. */
function atRoot(parts: readonly string[], names: RegExp): Profile | undefined {
  const from = /^_u$/i.test(parts[0] ?? '') ? 1 : 0
  const name = parts[from]?.replace(/^@/, '') ?? ''
  if (!names.test(name) || listsPeople([name])) return undefined
  return { name, parts: from + 1, path: encoded([name]), isAtRoot: true }
}

function onFacebook(parts: readonly string[], query: URLSearchParams): Profile | undefined {
  const [first = '', name = '', number = ''] = parts
  const id = query.get('id') ?? ''
  if (/^profile\.php$/i.test(first) && /^\d{1,20}$/.test(id)) {
    return { name: id, parts: 1, path: `profile.php?id=${id}`, isAtRoot: false }
  }
  if (/^people$/i.test(first) && /^\d{1,20}$/.test(number)) {
    return { name, parts: 3, path: encoded(['people', name, number]), isAtRoot: false }
  }
  return atRoot(parts, /^(?!.*\.php$)[\p{L}\p{N}.]{2,80}$/iu)
}

export const NETWORKS: readonly Network[] = [
  {
    hosts: ['linkedin.com'],
    shown: 'www.linkedin.com',
    profile: parts => {
      const profile = named(parts, /^(?:in|pub)$/i)
      // `/pub/dir/…` lists everybody of one name; `/in/me` is whoever looks.
      return /^(?:dir|me)$/i.test(profile?.name ?? '') ? undefined : profile
    },
    // The languages of a profile, its chapters, and the numbers of old addresses.
    ofTheSame:
      /^(?:[a-z]{2}([-_][a-z]{2})?|details|overlay|contact-info|about-this-profile|experience|education|skills|certifications|languages|projects|publications|courses|honors|volunteering-experiences|recent-activity|all|[0-9a-f]{1,3})$/i,
  },
  {
    hosts: ['facebook.com'],
    shown: 'www.facebook.com',
    profile: onFacebook,
    ofTheSame:
      /^(?:about(?:_\w+)?|photos(?:_\w+)?|videos|posts|reels|timeline|map|sports|music|directory_\w+)$/i,
  },
  {
    hosts: ['instagram.com'],
    shown: 'www.instagram.com',
    profile: parts => atRoot(parts, /^[a-z0-9_.]{1,30}$/i),
    ofTheSame: /^(?:reels|tagged|channel|feed|saved)$/i,
  },
  {
    hosts: ['x.com', 'twitter.com'],
    shown: 'x.com',
    profile: parts => atRoot(parts, /^[a-z0-9_]{1,15}$/i),
    ofTheSame: /^(?:with_replies|media|highlights|articles|photo|header_photo|about)$/i,
  },
  {
    hosts: ['xing.com'],
    shown: 'www.xing.com',
    profile: parts => named(parts, /^profiles?$/i),
    ofTheSame: /^(?:cv|portfolio|web_profiles|activities|about|details|[a-z]{2})$/i,
  },
]
