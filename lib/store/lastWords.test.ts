import { beforeEach, expect, test, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { aDraft } from '../../tests/fakes/drafts.ts'
import { aStorage } from '../../tests/fakes/quickStorage.ts'
import { newDraft, withField } from '../lead/draft.ts'
import { lastWordsIn } from './lastWords.ts'

const OPEN = 'draft:open'

beforeEach(() => browser.storage.local.clear())

/** The page closes: what it asked of `storage.local` since then does not happen. */
function endWriting(): void {
  vi.spyOn(browser.storage.local, 'set').mockImplementationOnce(() => new Promise(() => undefined))
}

const wordsOf = (slots: Storage, window: string) => lastWordsIn(() => slots, window)

const read = async (key: string) => (await browser.storage.local.get(key))[key]

test('what the storage has needs to be kept nowhere else', async () => {
  const slots = aStorage()
  const draft = aDraft()
  await wordsOf(slots, 'one').keep({ [OPEN]: draft })
  expect(Object.keys(slots)).toEqual([])
  expect(await read(OPEN)).toEqual(draft)
})

test('the next window reads the last letters of one that closed, and keeps them with its own', async () => {
  const slots = aStorage()
  const before = aDraft({ name: 'Sampl' })
  await browser.storage.local.set({ [OPEN]: before })
  endWriting()
  const after = withField(before, 'name', 'Sample')
  void wordsOf(slots, 'one').keep({ [OPEN]: after })
  const two = wordsOf(slots, 'two')
  expect(await two.read(OPEN)).toEqual({ [OPEN]: after })
  expect(await read(OPEN)).toEqual(before)
  await two.keep({ [OPEN]: withField(after, 'notes', 'met') })
  expect(await read(OPEN)).toMatchObject({ fields: { name: 'Sample', notes: 'met' } })
  expect(Object.keys(slots)).toEqual([])
})

test('they are merged with what another window wrote on the same person', async () => {
  const slots = aStorage()
  const before = aDraft({ name: 'Sampl' })
  endWriting()
  void wordsOf(slots, 'one').keep({ [OPEN]: withField(before, 'name', 'Sample') })
  const two = wordsOf(slots, 'two')
  await two.keep({ [OPEN]: withField(before, 'notes', 'met') })
  const both = { fields: { name: 'Sample', notes: 'met' } }
  expect((await two.read(OPEN))[OPEN]).toMatchObject(both)
})

test('they take nobody else off the form, and are read beside until a row has them', async () => {
  const slots = aStorage()
  const [left, next] = [aDraft({ name: 'Sampl' }), aDraft({ name: 'Another' })] as const
  const beside = `draft:${left.id}`
  const after = withField(left, 'name', 'Sample')
  endWriting()
  void wordsOf(slots, 'one').keep({ [OPEN]: after })
  await browser.storage.local.set({ [OPEN]: next, [beside]: withField(left, 'notes', 'met') })
  const two = wordsOf(slots, 'two')
  const both = await two.read(null)
  expect(both[OPEN]).toEqual(next)
  expect(both[beside]).toMatchObject({ fields: { name: 'Sample', notes: 'met' } })
  two.settle(beside, left)
  expect(Object.keys(slots)).toHaveLength(1)
  two.settle(beside, both[beside])
  expect(Object.keys(slots)).toEqual([])
})

test('an empty form that was left behind is nothing to keep beside', async () => {
  const slots = aStorage()
  const next = aDraft({ name: 'Another' })
  endWriting()
  void wordsOf(slots, 'one').keep({ [OPEN]: newDraft('none', '2026-11-29') })
  await browser.storage.local.set({ [OPEN]: next })
  expect(await wordsOf(slots, 'two').read(null)).toEqual({ [OPEN]: next })
})

test('what was discarded or logged is not brought back', async () => {
  const slots = aStorage()
  const draft = aDraft()
  const one = wordsOf(slots, 'one')
  endWriting()
  void one.keep({ [OPEN]: draft })
  endWriting()
  void one.keep({ 'unfinished:lead': { leadId: 'lead', text: 'Called' } })
  const two = wordsOf(slots, 'two')
  two.forget({ id: draft.id })
  two.forget({ key: 'unfinished:lead' })
  expect(await two.read(null)).toEqual({})
})

test('where the quick storage is full, the other is asked all the same', async () => {
  const slots = aStorage()
  vi.spyOn(slots, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  const draft = aDraft()
  await wordsOf(slots, 'one').keep({ [OPEN]: draft })
  expect(await read(OPEN)).toEqual(draft)
})

test('on a full disk what is there is read all the same, with what was typed since', async () => {
  const slots = aStorage()
  const before = aDraft({ name: 'Sampl' })
  await browser.storage.local.set({ [OPEN]: before })
  vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('QuotaExceededError'))
  const after = withField(before, 'name', 'Sample')
  await expect(wordsOf(slots, 'one').keep({ [OPEN]: after })).rejects.toThrow()
  expect(await wordsOf(slots, 'two').read(OPEN)).toEqual({ [OPEN]: after })
})

test.each(['{"id":', '7', 'null'])(
  'damaged words, as %s, keep nobody from the others',
  async text => {
    const slots = aStorage()
    const draft = aDraft()
    slots.setItem(`last:one/${OPEN}`, text)
    const two = wordsOf(slots, 'two')
    await two.keep({ [OPEN]: draft })
    expect(await two.read(OPEN)).toEqual({ [OPEN]: draft })
    expect(() => two.forget({ id: draft.id })).not.toThrow()
  },
)

test('words of an earlier window take no later ones back', async () => {
  const slots = aStorage()
  endWriting()
  void wordsOf(slots, 'one').keep({ 'unfinished:lead': { text: 'Call' } })
  const two = wordsOf(slots, 'two')
  expect(await two.read(null)).toEqual({ 'unfinished:lead': { text: 'Call' } })
  await two.keep({ 'unfinished:lead': { text: 'Called' } })
  expect(await two.read(null)).toEqual({ 'unfinished:lead': { text: 'Called' } })
})

test('whoever reads while another window writes takes nothing back, and misses nothing', async () => {
  const before = aDraft({ name: 'Sampl' })
  const after = withField(before, 'name', 'Sample')
  const ticks = async (count: number) => {
    for (let tick = 0; tick < count; tick += 1) await Promise.resolve()
  }
  for (let moment = 0; moment < 144; moment += 1) {
    await browser.storage.local.clear()
    const slots = aStorage()
    const [one, two] = [wordsOf(slots, 'one'), wordsOf(slots, 'two')]
    const [typing, reading] = [moment % 12, Math.floor(moment / 12)]
    let isTyped = false
    const look = async () => {
      await ticks(reading)
      const hasBoth = isTyped
      const { [OPEN]: seen } = await two.read(OPEN)
      expect(seen, `after ${moment}`).toEqual(hasBoth ? after : expect.anything())
    }
    const type = async () => {
      await ticks(typing)
      const kept = one.keep({ [OPEN]: after })
      isTyped = true
      await kept
    }
    await Promise.all([one.keep({ [OPEN]: before }), look(), type()])
    expect(await read(OPEN), `after ${moment}`).toEqual(after)
    expect(Object.keys(slots)).toEqual([])
  }
})

test.each([
  [
    'throws',
    () => {
      throw new DOMException('', 'SecurityError')
    },
  ],
  ['has none', () => null],
])(
  'where the browser %s when it is asked for the quick storage, the other does alone',
  async (_, slots) => {
    const words = lastWordsIn(slots, 'one')
    const draft = aDraft()
    await words.keep({ [OPEN]: draft })
    expect(await words.read(OPEN)).toEqual({ [OPEN]: draft })
  },
)

test('a quick storage that takes and tells nothing keeps nobody from the other', async () => {
  const fail = () => {
    throw new DOMException('', 'NS_ERROR_FILE_CORRUPTED')
  }
  const slots = new Proxy({} as Storage, { get: () => fail, ownKeys: fail })
  const words = wordsOf(slots, 'one')
  const draft = aDraft()
  await words.keep({ [OPEN]: draft })
  words.forget({ id: 'other' })
  expect(await words.read(OPEN)).toEqual({ [OPEN]: draft })
})
