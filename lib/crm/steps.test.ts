import { describe, expect, test } from 'vitest'
import { aLead } from '../../tests/fakes/leads.ts'
import { aSession } from '../../tests/fakes/session.ts'
import { Adjourned, type Item } from './connector.ts'
import { type Step, stepsOf, tellChanged, UnclearStep } from './steps.ts'

/** A CRM in memory whose search shows a record only after a pause. */
function aCrm({ lag = 0 } = {}) {
  const made: string[] = []
  const shown: string[] = []
  const disk: Record<string, string> = {}
  const { session } = aSession(() => ({}))
  const pauses: number[] = []
  const pausing = {
    ...session,
    async pause(ms: number) {
      pauses.push(ms)
      shown.push(...made)
    },
  }
  const step = (name: string): Step => ({
    name,
    find: async () => (lag === 0 ? made : shown).find(each => each === name),
    async make() {
      made.push(name)
      return name
    },
  })
  const take = (change: Partial<Item> = {}) => {
    const item = { lead: aLead(), isUnclear: false, done: { ...disk }, ...change }
    const checkpoint = async (_: string, key: string, value: string) => {
      disk[key] = value
    }
    return stepsOf(item, pausing, checkpoint, lag)
  }
  return { made, disk, pauses, step, take }
}

test('each step is on disk before the next begins', async () => {
  const { disk, step, take } = aCrm()
  const go = take()
  await go(step('company'))
  expect(disk).toEqual({ company: 'company' })
  await go(step('contact'))
  expect(disk).toEqual({ company: 'company', contact: 'contact' })
})

test('a resumed lead goes on where it stopped', async () => {
  const { made, step, take } = aCrm()
  await take()(step('company'))
  const again = take()
  await again(step('company'))
  await again(step('contact'))
  expect(made).toEqual(['company', 'contact'])
})

test('what may have been made is looked for, also behind a search that lags, and made once', async () => {
  const { made, pauses, step, take } = aCrm({ lag: 10_000 })
  await step('company').make() // and the answer was lost
  await take({ isUnclear: true })(step('company'))
  expect(made).toEqual(['company'])
  expect(pauses).toEqual([10_000])
})

test('what was never begun is made, though another step was unclear', async () => {
  const { made, pauses, step, take } = aCrm({ lag: 10_000 })
  const go = take({ isUnclear: true })
  await go(step('company'))
  await go(step('contact'))
  expect(made).toEqual(['company', 'contact'])
  expect(pauses).toHaveLength(1)
})

test('what cannot be looked for is asked about, once it was begun, and only then', async () => {
  const { made, disk, step, take } = aCrm()
  const { find: _none, ...note } = step('note')
  await take({ isUnclear: true })(note)
  expect(made).toEqual(['note'])
  disk.note = '?'
  await expect(take({ isUnclear: true })(note)).rejects.toThrow(UnclearStep)
  expect(made).toEqual(['note'])
})

test('what the user saw to be missing is made again', async () => {
  const { made, disk, step, take } = aCrm()
  const { find: _none, ...note } = step('note')
  disk.note = '?'
  await take({ isUnclear: true, isMissing: true })(note)
  expect(made).toEqual(['note'])
})

const failing = (error: Error) => async () => {
  throw error
}

test('what was looked for and is not there need not be looked for again, when there was no time to make it', async () => {
  const { made, disk, pauses, step, take } = aCrm({ lag: 10_000 })
  const company = step('company')
  const noTime = take({ isUnclear: true })({ ...company, make: failing(new Adjourned()) })
  await expect(noTime).rejects.toThrow(Adjourned)
  await take({ isUnclear: true })(company)
  expect([made, pauses, disk]).toEqual([['company'], [10_000], { company: 'company' }])
})

test('what was looked for is unclear again as soon as it is begun', async () => {
  const { made, disk, step, take } = aCrm()
  disk.company = '-'
  const company = step('company')
  const lost = async () => {
    await company.make()
    throw new Error('killed')
  }
  await expect(take({ isUnclear: true })({ ...company, make: lost })).rejects.toThrow('killed')
  await take({ isUnclear: true })(company)
  expect(made).toEqual(['company'])
})

test.each([
  ['there was no time for', new Adjourned()],
  ['was refused before it did anything', Object.assign(new Error(), { problem: { code: 'busy' } })],
])('what %s is nothing that anybody has to look at', async (_, error) => {
  const { made, step, take } = aCrm()
  const { find: _none, ...note } = step('note')
  await expect(take()({ ...note, make: failing(error) })).rejects.toBe(error)
  await take()(note)
  expect(made).toEqual(['note'])
})

test('what may have been done and cannot be looked for is asked about', async () => {
  const { step, take } = aCrm()
  const { find: _none, ...note } = step('note')
  const lost = Object.assign(new Error(), { problem: { code: 'timeout' } })
  await expect(take()({ ...note, make: failing(lost) })).rejects.toBe(lost)
  await expect(take()(note)).rejects.toThrow(UnclearStep)
})

describe('what may be written again', () => {
  /** A CRM that has what it was told last, and the disk beside it. */
  function aTold() {
    const disk: Record<string, string> = {}
    const written: string[] = []
    const notes: string[] = []
    const checkpoint = async (_: string, name: string, value: string) => {
      disk[name] = value
      notes.push(value)
    }
    const tell = (says: string, answer: () => Promise<void> = async () => undefined) =>
      tellChanged({ lead: aLead(), isUnclear: false, done: { ...disk } }, checkpoint, {
        ...{ name: 'fields', says },
        async write() {
          written.push(says)
          await answer()
        },
      })
    return { tell, written, notes }
  }

  test('is written once, and again only when it says something else', async () => {
    const { tell, written, notes } = aTold()
    expect([await tell('one'), await tell('one')]).toEqual([true, false])
    expect([await tell('two'), await tell('two'), await tell('one')]).toEqual([true, false, true])
    expect(written).toEqual(['one', 'two', 'one'])
    expect(notes).toEqual(['one', '', 'two', '', 'one'])
  })

  test('is written again where an answer was lost, also what was told before that', async () => {
    const { tell, written } = aTold()
    await tell('one')
    const lost = failing(new Error('lost'))
    await expect(tell('two', lost)).rejects.toThrow('lost')
    await tell('one')
    expect(written).toEqual(['one', 'two', 'one'])
  })
})
