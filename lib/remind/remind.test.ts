import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aDatabase } from '../../tests/fakes/database.ts'
import { aDraft } from '../../tests/fakes/drafts.ts'
import { calendarDate } from '../lead/dates.ts'
import { daysAfter } from '../lead/quickDates.ts'
import { saveDraft } from '../store/drafts.ts'
import { moveFollowUp } from '../store/reminders.ts'
import { beginTelling, endTelling } from '../store/telling.ts'
import { createReminders } from './remind.ts'

const TODAY = '2026-12-01'

/** A browser with these days to follow up on, its clock, and what was on its screen. */
async function aBrowser(...days: string[]) {
  const db = aDatabase()
  const drafts = days.map(followUp => aDraft({ followUp }))
  for (const draft of drafts) await saveDraft(db, draft)
  const world = {
    ...{ db, ids: drafts.map(({ id }) => id), now: new Date(2026, 11, 1, 9), alarm: 0 as unknown },
    ...{ since: '2026-11-01' as string | undefined, shown: [] as string[][], stepsLeft: Infinity },
  }
  /** Ends the worker at the await that is chosen. */
  const step = async <T>(task: () => T): Promise<Awaited<T>> => {
    world.stepsLeft -= 1
    if (world.stepsLeft < 0) throw new Error('killed')
    return await task()
  }
  const remind = createReminders({
    now: () => world.now,
    since: () => step(async () => world.since),
    begin: (from, through) => step(() => beginTelling(db, from, through)),
    end: () => step(() => endTelling(db)),
    show: ids => step(async () => void world.shown.push([...ids])),
    setAlarm: at =>
      step(async () => {
        world.alarm = at
      }),
    exclusively: task => task(),
  })
  return Object.assign(world, { remind })
}

test('whose day it is are told of at once in one notification, and only once', async () => {
  const browser = await aBrowser(TODAY, TODAY, '2026-12-02')
  await browser.remind()
  await browser.remind()
  expect(browser.shown).toEqual([browser.ids.slice(0, 2)])
  expect(browser.alarm).toBe(new Date(2026, 11, 2, 8).getTime())
  browser.now = new Date(2026, 11, 2, 8)
  await browser.remind()
  expect(browser.shown[1]).toEqual([browser.ids[2]])
})

test('before eight nobody is told of', async () => {
  const browser = await aBrowser(TODAY)
  browser.now = new Date(2026, 11, 1, 7, 59)
  await browser.remind()
  expect(browser.shown).toEqual([])
  expect(browser.alarm).toBe(new Date(2026, 11, 1, 8).getTime())
})

test('after a weekend away people hear of what was due meanwhile, but not of what is long ago', async () => {
  const browser = await aBrowser('2026-11-20', '2026-11-29')
  await browser.remind()
  expect(browser.shown).toEqual([[browser.ids[1]]])
})

test('who does not want it, or may not be told, is not, and no alarm is left', async () => {
  const browser = await aBrowser(TODAY)
  browser.since = undefined
  await browser.remind()
  expect(browser.shown).toEqual([])
  expect(browser.alarm).toBeUndefined()
})

test('a clock that was ten years ahead for a while makes nobody be forgotten', async () => {
  const browser = await aBrowser(TODAY)
  browser.now = new Date(2036, 11, 1, 9)
  await browser.remind()
  expect(browser.shown).toEqual([])
  browser.now = new Date(2026, 11, 1, 9)
  await browser.remind()
  expect(browser.shown).toEqual([browser.ids])
})

test('a worker that dies at any step tells of everybody when it starts again', async () => {
  for (let steps = 0; steps <= 5; steps += 1) {
    const browser = await aBrowser(TODAY, TODAY)
    browser.stepsLeft = steps
    await browser.remind().catch(() => undefined)
    browser.stepsLeft = Number.POSITIVE_INFINITY
    await browser.remind()
    await browser.remind()
    // Dead between showing and saying so, it shows the same again in the place of the first.
    expect(browser.shown, `after ${steps} steps`).toEqual(
      steps === 4 ? [browser.ids, browser.ids] : [browser.ids],
    )
    expect(browser.alarm, `after ${steps} steps`).toBe(new Date(2026, 11, 2, 8).getTime())
  }
})

type Deed =
  | { is: 'clock'; hours: number }
  | { is: 'look'; steps: number }
  | { is: 'write' | 'move'; who: number; days: number }
  | { is: 'done'; who: number }

const who = fc.nat({ max: 3 })
const days = fc.integer({ min: -3, max: 12 })
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ is: fc.constant('look' as const), steps: fc.nat(9) }) },
  fc.record({ is: fc.constant('clock' as const), hours: fc.integer({ min: -40, max: 60 }) }),
  fc.record({ is: fc.constantFrom('write' as const, 'move' as const), who, days }),
  fc.record({ is: fc.constant('done' as const), who }),
)

test('whatever comes: nobody is told of before their day or twice for it, and nobody is left out', () =>
  fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 25 }), async deeds => {
      const browser = await aBrowser(TODAY, '2026-12-02', '2026-12-03', '2026-12-10')
      const { db, ids } = browser
      const told = new Set<string>()
      const dayOf = async (id: string) => (await db.reminders.get(id))?.on
      const killedOver = { count: 0 }
      const hear = async () => {
        for (const id of browser.shown.splice(0).flat()) {
          const key = `${id} ${await dayOf(id)}`
          expect((await dayOf(id)) ?? '').toMatch(/^20/)
          expect(((await dayOf(id)) ?? '') <= calendarDate(browser.now)).toBe(true)
          if (told.has(key)) killedOver.count -= 1
          expect(killedOver.count).toBeGreaterThanOrEqual(0)
          told.add(key)
        }
      }
      for (const each of deeds) {
        if (each.is === 'clock') browser.now = new Date(+browser.now + each.hours * 3_600_000)
        else if (each.is === 'look') {
          browser.stepsLeft = each.steps
          await browser.remind().catch(() => undefined)
          if (each.steps === 4) killedOver.count += browser.shown.flat().length
          await hear()
        } else if (each.is === 'done') await moveFollowUp(db, ids[each.who] ?? '', '')
        else {
          const id = ids[each.who] ?? ''
          const on = daysAfter(calendarDate(browser.now), each.days)
          const before = await dayOf(id)
          if (each.is === 'move') await moveFollowUp(db, id, on)
          else {
            const row = await db.drafts.get(id)
            if (row) {
              const fields = { ...row.fields, followUp: on }
              const counter = row.counter + 1
              await saveDraft(db, { id, counter, fields, written: { followUp: counter } })
            }
          }
          // The day that stands on the form already is no news, unless somebody puts them off to it.
          const isNew = each.is === 'move' || before !== (await dayOf(id))
          for (const key of told) if (isNew && key.startsWith(id)) told.delete(key)
        }
      }
      browser.stepsLeft = Number.POSITIVE_INFINITY
      browser.now = new Date(`${calendarDate(browser.now)}T12:00`)
      await browser.remind()
      await hear()
      const today = calendarDate(browser.now)
      for (const { id, on } of await db.reminders
        .where('on')
        .between('2026-11-01', today, true, true)
        .toArray())
        if (on >= daysAfter(today, -7)) expect(told).toContain(`${id} ${on}`)
    }),
    { numRuns: 60 },
  ))
