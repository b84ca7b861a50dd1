import { isDeniedHost } from '../privacy/denied.ts'

export interface Endpoint {
  /** Scheme, host and port. */
  origin: string
  /** Origin and path, without a slash at the end. */
  base: string
}

export type AddressFault = 'bad-address' | 'not-https' | 'denied-host' | 'credentials-in-address'

export type Address = { ok: true; endpoint: Endpoint } | { ok: false; fault: AddressFault }

const LOOPBACK = new Set(['localhost', '127.0.0.1'])
const MAX_LENGTH = 2048

/**
 * Reads the address of a CRM as people write or paste it: without a scheme it is https, a slash or
 * the API's own path at the end is dropped, and so is a dot behind the host's name.
 *
 * https is required, but for this machine's own loopback, where there is no way to listen in. A
 * social network's host is refused here, so that it is refused everywhere.
 */
export function parseAddress(text: string): Address {
  const trimmed = text.trim()
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`
  if (/\s/.test(trimmed) || trimmed.length > MAX_LENGTH || !URL.canParse(whole)) {
    return { ok: false, fault: 'bad-address' }
  }
  const url = new URL(whole)
  url.hostname = url.hostname.replace(/\.+$/, '')
  const isLoopback = LOOPBACK.has(url.hostname)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return refuse('bad-address')
  if (url.username !== '' || url.password !== '') return refuse('credentials-in-address')
  if (isDeniedHost(url.hostname)) return refuse('denied-host')
  if (!isLoopback && !/\.[^.]/.test(url.hostname)) return refuse('bad-address')
  if (url.hash !== '' || url.search !== '') return refuse('bad-address')
  if (url.protocol === 'http:' && !isLoopback) return refuse('not-https')
  const path = url.pathname.replace(/\/+$/, '').replace(/\/api\/v1$/, '')
  return { ok: true, endpoint: { origin: url.origin, base: url.origin + path } }
}

const refuse = (fault: AddressFault): Address => ({ ok: false, fault })
