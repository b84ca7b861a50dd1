import type { Context } from 'hono'
import { addressOf } from '../api/address.ts'
import { readBody } from '../api/read-json.ts'

const LARGEST_FORM = 16 * 1024

/**
 * Whether a form was sent by one of our own pages. SameSite=Strict keeps the cookie away from
 * others' forms already; this also keeps somebody from being signed in by another site.
 */
export function isOwnForm(c: Context, publicUrl: string | undefined): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const origin = c.req.header('origin')
  // Browsers send one of both with a form: without either it's a program with no cookies to abuse.
  return origin === undefined || origin === addressOf(c, publicUrl)
}

/** @throws Refusal 413 */
export async function readForm(c: Context): Promise<URLSearchParams> {
  const bytes = await readBody(c.req.raw, LARGEST_FORM)
  return new URLSearchParams(new TextDecoder().decode(bytes))
}
