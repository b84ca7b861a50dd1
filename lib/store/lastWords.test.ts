import { beforeEach, expect, test, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { aDraft } from '../../tests/fakes/drafts.ts'
import { newDraft, withField } from '../lead/draft.ts'
import { createLastWords } from './lastWords.ts'

const OPEN = 'draft:open'

beforeEach(() => browser.storage.local.clear())

/** As `localStorage`: a value is an entry of its own among `Object.keys`. */
function aStorage(): Storage {
  const entries = new Map<string, string>()
  const methods = {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, text: string) => void entries.set(key, text),
    removeItem: (key: string) => void entries.delete(key),
  }
  return new Proxy(methods as Storage, {
    ownKeys: () => [...entries.keys()],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  })
}

/** The page closes: what it asked of `storage.local` since then does not happen. */
function endWriting(): void {
  vi.spyOn(browser.storage.local, 'set').mockImplementationOnce(() => new Promise(() => undefined))
}

const read = async (key: string) => (await browser.storage.local.get(key))[key]

test('what the storage has needs to be kept nowhere else', async () => {
  const slots = aStorage()
  const draft = aDraft()
  await createLastWords(slots, 'one').keep({ [OPEN]: draft })
  expect(Object.keys(slots)).toEqual([])
  expect(await read(OPEN)).toEqual(draft)
})

test('the last letters of a window that closed are carried over by the next one', async () => {
  const slots = aStorage()
  const before = aDraft({ name: 'Sampl' })
  await browser.storage.local.set({ [OPEN]: before })
  endWriting()
  const after = withField(before, 'name', 'Sample')
  void createLastWords(slots, 'one').keep({ [OPEN]: after })
  expect(await read(OPEN)).toEqual(before)
  await createLastWords(slots, 'two').read(null)
  expect(await read(OPEN)).toEqual(after)
  expect(Object.keys(slots)).toEqual([])
})

test('they are merged with what another window wrote on the same person', async () => {
  const slots = aStorage()
  const before = aDraft({ name: 'Sampl' })
  endWriting()
  void createLastWords(slots, 'one').keep({ [OPEN]: withField(before, 'name', 'Sample') })
  await browser.storage.local.set({ [OPEN]: withField(before, 'notes', 'met') })
  await createLastWords(slots, 'two').read(null)
  expect(await read(OPEN)).toMatchObject({ fields: { name: 'Sample', notes: 'met' } })
})

test('they take nobody else off the form, and are kept beside', async () => {
  const slots = aStorage()
  const [left, next] = [aDraft({ name: 'Sample' }), aDraft({ name: 'Another' })] as const
  endWriting()
  void createLastWords(slots, 'one').keep({ [OPEN]: left })
  await browser.storage.local.set({ [OPEN]: next })
  await createLastWords(slots, 'two').read(null)
  expect(await read(OPEN)).toEqual(next)
  expect(await read(`draft:${left.id}`)).toEqual(left)
})

test('an empty form that was left behind is nothing to keep beside', async () => {
  const slots = aStorage()
  const next = aDraft({ name: 'Another' })
  endWriting()
  void createLastWords(slots, 'one').keep({ [OPEN]: newDraft('none', '2026-11-29') })
  await browser.storage.local.set({ [OPEN]: next })
  await createLastWords(slots, 'two').read(null)
  expect(await browser.storage.local.get(null)).toEqual({ [OPEN]: next })
})

test('what was discarded or logged is not brought back', async () => {
  const slots = aStorage()
  const draft = aDraft()
  const one = createLastWords(slots, 'one')
  endWriting()
  void one.keep({ [OPEN]: draft })
  endWriting()
  void one.keep({ 'unfinished:lead': { leadId: 'lead', text: 'Called' } })
  const two = createLastWords(slots, 'two')
  two.forget({ id: draft.id })
  two.forget({ key: 'unfinished:lead' })
  await two.read(null)
  expect(await browser.storage.local.get(null)).toEqual({})
})

test('where the quick storage is full, the other is asked all the same', async () => {
  const slots = aStorage()
  vi.spyOn(slots, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  const draft = aDraft()
  await createLastWords(slots, 'one').keep({ [OPEN]: draft })
  expect(await read(OPEN)).toEqual(draft)
})
