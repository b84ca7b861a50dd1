import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { aDatabase, CONNECTION, promoteDrafts } from '../../tests/fakes/database.ts'
import { aDraft } from '../../tests/fakes/drafts.ts'
import { dueRows, putRows } from '../../tests/fakes/queue.ts'
import { withField } from '../lead/draft.ts'
import { saveDraft } from './drafts.ts'
import { collect, readExport } from './export.ts'
import { journal } from './journal.ts'
import { moveFollowUp } from './reminders.ts'
import { needsYou, onCard, queued } from './transitions.ts'

beforeEach(() => fakeBrowser.reset())

const TODAY = '2026-11-24'

test('everything that was written, and what became of it, is in the file and can be read back', async () => {
  const db = aDatabase()
  const [waiting, asked, there] = [aDraft(), aDraft(), aDraft({ notes: 'wants an offer' })]
  const draft = aDraft({ name: 'Only A Draft' })
  await promoteDrafts(db, [waiting, asked, there])
  await saveDraft(db, draft)
  const [one, two, three] = await dueRows(db)
  if (!one || !two || !three) throw new Error('not queued')
  await putRows(db, [
    queued({ ...one, unclear: true }, 5, { code: 'timeout' }),
    needsYou(two, { code: 'rejected', detail: 'No such branch' }),
    onCard(three, { id: '7', url: 'https://crm.example.com/cards/7' }),
  ])
  const made = await collect(db, journal, TODAY)
  expect(readExport(JSON.stringify(made))).toEqual(made)
  expect(made).toMatchObject({ format: 'kundekort-export', version: 1, on: TODAY, isWhole: true })
  expect(made.drafts.map(({ id }) => id)).toEqual([waiting.id, asked.id, there.id, draft.id])
  expect(made.promoted).toMatchObject([
    { leadId: waiting.id, phase: 'queued', unclear: true, problem: 'timeout' },
    { leadId: asked.id, phase: 'needs-you', unclear: false, problem: 'rejected' },
    {
      ...{ leadId: there.id, phase: 'on-card', revision: 1, connectionId: CONNECTION },
      card: { id: '7', url: 'https://crm.example.com/cards/7' },
      lead: { id: there.id, revision: 1, note: 'wants an offer' },
    },
  ])
})

test('the letters that no row has yet are in it, and an empty form is not', async () => {
  const db = aDatabase()
  const draft = aDraft()
  await saveDraft(db, draft)
  await journal.keep(withField(draft, 'notes', 'typed just now'))
  await journal.keepAside(aDraft({ name: 'On No Form' }))
  const { drafts } = await collect(db, journal, TODAY)
  expect(drafts.map(({ fields }) => [fields.name, fields.notes])).toEqual([
    ['Sample Person', 'typed just now'],
    ['On No Form', ''],
  ])
  await journal.keep(aDraft({ name: '', company: '' }))
  expect((await collect(db, journal, TODAY)).drafts).toHaveLength(2)
})

test('that following up is done or put off is in it', async () => {
  const db = aDatabase()
  const draft = aDraft({ followUp: '2026-12-01' })
  await saveDraft(db, draft)
  await moveFollowUp(db, draft.id, '2026-12-04')
  await journal.keep(withField(draft, 'notes', 'typed just now'))
  const made = await collect(db, journal, TODAY)
  expect(made.drafts).toMatchObject([{ moved: { of: '2026-12-01', on: '2026-12-04' } }])
  expect(readExport(JSON.stringify(made))).toEqual(made)
})

test('of a database that cannot be read, the journal is saved, and the file says so', async () => {
  const db = aDatabase()
  await journal.keep(aDraft({ name: 'On The Form' }))
  vi.spyOn(db, 'transaction').mockRejectedValue(new Error('VersionError'))
  const made = await collect(db, journal, TODAY)
  expect(made).toMatchObject({ isWhole: false, promoted: [] })
  expect(made.drafts.map(({ fields }) => fields.name)).toEqual(['On The Form'])
  expect(readExport(JSON.stringify(made))).toEqual(made)
})

test.each([
  ['another format', { format: 'contacts' }],
  ['a later version', { version: 2 }],
  ['something more', { token: 'secret' }],
  ['a phase that there is not', { promoted: [{ phase: 'lost' }] }],
])('%s is no export of ours', async (_, change) => {
  const made = await collect(aDatabase(), journal, TODAY)
  expect(() => readExport(JSON.stringify({ ...made, ...change }))).toThrow()
})
