import { expect, it } from 'vitest'
import { mergeStatements, uniteStatements } from './merge-statements.ts'

const said = (value: string | null, author = 'Sample Colleague') => ({
  value,
  author,
  day: '2026-03-01',
})
const lower = (value: string) => value.toLowerCase()

it('fills what was empty, and keeps the first value that was said', () => {
  const merged = mergeStatements([said(null), said('Buyer'), said('Director', 'Other')], lower)
  expect(merged).toEqual({ value: 'Buyer', differences: [said('Director', 'Other')] })
})

it('takes what means the same for no difference, and each difference once', () => {
  const merged = mergeStatements(
    ['Buyer', 'BUYER', 'Director', 'director'].map(v => said(v)),
    lower,
  )
  expect(merged.differences).toEqual([said('Director')])
})

it('has nothing where nobody said anything', () => {
  expect(mergeStatements([said(null)], lower)).toEqual({ value: null, differences: [] })
})

it('puts lists together in the order in which they came', () => {
  const united = uniteStatements(
    [
      ['b', 'a'],
      ['A', 'c'],
    ],
    (one, other) => lower(one) === lower(other),
  )
  expect(united).toEqual(['b', 'a', 'c'])
})
