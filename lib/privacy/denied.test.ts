import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DENIED_HOSTS, isDeniedHost } from './denied.ts'

test.each(DENIED_HOSTS.flatMap(host => [host, `www.${host}`, `${host}.`, host.toUpperCase()]))(
  '%s is a social network',
  host => expect(isDeniedHost(host)).toBe(true),
)

test.each(['linkedіn.com', 'fаcebook.com', 'líñkedin.com', 'хing.com'])(
  '%s is spelt to be taken for one, also as a browser writes it',
  host => {
    expect(isDeniedHost(host)).toBe(true)
    expect(isDeniedHost(new URL(`https://www.${host}`).hostname)).toBe(true)
  },
)

test.each(['evil-linkedin.com', 'linkedin.com.evil.example', 'box.com', 'example.com'])(
  '%s is not',
  host => expect(isDeniedHost(host)).toBe(false),
)

test('whatever stands below a denied name is denied', () => {
  fc.assert(
    fc.property(fc.domain(), fc.constantFrom(...DENIED_HOSTS), (below, host) =>
      isDeniedHost(`${below}.${host}`),
    ),
  )
})
