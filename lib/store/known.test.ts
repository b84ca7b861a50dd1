import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { expect, test } from 'vitest'
import { aDatabase, promoteDrafts } from '../../tests/fakes/database.ts'
import { aDraft } from '../../tests/fakes/drafts.ts'
import { withField } from '../lead/draft.ts'
import { Database } from './database.ts'
import { deleteDraft, saveDraft } from './drafts.ts'
import { findKnown } from './known.ts'

const reasons = async (db: Database, draft = aDraft(), limit = 10) =>
  (await findKnown(db, draft, 'NO', limit)).map(({ row, reason, state }) => [
    ...[row.fields.name, reason, state.is],
  ])

test('somebody is found by e-mail, by phone and by name with company, the surest first', async () => {
  const db = aDatabase()
  await saveDraft(db, aDraft({ name: 'Bob Person' }))
  await saveDraft(db, aDraft({ name: 'By Phone', phone: '+47 22334455' }))
  await promoteDrafts(db, [aDraft({ name: 'By Email', email: 'Sample@Example.com' })])
  await saveDraft(db, aDraft({ name: 'Robert Else', company: 'Other AS' }))
  const typed = aDraft({
    ...{ name: 'Robert Person', company: 'EXAMPLE' },
    ...{ email: 'sample@example.com', phone: '22 33 44 55' },
  })
  expect(await reasons(db, typed)).toEqual([
    ['By Email', 'email', 'waiting'],
    ['By Phone', 'phone', 'draft'],
    ['Bob Person', 'name-and-company', 'draft'],
  ])
  expect(await reasons(db, typed, 1)).toEqual([['By Email', 'email', 'waiting']])
})

test('nobody is found as themselves, nor after they were discarded or corrected', async () => {
  const db = aDatabase()
  const [one, other] = [aDraft(), aDraft()] as const
  await saveDraft(db, one)
  await saveDraft(db, other)
  expect(await reasons(db, one)).toHaveLength(1)
  await saveDraft(db, withField(other, 'company', 'Other AS'))
  expect(await reasons(db, one)).toEqual([])
  await deleteDraft(db, one.id)
  expect(await reasons(db)).toEqual([])
  expect(await db.known.toCollection().primaryKeys()).toEqual([other.id])
})

test('a letter in the notes writes nothing that people are looked up by', async () => {
  const db = aDatabase()
  const draft = aDraft()
  await saveDraft(db, draft)
  await db.known.clear()
  const noted = withField(draft, 'notes', 'Wants an offer')
  await saveDraft(db, noted)
  expect(await db.known.count()).toBe(0)
  await saveDraft(db, withField(noted, 'email', 'sample@example.com'))
  expect(await db.known.count()).toBe(1)
})

/** A database as version 3 left it. */
async function anEarlierDatabase(name: string, rows: object[]) {
  const old = new Dexie(name)
  old.version(3).stores({
    ...{
      drafts: 'id, order, *tokens',
      outbox: 'leadId, [dueAt+seq], stuck',
      frozen: 'seq, leadId',
    },
    ...{ leases: 'id', remote: '[connectionId+leadId]', copies: '[version+leadId]', meta: 'key' },
  })
  await old.table('drafts').bulkPut(rows)
  old.close()
}

test('everybody who was written down before can be looked up, portion by portion', async () => {
  const drafts = Array.from({ length: 1100 }, (_, n) => aDraft({ email: `p${n}@example.com` }))
  const rows = drafts.map((draft, n) => ({ ...draft, order: n + 1, revision: 0, tokens: [] }))
  const damaged = { id: 'damaged', order: 2000, fields: { name: 'Only Name', email: 7 } }
  await anEarlierDatabase('unknown', [...rows, damaged, { id: 'broken', order: 2001 }])
  const db = new Database('unknown')
  expect(await db.known.count()).toBe(1101)
  expect(await db.known.get(drafts[777]?.id ?? '')).toEqual({
    ...{ id: drafts[777]?.id, order: 778, firm: 'exampleas' },
    keys: [
      ...['e:p777@example.com', 'c:example:sample', 'c:example:person'],
      ...['c:example:sampleperson', 'n:sample person'],
    ],
  })
  expect(await db.known.get('damaged')).toEqual({
    ...{ id: 'damaged', order: 2000 },
    keys: ['n:onli name'],
  })
  expect(await db.drafts.count()).toBe(1102)
})
