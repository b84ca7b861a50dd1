import * as z from 'zod/mini'
import { StartError } from './start-error.ts'

const BAD_PORT = 'PORT must be a whole number from 0 to 65535.'
const BAD_RATE = 'RATE_LIMIT must be a whole number of requests a minute, or 0 for no limit.'
const httpAddress = z.url({ protocol: /^https?$/ })

/** What is set by environment variables, each with the sentence for a value that can't be used. */
const schema = z.object({
  HOST: z._default(
    z.string().check(z.regex(/^[\w.:-]+$/, 'HOST must be a host name or an IP address.')),
    '127.0.0.1',
  ),
  PORT: z._default(
    z.coerce
      .number(BAD_PORT)
      .check(z.refine(port => Number.isInteger(port) && port >= 0 && port <= 65_535, BAD_PORT)),
    8787,
  ),
  CRM_TOKEN: z.optional(
    z
      .string()
      .check(z.regex(/^[\x21-\x7e]+$/, 'CRM_TOKEN must be letters without spaces (ASCII).')),
  ),
  CRM_DATA: z._default(z.string(), '.data/crm'),
  CRM_USER: z._default(
    z.string().check(z.maxLength(200, 'CRM_USER must be a name of at most 200 letters.')),
    'The owner',
  ),
  CRM_LOG: z.optional(z.enum(['0', '1'], 'CRM_LOG must be 1 for a line a request, or 0 for none.')),
  DATABASE_URL: z.optional(
    z
      .string()
      .check(z.regex(/^postgres(?:ql)?:\/\/\S+$/, 'DATABASE_URL must begin with postgres://.')),
  ),
  RATE_LIMIT: z._default(
    z.coerce
      .number(BAD_RATE)
      .check(z.refine(rate => Number.isInteger(rate) && rate >= 0 && rate <= 1_000_000, BAD_RATE)),
    600,
  ),
  PUBLIC_URL: z.optional(
    httpAddress.check(
      z.refine(url => isOrigin(url), 'PUBLIC_URL must be scheme, host and port, without a path.'),
    ),
  ),
})

export type Settings = {
  host: string
  port: number
  token: string | undefined
  /** A folder, or `memory`. */
  data: string
  user: string
  isLogging: boolean
  databaseUrl: string | undefined
  publicUrl: string | undefined
  /** Requests a minute and colleague; 0: any number. */
  rateLimit: number
}

/**
 * The settings in the environment. An empty variable is one that isn't set.
 *
 * @throws StartError with the sentence about the first value that can't be used
 */
export function readEnvironment(environment: Record<string, string | undefined>): Settings {
  const given = Object.entries(environment).filter(([, value]) => value !== '')
  const read = schema.safeParse(Object.fromEntries(given))
  if (!read.success) {
    const [issue] = read.error.issues
    const name = String(issue?.path[0])
    const sentence = issue?.message ?? ''
    throw new StartError(sentence.includes(name) ? sentence : `${name} can’t be used as it is.`)
  }
  const set = read.data
  return {
    host: set.HOST,
    port: set.PORT,
    token: set.CRM_TOKEN,
    data: set.CRM_DATA,
    user: set.CRM_USER,
    isLogging: set.CRM_LOG === '1',
    databaseUrl: set.DATABASE_URL,
    publicUrl: set.PUBLIC_URL === undefined ? undefined : new URL(set.PUBLIC_URL).origin,
    rateLimit: set.RATE_LIMIT,
  }
}

function isOrigin(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { pathname, search, hash, username, password } = new URL(url)
  return pathname === '/' && search + hash + username + password === ''
}
