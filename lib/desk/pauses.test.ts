// What happens between a letter and the pause in which its row is written.
import { beforeEach, expect, test, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { aDatabase, promoteDrafts } from '../../tests/fakes/database.ts'
import { aDraft } from '../../tests/fakes/drafts.ts'
import { dueRows, putRows } from '../../tests/fakes/queue.ts'
import { type Draft, withField } from '../lead/draft.ts'
import { connection } from '../settings/connection.ts'
import { consent } from '../settings/consent.ts'
import { catchUp } from '../store/catchUp.ts'
import type { Database } from '../store/database.ts'
import { saveDraft } from '../store/drafts.ts'
import { journal } from '../store/journal.ts'
import { onCard } from '../store/transitions.ts'
import { createBack } from './back.ts'
import { createDesk } from './desk.ts'

let db: Database
/** Ends the pauses that somebody waits for. */
let ends: (() => void)[]

beforeEach(async () => {
  fakeBrowser.reset()
  db = aDatabase()
  ends = []
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async () => ({ more: false }))
  await consent.write({ version: 1, on: '2026-11-23' })
  await connection.write({
    ...{ id: crypto.randomUUID(), connector: 'open', granted: false },
    address: 'https://crm.example.com',
  })
})

/** A desk at which somebody types on until `endPauses`. */
function aDesk(kept?: Draft, hasArrived = true) {
  const back = createBack(() => 'NO', journal, db)
  return createDesk(
    {
      ...{ journal, back: async () => back, newId: () => crypto.randomUUID() },
      ...{ today: () => '2026-11-23', later: () => undefined },
      reader: () => Promise.reject(new Error('nothing is pasted')),
      pause: () => new Promise(resolve => void ends.push(resolve)),
    },
    kept,
    hasArrived,
  )
}

const endPauses = () => {
  for (const end of ends.splice(0)) end()
}
const names = async () => (await db.drafts.toArray()).map(({ fields }) => fields.name).sort()
const openName = async () => (await journal.readOpen())?.fields.name

test('somebody who is on the card is shown so at once, however fast somebody types on', async () => {
  const promoted = aDraft({ name: 'On Card' })
  await promoteDrafts(db, [promoted])
  const desk = aDesk()
  desk.open(promoted)
  await vi.waitFor(() => expect(desk.isWritable()).toBe(false))
  desk.write('name', 'Else')
  expect(desk.state().draft.fields.name).toBe('On Card')
  await vi.waitFor(async () => expect(await openName()).toBeUndefined())
  expect(await names()).toEqual(['On Card'])
})

test('what was typed since another window promoted the person becomes a draft of its own', async () => {
  const draft = aDraft({ name: 'Sample' })
  await saveDraft(db, draft)
  await journal.keep(draft)
  const desk = aDesk(draft)
  await vi.waitFor(() => expect(db.drafts.count()).resolves.toBe(1))
  desk.write('name', 'Sample P')
  await promoteDrafts(db, [draft])
  await vi.waitFor(() => expect(desk.state().notice).toBe('copied'))
  expect(desk.state().draft).toMatchObject({ fields: { name: 'Sample P' } })
  await vi.waitFor(async () => expect(await openName()).toBe('Sample P'))
  expect(desk.state().draft.id).not.toBe(draft.id)
  endPauses()
  await vi.waitFor(async () => expect(await names()).toEqual(['Sample', 'Sample P']))
})

test.each([
  ['at once', true],
  ['late', false],
])('so does what a window left behind that closed before its row, read %s', async (_, isThere) => {
  const draft = aDraft({ name: 'Sample' })
  await promoteDrafts(db, [draft])
  const left = withField(draft, 'name', 'Sample P')
  await journal.keep(left)
  const desk = aDesk(isThere ? left : undefined, isThere)
  if (!isThere) desk.arrive(left)
  await vi.waitFor(() => expect(desk.state().notice).toBe('copied'))
  expect(desk.state()).toMatchObject({
    lead: { is: 'draft' },
    draft: { fields: { name: 'Sample P' } },
  })
  await vi.waitFor(async () => expect(await openName()).toBe('Sample P'))
  expect((await journal.readOpen())?.id).not.toBe(draft.id)
})

test('nor does a promotion that comes too late let go of them', async () => {
  const draft = aDraft({ name: 'Sample' })
  await promoteDrafts(db, [draft])
  const desk = aDesk()
  desk.open(draft)
  desk.write('name', 'Sample P') // before anybody could know
  await desk.promote()
  await vi.waitFor(async () => expect(await openName()).toBe('Sample P'))
  expect(desk.state()).toMatchObject({ notice: 'copied', lead: { is: 'draft' } })
  expect(desk.state().draft.id).not.toBe(draft.id)
})

test.each([
  ['New person', (desk: ReturnType<typeof aDesk>) => desk.newPerson()],
  ['another draft', (desk: ReturnType<typeof aDesk>) => desk.open(aDraft({ name: 'Other' }))],
])('what was erased just before %s came onto the form has no row any more', async (_, next) => {
  const draft = aDraft({ name: 'Sample', company: '', email: '', phone: '' })
  const desk = aDesk(draft)
  await vi.waitFor(async () => expect(await names()).toEqual(['Sample']))
  desk.write('name', '')
  for (const field of ['title', 'where', 'notes', 'profile', 'tags'] as const) desk.write(field, '')
  next(desk)
  await vi.waitFor(async () => expect(await db.drafts.get(draft.id)).toBeUndefined())
})

test('nor what was erased just before the window closed', async () => {
  const draft = aDraft({ name: 'Sample', company: '', email: '', phone: '' })
  const desk = aDesk(draft)
  await vi.waitFor(async () => expect(await names()).toEqual(['Sample']))
  desk.write('name', '')
  for (const field of ['title', 'where', 'notes', 'profile', 'tags'] as const) desk.write(field, '')
  await vi.waitFor(async () => expect(await openName()).toBe(''))
  await catchUp(db, journal)
  expect(await names()).toEqual([])
})

test('an edit that another window discards is no reason for a second draft', async () => {
  const draft = aDraft({ name: 'Sample' })
  await promoteDrafts(db, [draft])
  const [queued] = await dueRows(db)
  if (queued) await putRows(db, [onCard(queued, undefined)])
  const back = createBack(() => 'NO', journal, db)
  const desk = aDesk()
  desk.open(draft)
  await vi.waitFor(() => expect(desk.state().lead.is).toBe('on-card'))
  await desk.edit()
  desk.write('name', 'Sample P')
  await vi.waitFor(async () => {
    endPauses()
    expect(await names()).toEqual(['Sample P'])
  })
  await back.remove(draft.id) // as the other window does
  await vi.waitFor(() => expect(desk.state().lead.is).toBe('on-card'))
  await vi.waitFor(() => expect(desk.state().draft.fields.name).toBe('Sample'))
  expect(desk.state().draft.id).toBe(draft.id)
  expect(await names()).toEqual(['Sample'])
})
