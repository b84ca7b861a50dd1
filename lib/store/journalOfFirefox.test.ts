import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { aDatabase } from '../../tests/fakes/database.ts'
import { aDraft } from '../../tests/fakes/drafts.ts'
import { withField } from '../lead/draft.ts'
import { catchUp } from './catchUp.ts'
import { journal } from './journal.ts'

// The journal as Firefox has it, where words may be in its quick storage only.
vi.mock('./lastWords.ts', async load => {
  const { lastWordsIn, ...others } = await load<typeof import('./lastWords.ts')>()
  const { aStorage } = await import('../../tests/fakes/quickStorage.ts')
  return { ...others, lastWords: lastWordsIn(aStorage, 'one') }
})

const before = aDraft({ name: 'Sampl' })
const after = withField(before, 'name', 'Sample')

beforeEach(() => browser.storage.local.clear())
afterEach(() => vi.restoreAllMocks())

/** Types the last letter onto a disk that takes nothing any more. */
async function typeOnFullDisk() {
  await journal.keep(before)
  vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('QuotaExceededError'))
  await expect(journal.keep(after)).rejects.toThrow()
}

test('on a full disk the next form begins with all that was typed', async () => {
  await typeOnFullDisk()
  expect(await journal.readOpen()).toEqual(after)
})

test('on a full disk a draft can be discarded', async () => {
  await typeOnFullDisk()
  await journal.clear(after)
  expect(await journal.readOpen()).toBeUndefined()
})

test('what was left behind gets its row, and is then nowhere else', async () => {
  const [next, db] = [aDraft({ name: 'Another' }), aDatabase()]
  await typeOnFullDisk()
  vi.restoreAllMocks()
  await browser.storage.local.set({ 'draft:open': next })
  expect(await journal.readLeft()).toEqual([after])
  await catchUp(db, journal)
  expect((await db.drafts.get(after.id))?.fields.name).toBe('Sample')
  expect(await journal.readLeft()).toEqual([])
})
