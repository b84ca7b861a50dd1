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

/**
 * @param host as `URL.hostname` has it: lower-case, in ASCII; a dot at its end may still be there
 * @returns whether it belongs to a social network
 */
export function isDeniedHost(host: string): boolean {
  const name = host.toLowerCase().replace(/\.+$/, '')
  return DENIED_HOSTS.some(denied => name === denied || name.endsWith(`.${denied}`))
}
