import fc from 'fast-check'
import { DRAFT_FIELDS, type Draft, type DraftFields } from '../../../lib/lead/draft.ts'
import { type Lead, LIMITS, leadSchema, RELATIONS } from '../../../lib/lead/schema.ts'
import type { Reply } from './network.ts'
import type { PrivateDraft, Story } from './world.ts'

/** People whom the generator makes up: any text, but obviously no person. */

const idOf = (group: string, index: number) =>
  `00000000-0000-4000-${group}-${String(index).padStart(12, '0')}`

/** Words in every script, with what breaks other people's JSON among them. */
const words = fc.oneof(
  fc.string({ minLength: 1, maxLength: 30 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
  fc.constantFrom('Sample Åse', '"},{"', '\u2028', '\ud800', '\u202e', '<b>', '  ', '__proto__'),
)

/** What a form's control lets through: everything but control characters. */
const typedWords = words.map(text => text.replace(/[^\P{Cc}\n]/gu, ''))

const date = fc.constantFrom('2026-11-23', '2024-02-29', '1999-12-31')

const CANARY_DATES = { metOn: '1911-02-03', followUp: '1912-03-04' }

/** A text in every field, each of which is in no promoted lead. */
function canaryFields(index: number, set: string): DraftFields {
  const named = DRAFT_FIELDS.map(field => [field, `kanari-${set}${index}-${field}`])
  return {
    ...(Object.fromEntries(named) as DraftFields),
    ...CANARY_DATES,
    email: `kanari-${set}${index}@private.example.com`,
    phone: `+47 99${set === 'a' ? '1' : '2'}0 0${String(index).padStart(3, '0')}`,
    profile: `https://private.example.com/kanari-${set}${index}`,
    website: `https://site.example.com/kanari-${set}${index}`,
    relation: 'prospect',
  }
}

/** What a private draft holds that should be nowhere else. */
export const canariesOf = ({ fields, id }: Draft): string[] => [
  id,
  ...DRAFT_FIELDS.filter(field => field !== 'relation')
    .map(field => (field === 'phone' ? fields[field].replaceAll(' ', '') : fields[field].trim()))
    .filter(text => text !== ''),
]

/** Ways in which a draft that is chosen for promotion can't be promoted. */
const UNFIT: Partial<DraftFields>[] = [
  { relation: 'personal' },
  { company: '' },
  { name: '  ' },
  { relation: '' },
  { relation: 'family' },
]

function privateDraft(index: number, set: string): fc.Arbitrary<PrivateDraft> {
  const fields = canaryFields(index, set)
  const id = idOf(set === 'a' ? 'aaaa' : 'bbbb', index)
  const draft = { id, counter: 1, fields, written: {} }
  const lies = fc.constantFrom<PrivateDraft['lies']>(
    ...(['in the list', 'in the list, newer', 'left behind', 'chosen'] as const),
    ...(index === 0 ? (['on the form'] as const) : []),
  )
  return fc.tuple(lies, fc.constantFrom(...UNFIT), fc.boolean()).map(([lies, unfit, isUnfit]) => ({
    lies,
    draft: lies === 'chosen' || isUnfit ? { ...draft, fields: { ...fields, ...unfit } } : draft,
  }))
}

/** Some private drafts, or none. @param set so that two sets have nobody in common */
export const privateDrafts = (set: 'a' | 'b'): fc.Arbitrary<PrivateDraft[]> =>
  fc
    .integer({ min: 0, max: 7 })
    .chain(count =>
      count === 0
        ? fc.constant([])
        : fc.tuple(...Array.from({ length: count }, (_, index) => privateDraft(index, set))),
    )

/** A draft that can be promoted, and in its box for pasting what nobody read into it. */
export const fitDraft = (index: number): fc.Arbitrary<Draft> =>
  fc
    .record({
      name: typedWords.map(text => `Sample ${text}`),
      company: typedWords.map(text => `${text} Example AS`),
      title: fc.oneof(fc.constant(''), typedWords),
      email: fc.constantFrom('', ' sample.person@example.com ', 'post@example.no'),
      phone: fc.constantFrom('', '22 33 44 55', '+46 8 123 456 78'),
      where: fc.oneof(fc.constant(''), typedWords),
      metOn: fc.oneof(fc.constant(''), date),
      notes: fc.oneof(
        fc.constant(''),
        typedWords,
        typedWords.map(text => `${text}\n`.repeat(40)),
      ),
      relation: fc.constantFrom(...RELATIONS),
      followUp: fc.oneof(fc.constant(''), date),
      profile: fc.constantFrom('', 'example.com/sample', 'http://example.com/?q=1#top'),
      tags: fc.constantFrom('', 'fair, dairy'),
      event: fc.oneof(fc.constant(''), typedWords),
      website: fc.constantFrom('', 'www.example.com'),
      orgNumber: fc.constantFrom('', '911000008', 'SE 556677-8899'),
    })
    .map(fields => ({
      id: idOf('8000', index),
      written: {},
      counter: 41,
      fields: { ...fields, paste: `kanari-paste-${index}` },
    }))

const reply = fc.constantFrom<Reply>(
  ...(['takes it', 'takes it', 'takes it, and the answer is lost', 'is down'] as const),
  ...[401, 413, 429, 500, 503],
)

export const story: fc.Arbitrary<Story> = fc.record({
  promoted: fc
    .integer({ min: 1, max: 4 })
    .chain(count => fc.tuple(...Array.from({ length: count }, (_, index) => fitDraft(index)))),
  replies: fc.array(reply, { maxLength: 4 }),
  wakes: fc.constant(6),
})

const text = (max: number) =>
  fc.oneof(
    { weight: 9, arbitrary: words.filter(word => word.length <= max) },
    { weight: 1, arbitrary: fc.constant('ø'.repeat(max)) },
  )
const webAddress = fc.webUrl({ withQueryParameters: true, withFragments: true })

/** Any lead that the schema allows, also those that today's form can't write yet. */
export const anyLead: fc.Arbitrary<Lead> = fc
  .record(
    {
      id: fc.uuid({ version: 4 }),
      revision: fc.integer({ min: 1, max: 1000 }),
      person: fc.record(
        {
          name: text(LIMITS.name),
          title: text(LIMITS.title),
          emails: fc.array(fc.constantFrom('sample@example.com', 'a.b+c@example.co.uk'), {
            maxLength: 10,
          }),
          phones: fc.array(text(LIMITS.phone), { maxLength: 10 }),
          profile: webAddress,
        },
        { requiredKeys: ['name', 'emails', 'phones'] },
      ),
      company: fc.record(
        { name: text(200), number: text(40), website: webAddress, mainContact: fc.boolean() },
        { requiredKeys: ['name'] },
      ),
      meeting: fc.record(
        { where: text(LIMITS.where), on: date, event: text(LIMITS.where) },
        { requiredKeys: [] },
      ),
      contact: fc.record(
        { is: text(128), not: fc.array(text(128), { minLength: 1, maxLength: 3 }) },
        { requiredKeys: [] },
      ),
      relation: fc.constantFrom(...RELATIONS),
      note: text(LIMITS.note),
      tags: fc.array(text(LIMITS.tag), { maxLength: 5 }),
      followUp: date,
      activities: fc.array(
        fc.record({
          id: fc.uuid({ version: 4 }),
          kind: fc.constantFrom('outgoing-call', 'minutes', 'offer', 'sale', 'note'),
          on: date,
          text: text(LIMITS.activity),
        }),
        { maxLength: 3 },
      ),
    },
    {
      requiredKeys: [
        'id',
        'revision',
        'person',
        'company',
        'meeting',
        'relation',
        'tags',
        'activities',
      ],
    },
  )
  .map(lead => leadSchema.safeParse(lead))
  .filter(read => read.success)
  .map(read => read.data as Lead)
