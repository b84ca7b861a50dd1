import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { StartError } from '../start-error.ts'
import { createOnce } from './create-once.ts'
import { keepToken } from './keep-token.ts'
import { lockFolder } from './lock.ts'
import { isRunning, type RunningProcess, thisProcess } from './running-process.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kundekort-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const plant = (holder: Partial<RunningProcess> | string) =>
  writeFileSync(
    join(folder, 'lock.5'),
    typeof holder === 'string' ? holder : JSON.stringify({ ...thisProcess(), ...holder }),
  )
const age = (seconds: number) => {
  const then = new Date(Date.now() - seconds * 1000)
  utimesSync(join(folder, 'lock.5'), then, then)
}

describe('the lock on a folder', () => {
  it('keeps a second one out until the first one frees it', () => {
    const free = lockFolder(folder)
    expect(() => lockFolder(folder)).toThrow(StartError)
    free()
    lockFolder(folder)()
    expect(readdirSync(folder)).toHaveLength(1)
  })

  it('says who holds it and what to do', () => {
    lockFolder(folder)
    expect(() => lockFolder(folder)).toThrow(
      `Another Kundekort CRM (process ${process.pid}) is using the folder ${folder}: ` +
        'end it first, or set CRM_DATA to another folder.',
    )
  })

  it.each<[string, Partial<RunningProcess>]>([
    ['a number that nobody has', { pid: 2 ** 22 + 1 }],
    ['a number that somebody else has got since', { started: '1' }],
  ])('is taken over from a dead one: %s', (_, holder) => {
    plant(holder)
    lockFolder(folder)
    expect(readdirSync(folder)).toEqual(['lock.6'])
  })

  it.each<[string, Partial<RunningProcess> | string]>([
    ['in another container', { place: 'elsewhere' }],
    ['that cannot be read', ''],
  ])('of one %s is believed as long as its heart beats', (_, holder) => {
    plant(holder)
    expect(() => lockFolder(folder)).toThrow(StartError)
    age(60)
    lockFolder(folder)()
  })

  it('is not its own after somebody took and freed the folder meanwhile', () => {
    plant('freed')
    writeFileSync(join(folder, 'lock.7'), 'freed')
    lockFolder(folder)
    expect(readdirSync(folder)).toEqual(['lock.8'])
  })
})

describe('a process', () => {
  it('is over when it was killed, even before its parent has looked', async () => {
    const shell = spawn('sh', ['-c', 'sleep 60 & echo $!; exec sleep 60'])
    const [line] = await once(shell.stdout, 'data')
    const child: RunningProcess = { ...thisProcess(), pid: Number(line), started: null }
    expect(isRunning(child)).toBe(true)
    process.kill(child.pid, 'SIGKILL')
    await expect.poll(() => isRunning(child)).toBe(false)
    shell.kill('SIGKILL')
  })

  it('of another machine is neither running nor over as far as we know', () => {
    expect(isRunning({ ...thisProcess(), place: 'elsewhere' })).toBeNull()
  })
})

describe('the token', () => {
  it('is made once, and only its owner can read it', () => {
    const token = keepToken(folder)
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(keepToken(folder)).toBe(token)
    expect(statSync(join(folder, 'token')).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual(['token'])
  })

  it('is not replaced when somebody emptied the file', () => {
    writeFileSync(join(folder, 'token'), '\n')
    expect(() => keepToken(folder)).toThrow(StartError)
  })
})

it('a file that is made once keeps the first content', () => {
  const path = join(folder, 'once')
  expect([createOnce(path, 'first'), createOnce(path, 'second')]).toEqual([true, false])
  expect(readFileSync(path, 'utf8')).toBe('first')
})
