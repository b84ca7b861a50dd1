import { expect, test } from 'vitest'
import { findEmails } from './email.ts'

test.each([
  ['Mail: kari@example.com.', ['kari@example.com']],
  ['kari(at)example.com', ['kari@example.com']],
  ['kari [krøllalfa] example [punktum] com', ['kari@example.com']],
  ['kari dot nordmann at example dot com', ['kari.nordmann@example.com']],
  ['kari @ example.com', ['kari@example.com']],
  ['kari.nordmann\n@example.com', ['kari.nordmann@example.com']],
  ['kari@example.com<mailto:kari@example.com>', ['kari@example.com']],
  ['mailto:kari@example.com?subject=Hi', ['kari@example.com']],
  ['[cid:image001.png@01DA3F77.5B2C10E0]', []],
  ['image001.png@example.com', []],
  ['meet at noon', []],
  ['we met at example.com', []],
  ["o'brien@example.com, b_c@sub.example.org", ["o'brien@example.com", 'b_c@sub.example.org']],
])('%s', (text, emails) => expect(findEmails(text).map(one => one.value)).toEqual(emails))
