import { describe, expect, it } from 'vitest'
import { phoneKey, samePhone } from './phone.ts'

function same(one: string, other: string): boolean {
  const a = phoneKey(one)
  const b = phoneKey(other)
  return a !== null && b !== null && a.tail === b.tail && samePhone(a.value, b.value)
}

describe('one number', () => {
  it.each([
    ['+47 400 00 001', '+4740000001'],
    ['0047 40000001', '+4740000001'],
    ['40 00 00 01', '+4740000001'],
    ['4740000001', '+4740000001'],
    ['(0)20 7946 0001', '+44 20 7946 0001'],
    ['+44 (0)20 7946 0001', '020 7946 0001'],
    ['+4740000001 ext. 12', '+4740000001'],
    ['+４７ 40000001', '+4740000001'],
    ['02345', '2345'],
  ])('%j and %j', (one, other) => {
    expect(same(one, other)).toBe(true)
    expect(same(other, one)).toBe(true)
  })
})

describe('two numbers', () => {
  it.each([
    ['+4740000001', '+4640000001'],
    ['40000001', '40000002'],
    ['+4740000001', '140000001'],
    ['+47402345', '02345'],
    ['+1234540000001', '40000001'],
  ])('%j and %j', (one, other) => {
    expect(same(one, other)).toBe(false)
    expect(same(other, one)).toBe(false)
  })
})

it.each(['n/a', '', '+', '00', 'ext. 12'])('%j holds no number', text => {
  expect(phoneKey(text)).toBeNull()
})
