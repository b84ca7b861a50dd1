import { beforeEach, expect, test, vi } from 'vitest'
import { aDatabase, promoteDrafts } from '../../tests/fakes/database.ts'
import { aDraft } from '../../tests/fakes/drafts.ts'
import type { DraftFields } from '../lead/draft.ts'
import type { Database } from './database.ts'
import { saveDraft } from './drafts.ts'
import { watchDrafts, watchMet } from './recent.ts'

let db: Database

beforeEach(() => {
  db = aDatabase()
})

async function writeDown(fields: Partial<DraftFields>) {
  const draft = aDraft(fields)
  await saveDraft(db, draft)
  return draft
}

/** What a live query says, one after the other. */
function heard<T>(live: { subscribe(listener: (value: T) => void): unknown }): T[] {
  const all: T[] = []
  live.subscribe(value => all.push(value))
  return all
}

test('the newest drafts are at hand, without who was promoted and who is on the form', async () => {
  for (const name of ['One', 'Two', 'Three', 'Four']) await writeDown({ name })
  await promoteDrafts(db, [aDraft({ name: 'Promoted' })])
  const { id } = await writeDown({ name: 'On the form' })
  const seen = heard(watchDrafts(db, id))
  const names = () => seen.at(-1)?.map(({ fields }) => fields.name)
  await vi.waitFor(() => expect(names()).toEqual(['Four', 'Three', 'Two']))
  await writeDown({ name: 'Five' })
  await vi.waitFor(() => expect(names()).toEqual(['Five', 'Four', 'Three']))
})

test('who was met is counted by the event, since its day, whatever becomes of them', async () => {
  const at = { event: 'Example Fair, Oslo', metOn: '2026-11-24' }
  const first = await writeDown(at)
  await writeDown({ ...at, metOn: '2025-11-24' })
  await writeDown({ ...at, event: 'Example Fair, Oslofjord' })
  await writeDown({ notes: 'nowhere' })
  const seen = heard(watchMet(db, at.event, at.metOn))
  await vi.waitFor(() => expect(seen.at(-1)).toBe(1))
  await promoteDrafts(db, [first, aDraft({ ...at, metOn: '2026-11-25' })])
  await vi.waitFor(() => expect(seen.at(-1)).toBe(2))
  const elsewhere = { ...first.fields, event: '' }
  const second = aDraft({ ...at })
  await saveDraft(db, second)
  await vi.waitFor(() => expect(seen.at(-1)).toBe(3))
  await saveDraft(db, { ...second, counter: 9, fields: elsewhere, written: { event: 9 } })
  await vi.waitFor(() => expect(seen.at(-1)).toBe(2))
})
