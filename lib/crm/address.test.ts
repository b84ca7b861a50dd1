import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AddressFault, parseAddress } from './address.ts'

test.each([
  ['https://crm.example.com', 'https://crm.example.com'],
  ['https://crm.example.com/', 'https://crm.example.com'],
  ['crm.example.com', 'https://crm.example.com'],
  ['  crm.example.com/sales/  ', 'https://crm.example.com/sales'],
  ['https://crm.example.com/api/v1', 'https://crm.example.com'],
  ['https://crm.example.com/sales/api/v1/', 'https://crm.example.com/sales'],
  ['https://CRM.example.com.:8443', 'https://crm.example.com:8443'],
  ['https://10.0.0.7', 'https://10.0.0.7'],
  ['http://127.0.0.1:8787', 'http://127.0.0.1:8787'],
  ['http://localhost:8787/', 'http://localhost:8787'],
  ['http://2130706433:8787', 'http://127.0.0.1:8787'],
  ['https://evil-linkedin.com', 'https://evil-linkedin.com'],
  ['https://linkedin.com.evil.example', 'https://linkedin.com.evil.example'],
])('%s leads to %s', (text, base) => {
  expect(parseAddress(text)).toMatchObject({ ok: true, endpoint: { base } })
})

test.each<[string, AddressFault]>([
  ['', 'bad-address'],
  ['our crm', 'bad-address'],
  ['crm', 'bad-address'],
  ['https://', 'bad-address'],
  ['ftp://crm.example.com', 'bad-address'],
  ['javascript:alert(1)', 'bad-address'],
  ['https://crm.example.com/#leads', 'bad-address'],
  ['https://crm.example.com/?key=1', 'bad-address'],
  [`https://crm.example.com/${'x'.repeat(2100)}`, 'bad-address'],
  ['http://crm.example.com', 'not-https'],
  ['http://[::1]:8787', 'bad-address'],
  ['https://me:word@crm.example.com', 'credentials-in-address'],
  ['https://linkedin.com@evil.example', 'credentials-in-address'],
  ['https://www.linkedin.com', 'denied-host'],
  ['https://LinkedIn.com./', 'denied-host'],
  ['https://www.linkedin.com:8443/', 'denied-host'],
  ['http://linkedin.com', 'denied-host'],
  ['https://ｌinkedin.com', 'denied-host'],
  ['facebook.com/crm', 'denied-host'],
])('%s is refused: %s', (text, fault) => expect(parseAddress(text)).toEqual({ ok: false, fault }))

test('what is accepted stays on its origin and reads as itself again', () => {
  fc.assert(
    fc.property(fc.oneof(fc.webUrl(), fc.string(), fc.domain()), text => {
      const read = parseAddress(text)
      if (!read.ok) return true
      const again = parseAddress(read.endpoint.base)
      return new URL(read.endpoint.base).origin === read.endpoint.origin && again.ok
    }),
  )
})
