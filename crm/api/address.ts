import type { Context } from 'hono'

/**
 * The address under which a request came, as its answer's links begin: scheme, host, port. Behind
 * something that ends TLS the scheme is what that says, if it is one.
 */
export function addressOf(c: Context, publicUrl: string | undefined): string {
  if (publicUrl !== undefined) return publicUrl
  const { host, protocol } = new URL(c.req.url)
  const forwarded = c.req.header('x-forwarded-proto')?.split(',')[0]?.trim().toLowerCase()
  const scheme = forwarded === 'https' || forwarded === 'http' ? forwarded : protocol.slice(0, -1)
  return `${scheme}://${host}`
}
