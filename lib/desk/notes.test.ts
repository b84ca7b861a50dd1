import { beforeEach, expect, test, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { aDatabase, promoteDrafts } from '../../tests/fakes/database.ts'
import { aDraft } from '../../tests/fakes/drafts.ts'
import { dueRows, leaseDue, putRows } from '../../tests/fakes/queue.ts'
import { onCard } from '../store/transitions.ts'
import { keepUnfinished, readUnfinished } from '../store/unfinished.ts'
import { createNotes } from './notes.ts'

beforeEach(() => {
  fakeBrowser.reset()
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async () => ({ more: false }))
})

/** Somebody on the card, and the box for what happened with them. */
async function onACard(later?: (task: () => void) => void) {
  const db = aDatabase()
  const draft = aDraft()
  await promoteDrafts(db, [draft])
  await putRows(
    db,
    (await dueRows(db)).map(row => onCard(row, undefined)),
  )
  const notes = createNotes(db, later)
  const logged = async () => (await db.drafts.get(draft.id))?.activities ?? []
  const write = (text: string) => ({ ...notes.blank(draft.id), text })
  return { db, notes, id: draft.id, logged, write }
}

test('each letter is kept, and what was logged is forgotten', async () => {
  const { notes, id, logged, write } = await onACard()
  const box = write('Cal')
  notes.keep(box, () => undefined)
  await vi.waitFor(async () => expect(await notes.begun(id)).toEqual(box))
  expect(await notes.log({ ...box, text: ' Called ' })).toBeUndefined()
  expect(await notes.begun(id)).toBeUndefined()
  expect(await logged()).toMatchObject([{ id: box.id, text: 'Called', kind: 'outgoing-call' }])
  expect(browser.runtime.sendMessage).toHaveBeenCalledWith({ type: 'work' })
})

test('what was logged before its window could forget it is not logged again', async () => {
  const { notes, id, logged, write } = await onACard()
  const box = write('Called')
  await notes.log(box)
  await keepUnfinished(box)
  expect(await notes.begun(id)).toBeUndefined()
  expect(await readUnfinished(id)).toBeUndefined()
  await notes.log(box)
  expect(await logged()).toHaveLength(1)
})

test.each([
  ['empty', { text: ' \n' }],
  ['no-day', { text: 'Called', on: '' }],
  ['too-long', { text: 'x'.repeat(20_001) }],
] as const)('%s is logged with nobody', async (trouble, change) => {
  const { notes, logged, write } = await onACard()
  expect(await notes.log({ ...write(''), ...change })).toBe(trouble)
  expect(await logged()).toEqual([])
})

test('what is taken back stands in the box again, behind what was begun there', async () => {
  const { notes, id, logged, write } = await onACard()
  await notes.log(write('Called'))
  await keepUnfinished(write('And then'))
  const [activity] = await logged()
  if (activity === undefined) throw new Error('not logged')
  expect(await notes.takeBack(id, activity)).toBeUndefined()
  expect(await logged()).toEqual([])
  expect(await notes.begun(id)).toMatchObject({ text: 'And then\nCalled' })
})

test('too late to take back leaves the box as it was', async () => {
  const { db, notes, id, logged, write } = await onACard()
  await notes.log(write('Called'))
  await leaseDue(db)
  const [activity] = await logged()
  if (activity === undefined) throw new Error('not logged')
  expect(await notes.takeBack(id, activity)).toBe('too-late')
  expect(await notes.begun(id)).toBeUndefined()
  expect(await logged()).toHaveLength(1)
})

test('other windows hear with whom something was begun', async () => {
  const { notes, id, write } = await onACard()
  const heard: string[][] = []
  notes.watchBegun(people => heard.push(people.map(person => person.id)))
  await vi.waitFor(() => expect(heard.at(-1)).toEqual([]))
  notes.keep(write('C'), () => undefined)
  await vi.waitFor(() => expect(heard.at(-1)).toEqual([id]))
  notes.keep(write(''), () => undefined)
  await vi.waitFor(() => expect(heard.at(-1)).toEqual([]))
})

test('on a full disk people hear that their words are in this window only, until there is room', async () => {
  const again: (() => void)[] = []
  const { notes, id, write } = await onACard(task => void again.push(task))
  const heard: boolean[] = []
  const full = vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES'))
  notes.keep(write('Cal'), isKept => heard.push(isKept))
  const box = write('Call')
  notes.keep(box, isKept => heard.push(isKept))
  await vi.waitFor(() => expect(heard).toEqual([false]))
  full.mockRestore()
  again.shift()?.()
  await vi.waitFor(() => expect(heard).toEqual([false, true]))
  expect(await notes.begun(id)).toEqual(box)
  expect(again).toEqual([])
})

test('a disk that is full when it is logged is not said to be a person with too much on their card', async () => {
  const { db, notes, logged, write } = await onACard()
  vi.spyOn(db.drafts, 'get').mockRejectedValueOnce(new DOMException('', 'QuotaExceededError'))
  expect(await notes.log(write('Called'))).toBe('full')
  expect(await logged()).toEqual([])
})
