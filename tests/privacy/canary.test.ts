import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { canariesIn } from './canary.ts'

const CANARY = 'kanari-17 Åse "Sample"'

test.each([
  ['as it is', (text: string) => text],
  ['in capitals', (text: string) => text.toUpperCase()],
  ['in JSON', (text: string) => JSON.stringify(text)],
  ['in an address', encodeURIComponent],
  ['in hex', (text: string) => Buffer.from(text).toString('hex')],
  [
    'in base64, in the middle of something',
    (text: string) => Buffer.from(`xx${text}yy`).toString('base64'),
  ],
  ['as a digest', (text: string) => createHash('sha256').update(text).digest('hex')],
])('a canary is found %s', (_, hide) => {
  expect(canariesIn(`before ${hide(CANARY)} after`, [CANARY, 'kanari-99'])).toEqual([CANARY])
})

test('a canary that is not there is not found', () => {
  expect(canariesIn('kanari-1 and kanari-2', ['kanari-3'])).toEqual([])
})
