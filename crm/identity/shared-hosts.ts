/** Where many companies have a page: an address there says nothing about whose the host is. */
const SHARED_HOSTS = [
  ...['linkedin.com', 'lnkd.in', 'facebook.com', 'fb.com', 'fb.me', 'instagram.com', 'threads.net'],
  ...['threads.com', 'twitter.com', 'x.com', 't.co', 'bsky.app', 'tiktok.com', 'youtube.com'],
  ...[
    'youtu.be',
    'xing.com',
    'pinterest.com',
    'snapchat.com',
    'vk.com',
    'reddit.com',
    'medium.com',
  ],
  ...['github.com', 'gitlab.com', 't.me', 'wa.me', 'whatsapp.com', 'linktr.ee', 'about.me'],
  ...['sites.google.com', 'maps.google.com', 'maps.app.goo.gl', 'g.page', 'goo.gl', 'bit.ly'],
  ...['proff.no', 'gulesider.no', '1881.no', 'brreg.no', 'crunchbase.com', 'wikipedia.org'],
]

/** Whether the host, or one above it, belongs to a social network, a directory or a shortener. */
export function isSharedHost(host: string): boolean {
  return SHARED_HOSTS.some(shared => host === shared || host.endsWith(`.${shared}`))
}
