import { beforeEach, expect, test } from 'vitest'
import { browser } from 'wxt/browser'
import { aDatabase } from '../../tests/fakes/database.ts'
import { aDraft } from '../../tests/fakes/drafts.ts'
import { catchUp } from './catchUp.ts'
import { journal } from './journal.ts'

beforeEach(() => browser.storage.local.clear())

test('the draft on the form is there again, and only that', async () => {
  expect(await journal.readOpen()).toBeUndefined()
  const draft = aDraft()
  await journal.keep(draft)
  expect(await journal.readOpen()).toEqual(draft)
  expect(await journal.readLeft()).toEqual([])
})

test('a field with nothing in it takes no room, and is there again', async () => {
  const draft = aDraft({ notes: '' })
  await journal.keep(draft)
  const [kept] = Object.values(await browser.storage.local.get(null)) as [typeof draft]
  expect(Object.values(kept.fields)).not.toContain('')
  expect(await journal.readOpen()).toEqual(draft)
})

test('a draft that left the form is kept until its row has it', async () => {
  const [left, next] = [aDraft(), aDraft()] as const
  await journal.keep(left)
  await journal.replace(left, next)
  expect(await journal.readOpen()).toEqual(next)
  expect(await journal.readLeft()).toEqual([left])
  const db = aDatabase()
  await catchUp(db, journal)
  expect(await db.drafts.get(left.id)).toMatchObject({ fields: left.fields })
  expect(await journal.readLeft()).toEqual([])
})

test('a form that closed before its row was written gets one, and goes on where it was', async () => {
  const draft = aDraft()
  await journal.keep(draft)
  const db = aDatabase()
  await catchUp(db, journal)
  expect(await db.drafts.get(draft.id)).toMatchObject({ fields: draft.fields })
  expect(await journal.readOpen()).toEqual(draft)
})

test('taking a draft off the form does not take another one off', async () => {
  const [mine, other] = [aDraft(), aDraft()] as const
  await journal.keep(other)
  await journal.clear(mine)
  expect(await journal.readOpen()).toEqual(other)
  await journal.clear(other)
  expect(await journal.readOpen()).toBeUndefined()
})

test('settings that lie beside the drafts are not taken for drafts', async () => {
  await browser.storage.local.set({ connection: { id: 'x' }, 'draft:damaged': 7 })
  expect(await journal.readLeft()).toEqual([])
})
