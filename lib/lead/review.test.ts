import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aDraft } from '../../tests/fakes/drafts.ts'
import { DRAFT_FIELDS, type DraftFields } from './draft.ts'
import { type Faults, review } from './review.ts'
import { leadSchema } from './schema.ts'

test('a name and a company are enough', () => {
  const draft = aDraft()
  expect(review(draft, 1, 'NO')).toEqual({
    ok: true,
    lead: {
      id: draft.id,
      revision: 1,
      person: { name: 'Sample Person', emails: [], phones: [] },
      company: { name: 'Example AS' },
      meeting: { on: '2026-11-23' },
      relation: 'prospect',
      tags: [],
      activities: [],
    },
  })
})

test('everything on the form is in the lead', () => {
  const draft = aDraft({
    title: 'Buyer',
    email: ' sample@example.com ',
    phone: '22 33 44 55',
    profile: 'example.com/sample',
    where: 'A fair',
    notes: 'Wants an offer\nby Friday',
    relation: 'customer',
    followUp: '2026-12-01',
    website: 'www.example.com',
    orgNumber: 'NO 911 000 008 MVA',
  })
  const reviewed = review(draft, 3, 'NO')
  expect(reviewed).toMatchObject({
    ok: true,
    lead: {
      revision: 3,
      person: {
        title: 'Buyer',
        emails: ['sample@example.com'],
        phones: ['+4722334455'],
        profile: 'https://example.com/sample',
      },
      company: { number: '911000008', website: 'https://www.example.com' },
      meeting: { where: 'A fair', on: '2026-11-23' },
      relation: 'customer',
      note: 'Wants an offer\nby Friday',
      followUp: '2026-12-01',
    },
  })
})

test.each<[string, Partial<DraftFields>, Faults]>([
  ['no name', { name: ' ' }, { name: 'name-missing' }],
  ['no company', { company: '' }, { company: 'company-missing' }],
  ['a personal contact', { relation: 'personal' }, { relation: 'personal' }],
  ['a relation nobody knows', { relation: 'friend' }, { relation: 'personal' }],
  ['half an e-mail address', { email: 'sample@' }, { email: 'email-wrong' }],
  ['a phone number of letters', { phone: 'call me' }, { phone: 'phone-wrong' }],
  ['a phone number of too few digits', { phone: '12' }, { phone: 'phone-wrong' }],
  ['a script for a link', { profile: 'javascript:alert(1)' }, { profile: 'profile-wrong' }],
  ['words for a link', { profile: 'on LinkedIn' }, { profile: 'profile-wrong' }],
  ['an address that is none', { website: 'ask Kari' }, { website: 'profile-wrong' }],
  ['a number that does not fit', { orgNumber: '911 000 009' }, { orgNumber: 'number-wrong' }],
  ['a number of a page', { orgNumber: '1'.repeat(41) }, { orgNumber: 'too-long' }],
  ['a day that does not exist', { followUp: '2026-02-30' }, { followUp: 'date-wrong' }],
  ['a name of a page', { name: 'x'.repeat(201) }, { name: 'too-long' }],
  ['notes of a book', { notes: 'x'.repeat(20_001) }, { notes: 'too-long' }],
  [
    'several things at once',
    { name: '', email: '@' },
    { name: 'name-missing', email: 'email-wrong' },
  ],
])('%s is said at its field', (_, fields, faults) => {
  expect(review(aDraft(fields), 1, 'NO')).toEqual({ ok: false, faults })
})

test.each([
  ['emoji', '👩🏽‍💻 Sample', '👩🏽‍💻 Sample'],
  ['right to left', 'אבג Sample', 'אבג Sample'],
  ['markup', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ['a turned direction', 'Sample\u202enosreP', 'SamplenosreP'],
  ['control characters', 'Sa\u0000mple\u0007\tPerson', 'Sample Person'],
])('a name of %s is promoted as it is seen', (_, name, seen) => {
  const reviewed = review(aDraft({ name, notes: `${name}\r\nand more` }), 1, 'NO')
  expect(reviewed.ok && reviewed.lead.person.name).toBe(seen)
  expect(reviewed.ok && reviewed.lead.note?.endsWith('\nand more')).toBe(true)
})

test('a number without country code is read as the country of the user', () => {
  const phones = (country: string) => {
    const reviewed = review(aDraft({ phone: '08-123 456 78' }), 1, country)
    return reviewed.ok ? reviewed.lead.person.phones : reviewed.faults
  }
  expect(phones('SE')).toEqual(['+46812345678'])
})

test('tags are what stands between commas, each once, and an event is that of the meeting', () => {
  const reviewed = review(aDraft({ tags: ' fair, Dairy;,FAIR ', event: 'Example Fair' }), 1, 'NO')
  expect(reviewed).toMatchObject({
    lead: { tags: ['fair', 'Dairy'], meeting: { event: 'Example Fair' } },
  })
})

test.each(['x'.repeat(61), Array.from({ length: 51 }, (_, index) => index).join(',')])(
  'tags that no card can take are said at the field: %s',
  tags => expect(review(aDraft({ tags }), 1, 'NO')).toMatchObject({ faults: { tags: 'too-long' } }),
)

test('whatever is typed, a lead fits the schema and only business relations make one', () => {
  const fields = fc.record(
    Object.fromEntries(
      DRAFT_FIELDS.map(field => [
        field,
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.emailAddress(),
          fc.webUrl(),
          fc.constantFrom('prospect', 'personal', '2026-11-23', '+4722334455'),
        ),
      ]),
    ),
  )
  fc.assert(
    fc.property(fields, typed => {
      const draft = aDraft(typed as Partial<DraftFields>)
      const reviewed = review(draft, 1, 'NO')
      if (!reviewed.ok) return Object.keys(reviewed.faults).length > 0
      return leadSchema.safeParse(reviewed.lead).success && draft.fields.relation !== 'personal'
    }),
  )
}, 20_000)

test('several addresses and numbers in one field are several in the lead', () => {
  const reviewed = review(
    aDraft({
      email: 'a@example.com, b@example.com,',
      phone: '22 33 44 55; +47 900 11 222, 0047 22334455',
    }),
    1,
    'NO',
  )
  expect(reviewed).toMatchObject({
    lead: {
      person: {
        emails: ['a@example.com', 'b@example.com'],
        phones: ['+4722334455', '+4790011222'],
      },
    },
  })
})

test.each<[Partial<DraftFields>, Faults]>([
  [{ email: 'a@example.com, b at example' }, { email: 'email-wrong' }],
  [{ phone: '22 33 44 55, 123456' }, { phone: 'phone-wrong' }],
  [
    { email: Array.from({ length: 11 }, (_, at) => `p${at}@example.com`).join() },
    { email: 'email-wrong' },
  ],
])('one of several that is wrong is said: %j', (fields, faults) => {
  expect(review(aDraft(fields), 1, 'NO')).toEqual({ ok: false, faults })
})
