import { execFile, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

const run = promisify(execFile)

export type TestPostgres = { url: string; stop(): Promise<void> }

/** Where Debian keeps the server's programs, the newest version first; undefined without them. */
export function postgresBinaries(): string | undefined {
  const versions = '/usr/lib/postgresql'
  if (!existsSync(versions)) return undefined
  return readdirSync(versions)
    .toSorted((a, b) => Number(b) - Number(a))
    .map(version => join(versions, version, 'bin'))
    .find(folder => existsSync(join(folder, 'initdb')))
}

/**
 * A PostgreSQL of its own for a test file: on a free port, in a folder that goes with it.
 *
 * @param options `isDurable`: it waits for the disk, which tests can do without
 * @throws with what the server said, when it doesn't start
 */
export async function startPostgres(
  binaries: string,
  { isDurable = false } = {},
): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'kundekort-pg-'))
  const asUser = runsAsRoot() ? ['runuser', '-u', 'postgres', '--'] : []
  if (runsAsRoot()) await run('chown', ['postgres', folder])
  chmodSync(folder, 0o700)
  const data = join(folder, 'data')
  await runAs(asUser, join(binaries, 'initdb'), '-D', data, '-U', 'test', '-A', 'trust', '-N')
  const port = await freePort()
  const server = [
    '-D',
    data,
    '-p',
    String(port),
    '-k',
    folder,
    '-h',
    '127.0.0.1',
    ...(isDurable ? [] : ['-F']),
  ]
  const [command = '', ...args] = [...asUser, join(binaries, 'postgres'), ...server]
  const child = spawn(command, args, { stdio: 'ignore', cwd: folder })
  const gone = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const url = `postgres://test@127.0.0.1:${port}/postgres`
  await untilItAnswers(url)
  return {
    url,
    async stop() {
      await runAs(asUser, join(binaries, 'pg_ctl'), '-D', data, '-m', 'fast', 'stop')
      await gone
      rmSync(folder, { recursive: true })
    },
  }
}

/** The server refuses to run as root. */
function runsAsRoot(): boolean {
  return process.getuid?.() === 0
}

async function runAs(asUser: string[], ...command: string[]): Promise<void> {
  const [first = '', ...rest] = [...asUser, ...command]
  await run(first, rest, { cwd: tmpdir() })
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>(resolve => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise(resolve => probe.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port was free')
  return address.port
}

async function untilItAnswers(url: string): Promise<void> {
  const deadline = Date.now() + 30_000
  for (;;) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (Date.now() > deadline) throw new Error('PostgreSQL did not start', { cause: error })
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }
}
