import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { mailto } from './mailto.ts'

/** As a mail program reads the link: split at its signs first, then decoded. */
function read(href: string) {
  const [, to = '', query = ''] = /^mailto:([^?]*)\?(.*)$/s.exec(href) ?? []
  const headers = query.split('&').map(part => part.split('='))
  return {
    to: to === '' ? [] : to.split(',').map(decodeURIComponent),
    headers: headers.map(([key = '', ...value]) => [key, decodeURIComponent(value.join('='))]),
  }
}

test('lines, spaces and letters are encoded as RFC 6068 has them', () => {
  const mail = { to: ['kari@example.com'], subject: 'På kundekortet', body: 'Hei,\n\nÆ & Ø?' }
  expect(mailto(mail)).toBe(
    'mailto:kari@example.com?subject=P%C3%A5%20kundekortet&body=Hei%2C%0D%0A%0D%0A%C3%86%20%26%20%C3%98%3F',
  )
})

test('several addresses have commas between them', () => {
  const mail = { to: ['one@example.com', 'other@example.com'], subject: 's', body: 'b' }
  expect(mailto(mail)).toBe('mailto:one@example.com,other@example.com?subject=s&body=b')
})

describe('an address stays one', () => {
  it.each([
    ['a?bcc=b@example.com', 'a%3Fbcc%3Db@example.com'],
    ['a&cc=b@example.com', 'a%26cc%3Db@example.com'],
    ['a%2Cb@example.com', 'a%252Cb@example.com'],
    ['a+b@example.com', 'a%2Bb@example.com'],
    ["o'sample@example.com", "o'sample@example.com"],
    ['kåre@example.com', 'k%C3%A5re@example.com'],
  ])('%s', (address, encoded) => {
    expect(mailto({ to: [address], subject: '', body: '' })).toBe(
      `mailto:${encoded}?subject=&body=`,
    )
  })
})

describe('what could become another recipient is left out', () => {
  it.each([
    'a@example.com,b@example.com',
    '"a,b@example.com"@example.com',
    'Sample <a@example.com>',
    'a@example.com\r\nBcc: b@example.com',
    'a@b@example.com',
    'a@example.com;b',
    'undisclosed:a@example.com',
    'no address',
    '',
  ])('%j', address => {
    expect(mailto({ to: [address], subject: '', body: '' })).toBe('mailto:?subject=&body=')
  })
})

const anything = fc.string({ unit: 'binary', maxLength: 60 })
const hostile = fc.oneof(
  anything,
  fc.string({ maxLength: 60 }),
  fc.constantFrom('&bcc=b@example.com', '\r\nBcc: b@example.com', '?cc=x', '%0D%0A', '\ud800', '#'),
)

test('whatever is in it, there is one subject, one body, and no recipient beside those given', () => {
  fc.assert(
    fc.property(fc.array(hostile, { maxLength: 4 }), hostile, hostile, (to, subject, body) => {
      const href = mailto({ to, subject, body })
      expect(href).toMatch(/^[\x21-\x7e]*$/)
      const seen = read(href)
      expect(seen.headers.map(([key]) => key)).toEqual(['subject', 'body'])
      expect(seen.headers[0]?.[1]).not.toMatch(/[\r\n]/)
      expect(seen.headers[1]?.[1]).toBe(body.toWellFormed().replace(/\r\n?|\n/g, '\r\n'))
      for (const address of seen.to) {
        expect(to.map(each => each.toWellFormed())).toContain(address)
        expect(address).not.toMatch(/[\s,;<>"]/)
      }
    }),
  )
})
