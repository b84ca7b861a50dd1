import { expect, test } from 'vitest'
import { failureOf } from './failure.ts'

const named = (name: string, more: object = {}) => Object.assign(new Error(name), { name, ...more })

test.each([
  ['a newer database', named('VersionError'), 'newer-database'],
  [
    'one that Dexie tells of',
    named('OpenFailedError', { inner: named('VersionError') }),
    'newer-database',
  ],
  ['a full disk', new DOMException('', 'QuotaExceededError'), 'full'],
  [
    'a transaction that a full disk ended',
    named('AbortError', { inner: new DOMException('', 'QuotaExceededError') }),
    'full',
  ],
  [
    'many rows of which one found no room',
    named('BulkError', { failures: [named('QuotaExceededError')] }),
    'full',
  ],
  ['anything else', named('UnknownError', { inner: named('DataError') }), 'failed'],
  ['what is no error', 'QuotaExceededError', 'failed'],
])('%s', (_, error, failure) => expect(failureOf(error)).toBe(failure))

test('an error that holds itself is only an error', () => {
  const error = named('UnknownError')
  Object.assign(error, { inner: error })
  expect(failureOf(error)).toBe('failed')
})
