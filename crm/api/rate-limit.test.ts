import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { problemSchema } from '../../lib/crm/open/contract.ts'
import { anApp } from '../testing/an-app.ts'

const app = anApp()
const statuses = async (count: number, headers: Record<string, string> = {}) => {
  const answers: number[] = []
  for (let n = 0; n < count; n += 1) answers.push((await app.api('/me', undefined, headers)).status)
  return answers
}
/** As if so many seconds had gone by. */
const wait = (seconds: number) =>
  sql`update budget set spent_until = spent_until - make_interval(secs => ${seconds})`.execute(
    app.db(),
  )

it('refuses what is beyond a colleague’s budget, and says when to try again', async () => {
  app.settings.rateLimit = 3
  expect(await statuses(3)).toEqual([200, 200, 200])
  const refused = await app.api('/leads/batch', { leads: [{}] })
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '20'])
  expect(refused.headers.get('content-type')).toBe('application/problem+json')
  expect(problemSchema.parse(await refused.json())).toMatchObject({ code: 'too-many-requests' })
  await wait(20)
  expect(await statuses(2)).toEqual([200, 429])
  await wait(600)
  expect(await statuses(4)).toEqual([200, 200, 200, 429])
})

it('gives each colleague a budget of their own', async () => {
  app.settings.rateLimit = 1
  const authorization = `Bearer ${await app.addColleague('Other Colleague')}`
  expect(await statuses(2)).toEqual([200, 429])
  expect(await statuses(2, { authorization })).toEqual([200, 429])
})

it('takes nothing from the budget for a token that is wrong', async () => {
  app.settings.rateLimit = 1
  expect(await statuses(3, { authorization: 'Bearer wrong' })).toEqual([401, 401, 401])
  expect(await statuses(1)).toEqual([200])
})

it('has no limit where none is wanted', async () => {
  app.settings.rateLimit = 0
  expect(new Set(await statuses(20))).toEqual(new Set([200]))
})
