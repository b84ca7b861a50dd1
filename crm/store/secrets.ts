import { createHash, randomBytes } from 'node:crypto'

/** A new secret: 256 bits, in letters that fit a header, a cookie and an address. */
export function makeSecret(): string {
  return randomBytes(32).toString('base64url')
}

/**
 * The form in which a secret is kept. A plain hash will do for what `makeSecret` made; a token that
 * a person thought up is as good as its length.
 */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
