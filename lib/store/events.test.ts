import { expect, test, vi } from 'vitest'
import { aDatabase } from '../../tests/fakes/database.ts'
import { aDraft } from '../../tests/fakes/drafts.ts'
import { saveDraft } from './drafts.ts'
import { type Met, watchEvents } from './events.ts'
import { findIds } from './list.ts'

const fair = (metOn: string, name = 'Sample Person') =>
  aDraft({ event: 'Example Fair', metOn, name })

test('the events are those of the people in the list, and each day of a longer one is told apart', async () => {
  const db = aDatabase()
  const people = [
    fair('2026-11-23', 'Early Bird'),
    fair('2026-11-24'),
    fair('2026-11-24'),
    aDraft({ event: 'Dinner', metOn: '2026-11-25' }),
    aDraft({ notes: 'met nowhere @fair' }),
  ]
  for (const draft of people) await saveDraft(db, draft)
  const heard: Met[][] = []
  watchEvents(db).subscribe(events => heard.push(events))
  await vi.waitFor(() =>
    expect(heard.at(-1)).toEqual([
      { token: '@dinner@', event: 'Dinner', on: '2026-11-25', count: 1 },
      { token: '@example fair@', event: 'Example Fair', on: '2026-11-24', count: 3 },
      { token: '@example fair@2026-11-24', event: 'Example Fair', on: '2026-11-24', count: 2 },
      { token: '@example fair@2026-11-23', event: 'Example Fair', on: '2026-11-23', count: 1 },
    ]),
  )
  const ids = people.map(({ id }) => id)
  expect(await findIds(db, '', '@example fair@')).toEqual([ids[2], ids[1], ids[0]])
  expect(await findIds(db, 'ear', '@example fair@')).toEqual([ids[0]])
  expect(await findIds(db, 'example', '@dinner@')).toEqual([ids[3]])
  expect(await findIds(db, 'dinner')).toEqual([])
})
