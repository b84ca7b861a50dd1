import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { takeOf } from './selection.ts'

const PERSON = 'https://www.linkedin.com/in/sample-person/?trk=x'
const PROFILE = 'https://www.linkedin.com/in/sample-person'
const FEED = 'https://www.linkedin.com/feed/'
const LIST = 'https://www.facebook.com/sample/friends'
const PAGE = 'https://example.com/team'

test.each([
  ['a page of a company', { pageUrl: PAGE }],
  ['a file', { pageUrl: 'file:///sample.html' }],
  ['a page that the browser does not name', {}],
])('on %s the text is taken as it is', (_, addresses) =>
  expect(takeOf({ text: ' Sample, 22 33 44 55 ', ...addresses })).toEqual({
    take: 'text',
    text: ' Sample, 22 33 44 55 ',
  }),
)

describe('on a social network the name is taken', () => {
  test.each([
    ['Sample Person', 'Sample Person'],
    [' Sample  Person ', 'Sample Person'],
    ['Sample Person (she/her) · 1st', 'Sample Person'],
    ['Sample Person • 2nd Head of Examples', 'Sample Person'],
    ['Sample Person, PhD', 'Sample Person'],
    ['Sample Person | Example AS | sample@example.com', 'Sample Person'],
    ['Sample Person – selger', 'Sample Person'],
    ['Sample Person 1. grad', 'Sample Person'],
    ['🚀 Sample Person 🚀', 'Sample Person'],
    ['\u202eSample Person\u202c', 'Sample Person'],
    ["Åse-Marie O'Sample van der Prøve", "Åse-Marie O'Sample van der Prøve"],
    ['Sample', 'Sample'],
  ])('%s', (text, name) =>
    expect(takeOf({ text, pageUrl: PERSON })).toEqual({ take: 'name', name, profile: PROFILE }),
  )

  test.each([
    ['its start page', { pageUrl: FEED }],
    ['a frame in somebody else’s page', { pageUrl: PAGE, frameUrl: PERSON }],
    ['a frame of its own', { pageUrl: PERSON, frameUrl: FEED }],
    ['a frame of somebody else’s', { pageUrl: PERSON, frameUrl: PAGE }],
    ['a host that looks like it', { pageUrl: 'https://www.linkedіn.com/in/sample-person' }],
  ])('and no address on %s', (_, addresses) =>
    expect(takeOf({ text: 'Sample Person', ...addresses })).toEqual({
      take: 'name',
      name: 'Sample Person',
    }),
  )
})

describe('nothing is taken', () => {
  test.each([
    'One Sample Two Sample Three Sample',
    'Sample Person works at Example AS since May',
    '+47 22 33 44 55',
    'sample@example.com',
    '· Sample',
    ' ',
    'x'.repeat(81),
  ])('on a social network of %j, which is no name', text =>
    expect(takeOf({ text, pageUrl: PERSON })).toEqual({ take: 'nothing', why: 'no-name' }),
  )

  test.each([
    ['the page', { pageUrl: LIST }],
    ['a frame', { pageUrl: PAGE, frameUrl: LIST }],
    ['the page around a frame', { pageUrl: LIST, frameUrl: PERSON }],
  ])('where %s is a list of people, whatever was selected', (_, addresses) => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        expect(takeOf({ text, ...addresses })).toEqual({ take: 'nothing', why: 'people' })
      }),
    )
  })
})

test('of a text on a social network never more is taken than a few words of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), text => {
      const taken = takeOf({ text, pageUrl: FEED })
      if (taken.take === 'name') expect(taken.name).toMatch(/^[^\d@/]{1,80}$/)
      else expect(taken).toEqual({ take: 'nothing', why: 'no-name' })
    }),
  )
})
