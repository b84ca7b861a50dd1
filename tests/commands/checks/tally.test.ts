import { expect, it } from 'vitest'
import { add, judged, lastLine, NOTHING, ONE_FAILED, ONE_PASSED, type Tally } from './tally.ts'

const skip = { name: 'a', reason: 'no xvfb' }
const good: Tally = { passed: 3, failed: 0, skipped: [] }

it.each<[string, Tally | null, number, string]>([
  ['a clean run', good, 0, '3 passed, 0 failed'],
  ['a named failure', { ...good, failed: 2 }, 1, '3 passed, 2 failed'],
  ['a failure outside the tests', good, 1, '3 passed, 1 failed'],
  ['a crash without a report', null, 1, '0 passed, 1 failed'],
  ['no report although it ended well', null, 0, '0 passed, 1 failed'],
  ['nothing ran', NOTHING, 0, '0 passed, 1 failed'],
  ['everything was skipped', { ...NOTHING, skipped: [skip] }, 0, '0 passed, 1 failed, 1 skipped'],
  ['one was skipped', { ...good, skipped: [skip] }, 0, '3 passed, 0 failed, 1 skipped'],
])('%s is told as it is', (_case, reported, exitCode, line) => {
  expect(lastLine(judged(reported, exitCode))).toBe(line)
})

it('adds up over steps', () => {
  const sum = [ONE_PASSED, ONE_FAILED, { ...good, skipped: [skip] }].reduce(add)
  expect(lastLine(sum)).toBe('4 passed, 1 failed, 1 skipped')
})
