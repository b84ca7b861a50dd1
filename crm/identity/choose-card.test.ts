import { describe, expect, it } from 'vitest'
import { type CardCandidate, type CurrentCard, chooseCard } from './choose-card.ts'
import type { CompanyKeys } from './company-keys.ts'

const keys = (parts: Partial<CompanyKeys> = {}): CompanyKeys => ({
  number: null,
  domain: null,
  name: 'acme',
  ...parts,
})
const aCard = (id: string, parts: Partial<CardCandidate> = {}): CardCandidate => ({
  id,
  numbers: [],
  domains: [],
  names: ['acme'],
  ...parts,
})

describe('which card a new lead belongs to', () => {
  it.each<[string, CompanyKeys, CardCandidate[], string | null]>([
    ['none without candidates', keys(), [], null],
    ['the one of its name', keys(), [aCard('a')], 'a'],
    ['the number-less one of its name', keys({ number: '1' }), [aCard('a')], 'a'],
    ['not one with another number', keys({ number: '1' }), [aCard('a', { numbers: ['2'] })], null],
    ['not one with another domain', keys({ domain: 'x' }), [aCard('a', { domains: ['y'] })], null],
    [
      'the one with its number, whatever else is different',
      keys({ number: '1', domain: 'x' }),
      [
        aCard('a', { domains: ['x'] }),
        aCard('b', { numbers: ['1'], domains: ['y'], names: ['other'] }),
      ],
      'b',
    ],
    [
      'the one with its domain before the one with its name',
      keys({ domain: 'x' }),
      [aCard('a'), aCard('b', { domains: ['x'], names: ['other'] })],
      'b',
    ],
    [
      'of two with its domain the one with its name',
      keys({ domain: 'x' }),
      [aCard('a', { domains: ['x'], names: ['other'] }), aCard('b', { domains: ['x'] })],
      'b',
    ],
    [
      'not one with its domain and another number',
      keys({ number: '1', domain: 'x' }),
      [aCard('a', { numbers: ['2'], domains: ['x'] })],
      null,
    ],
    [
      'the older of two that fit alike',
      keys(),
      [aCard('a', { numbers: ['1'] }), aCard('b', { numbers: ['2'] })],
      'a',
    ],
  ])('%s', (_, lead, candidates, expected) => {
    expect(chooseCard(lead, candidates)).toBe(expected)
  })
})

describe('where a later revision of a lead goes', () => {
  const own: CurrentCard = { id: 'own', numbers: [], domains: [], shared: false }
  const shared = { ...own, shared: true }

  it.each<[string, CompanyKeys, CardCandidate[], CurrentCard, string | null]>([
    ['stays on its own card under a new name', keys({ name: 'new' }), [aCard('own')], own, 'own'],
    [
      'corrects its own number',
      keys({ number: '2' }),
      [aCard('own', { numbers: ['1'] })],
      own,
      'own',
    ],
    ['stays before an equal', keys(), [aCard('a'), aCard('own')], own, 'own'],
    [
      'goes to the card of its number',
      keys({ number: '1' }),
      [aCard('own'), aCard('a', { numbers: ['1'], names: ['x'] })],
      own,
      'a',
    ],
    ['leaves a shared card under a new name', keys({ name: 'new' }), [aCard('own')], shared, null],
    [
      'leaves a shared card whose others have another number',
      keys({ number: '2' }),
      [aCard('own', { numbers: ['1'] })],
      { ...shared, numbers: ['1'] },
      null,
    ],
  ])('%s', (_, lead, candidates, current, expected) => {
    expect(chooseCard(lead, candidates, current)).toBe(expected)
  })
})
