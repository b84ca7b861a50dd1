import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createApp } from './app.ts'
import { readEnvironment, type Settings } from './environment.ts'
import { keepToken } from './folder/keep-token.ts'
import { lockFolder } from './folder/lock.ts'
import { listen } from './listen.ts'
import { StartError } from './start-error.ts'
import { findColleague, keepOwner } from './store/colleagues.ts'
import { migrate } from './store/migrations.ts'
import { type Db, openPGlite, openPostgres } from './store/open.ts'
import { isOutage } from './store/outage.ts'
import { sqlState } from './store/retry.ts'
import { makeSecret } from './store/secrets.ts'
import { makeSignInLink } from './store/sessions.ts'

export type Crm = {
  /** Where it listens: `http://127.0.0.1:8787`. */
  url: string
  token: string
  /** A link that signs the owner in once, within ten minutes, and leads to a page of ours. */
  signInLink(path?: string): Promise<string>
  /** Ends it after the running requests. */
  close(): Promise<void>
}

/**
 * Starts the embedded CRM.
 *
 * @param options what differs from an empty environment
 * @throws StartError with a sentence for the person who started it; then nothing is left running
 */
export async function startCrm(options: Partial<Settings> = {}): Promise<Crm> {
  const settings = { ...readEnvironment({}), ...options }
  const closers: (() => void | Promise<void>)[] = []
  let closing: Promise<void> | undefined
  const close = () => {
    closing ??= closeAll(closers)
    return closing
  }
  try {
    const folder = settings.data === 'memory' ? undefined : makeFolder(settings.data)
    if (folder !== undefined && settings.databaseUrl === undefined) closers.push(lockFolder(folder))
    const token = settings.token ?? (folder === undefined ? makeSecret() : keepToken(folder))
    const db = await open(settings.databaseUrl, folder)
    closers.push(() => db.destroy())
    await prepare(db, settings.user, token)
    const now = () => new Date()
    const log = (line: string) => process.stderr.write(`${line}\n`)
    const app = createApp({
      db,
      now,
      publicUrl: settings.publicUrl,
      rateLimit: settings.rateLimit,
      log: settings.isLogging ? log : undefined,
    })
    const { url, close: stop } = await listen(app, settings)
    closers.push(stop)
    return {
      url,
      token,
      async signInLink(path = '/') {
        const owner = await findColleague(db, token)
        if (owner === null) throw new Error('the token was changed by another instance')
        const secret = await makeSignInLink(db, owner, path, now())
        return `${settings.publicUrl ?? url}/sign-in?once=${secret}`
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** PostgreSQL's words for rights that are missing, and for an extension that isn't installed. */
const NOT_ALLOWED = new Set(['42501', '0A000', '58P01'])

/** What was opened last is closed first. */
async function closeAll(closers: (() => void | Promise<void>)[]): Promise<void> {
  for (const close of closers.toReversed()) await close()
}

function makeFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return folder
  } catch (error) {
    throw new StartError(`The folder ${folder} (CRM_DATA) can’t be made or used.`, { cause: error })
  }
}

async function open(databaseUrl: string | undefined, folder: string | undefined): Promise<Db> {
  if (databaseUrl !== undefined) return openPostgres(databaseUrl)
  return openPGlite(folder === undefined ? undefined : join(folder, 'database'))
}

async function prepare(db: Db, user: string, token: string): Promise<void> {
  try {
    await migrate(db)
    await keepOwner(db, user, token)
  } catch (error) {
    if (NOT_ALLOWED.has(sqlState(error))) {
      throw new StartError(
        'The database (DATABASE_URL) doesn’t let us make our tables, or its extension pg_trgm.',
        { cause: error },
      )
    }
    // What the driver says may hold the address, and the address may hold a password.
    if (isOutage(error)) {
      throw new StartError('The database (DATABASE_URL) can’t be reached.', { cause: error })
    }
    throw error
  }
}
