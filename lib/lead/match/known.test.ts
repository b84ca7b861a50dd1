import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { keysOf, type Person, reasonFor } from './known.ts'

const person = (parts: Partial<Person>): Person => ({
  ...{ name: '', company: '', email: '', phone: '' },
  ...parts,
})

describe('why two people may be one', () => {
  it.each<[Partial<Person>, Partial<Person>, ReturnType<typeof reasonFor>]>([
    [{ email: ' Sample@Example.com' }, { email: 'sample@example.com', name: 'Else' }, 'email'],
    [{ email: 'sample@' }, { email: 'sample@' }, undefined],
    [{ phone: '22 33 44 55' }, { phone: '+47 22334455', name: 'Else' }, 'phone'],
    [{ phone: '0047 22 33 44 55' }, { phone: '(+47) 22-33-44-55' }, 'phone'],
    [{ phone: '+46 22 33 44 55' }, { phone: '22 33 44 55' }, undefined],
    [{ phone: '22 33' }, { phone: '22 33' }, undefined],
    [{ email: 'a@example.com, b@example.com' }, { email: 'b@example.com' }, 'email'],
    [{ phone: '+47 900 11 222, 22 33 44 55' }, { phone: '22334455' }, 'phone'],
    [
      { email: 'a@example.com', phone: '22334455' },
      { email: 'a@example.com', phone: '22334455' },
      'email',
    ],
    [
      { name: 'Bob Person', company: 'Example AS' },
      { name: 'Robert Person', company: 'EXAMPLE' },
      'name-and-company',
    ],
    [
      { name: 'Sample Person', company: 'Example AS' },
      { name: 'Sample Person', company: 'Other AS' },
      undefined,
    ],
    [{ name: 'Sample Person' }, { name: 'Sample M. Person', company: 'Other AS' }, 'name'],
    [{ name: 'Bob Person' }, { name: 'Robert Person' }, 'name'],
    [{ name: 'Sample' }, { name: 'Sample', company: 'Other AS' }, undefined],
    [{ name: 'S. Person' }, { name: 'Sample Person' }, undefined],
    [{ company: 'Example AS' }, { company: 'Example AS' }, undefined],
    [{}, {}, undefined],
  ])('%j and %j: %s', (one, other, reason) => {
    expect(reasonFor(person(one), person(other), 'NO')).toBe(reason)
    expect(reasonFor(person(other), person(one), 'NO')).toBe(reason)
  })
})

test('nobody is looked up by too little', () => {
  expect(keysOf(person({ name: 'S', phone: '12', email: 's@e' }))).toEqual([])
  expect(keysOf(person({ company: 'Example AS' }))).toEqual([])
})

const people: fc.Arbitrary<Person> = fc.record({
  name: fc.oneof(
    fc
      .array(fc.constantFrom('Anne', 'Marie', 'Anne-Marie', 'Bob', 'Robert', 'K.', 'Øen', 'Oeen'), {
        maxLength: 4,
      })
      .map(words => words.join(' ')),
    fc.string({ unit: 'binary', maxLength: 20 }),
  ),
  company: fc.oneof(
    fc.constantFrom('', 'Example AS', 'Example', 'AB Example', 'Øen & Co. KG'),
    fc.string({ unit: 'binary', maxLength: 20 }),
  ),
  email: fc.oneof(fc.constantFrom('', 'a@example.com', 'A@Example.com '), fc.string()),
  phone: fc.oneof(
    fc.constantFrom('', '22334455', '+47 22 33 44 55', '0047 22334455', '22334455 x7', '123456789'),
    fc.string({ unit: fc.constantFrom(...'0123456789+ ()x') }),
  ),
})

const shares = (one: Person, other: Person) => {
  const keys = keysOf(other)
  return keysOf(one).some(key => keys.includes(key))
}

test('the reason is the same in both directions, and whoever has one is found by a key', () => {
  fc.assert(
    fc.property(people, people, (one, other) => {
      const reason = reasonFor(one, other, 'NO')
      expect(reasonFor(other, one, 'NO')).toBe(reason)
      if (reason !== undefined) expect(shares(one, other)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('whoever can be looked up is found as themselves', () => {
  fc.assert(
    fc.property(people, someone => {
      expect(reasonFor(someone, { ...someone }, 'NO') !== undefined).toBe(
        keysOf(someone).length > 0,
      )
    }),
  )
})

test('keys stay few and short', () => {
  const long = person({
    name: 'Bernhardine Chris Alexandra '.repeat(1000),
    company: 'Example '.repeat(1000),
    email: `${'a'.repeat(5000)}@example.com`,
  })
  expect(keysOf(long).length).toBeLessThan(40)
  expect(Math.max(...keysOf(long).map(key => key.length))).toBeLessThan(300)
})
