import { toUnicode } from 'punycode/punycode.es6.js'

/**
 * Hosts of social networks. No lead goes there, no permission is asked for them and no address on
 * them is accepted as a CRM, whoever configures it. Everything below a name counts as well.
 */
export const DENIED_HOSTS = [
  'linkedin.com',
  'lnkd.in',
  'licdn.com',
  'facebook.com',
  'fb.com',
  'fb.me',
  'messenger.com',
  'instagram.com',
  'threads.net',
  'threads.com',
  'x.com',
  'twitter.com',
  't.co',
  'xing.com',
  'tiktok.com',
  'snapchat.com',
  'whatsapp.com',
  'wa.me',
  'telegram.org',
  't.me',
  'vk.com',
  'bsky.app',
  'mastodon.social',
] as const

/** Letters of other scripts, and odd Latin ones, that look like the ones in these names. */
const LOOK_ALIKES: Record<string, string> = {
  ...{ а: 'a', α: 'a', ɑ: 'a', ь: 'b', с: 'c', ϲ: 'c', ԁ: 'd', е: 'e', є: 'e', ε: 'e' },
  ...{ ɡ: 'g', һ: 'h', н: 'h', і: 'i', ι: 'i', ı: 'i', ɩ: 'i', к: 'k', κ: 'k', ӏ: 'l', ł: 'l' },
  ...{ м: 'm', п: 'n', ո: 'n', о: 'o', ο: 'o', օ: 'o', ø: 'o', р: 'p', ρ: 'p', г: 'r', ѕ: 's' },
  ...{ т: 't', τ: 't', υ: 'u', ս: 'u', ν: 'v', ѵ: 'v', ԝ: 'w', ω: 'w', х: 'x', χ: 'x', у: 'y' },
}

/** A host's name as a hasty eye reads it. */
function skeleton(host: string): string {
  const letters = toUnicode(host).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return Array.from(letters, letter => LOOK_ALIKES[letter] ?? letter).join('')
}

/**
 * @param host as `URL.hostname` has it: lower-case, in ASCII; a dot at its end may still be there
 * @returns whether it belongs to a social network, or is spelt to be taken for one
 */
export function isDeniedHost(host: string): boolean {
  const name = skeleton(host).replace(/\.+$/, '')
  return DENIED_HOSTS.some(denied => name === denied || name.endsWith(`.${denied}`))
}
