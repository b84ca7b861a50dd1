// The promises about what leaves a browser, in a real one: the production build, and everything that
// the browser says to anybody passes a gate where it is written down.
import { expect, test } from '@playwright/test'
import { FEW, MANY, promoteBeside, tellsApart } from './browser/beside.ts'
import { dayWithoutUs, dayWithUs } from './browser/day.ts'
import { breachesOf } from './browser/dayChecks.ts'
import { monthOfDrafts, unasked } from './browser/days.ts'
import { PRODUCTION } from './browser/production.ts'
import { CONNECTIONS, CRM, SOCIAL } from './browser/sites.ts'

test('connections stay on the page, while everything of the product is used beside it', async () => {
  test.slow() // two browsers, one after another
  const without = await dayWithoutUs()
  const day = await dayWithUs(PRODUCTION)
  expect(breachesOf(without, day)).toEqual([])

  // That nothing was found says something only if there was something to be found.
  for (const host of SOCIAL) {
    expect(day.passed.filter(({ origin }) => origin === `https://${host}`).length).toBeGreaterThan(
      6,
    )
  }
  expect(day.pages.join()).toContain(CONNECTIONS[49])
  expect(day.kept).toContain('kanari-kept-note')
  const batches = day.passed.filter(
    ({ origin, method, path }) =>
      origin === `https://${CRM}` && method === 'POST' && path === '/api/v1/leads/batch',
  )
  expect(batches.map(({ body }) => JSON.parse(body).leads.length)).toEqual([1, 2])
})

test('200 drafts of which nobody is promoted send nothing on thirty days', async () => {
  test.slow() // a month
  const month = await monthOfDrafts(PRODUCTION, 30)
  expect(unasked(month)).toEqual([])
  expect(month.days.length).toBe(30)
  expect(Math.max(...month.days)).toBeGreaterThanOrEqual(30)
  expect(month.drafts).toBe(201)
  // That reminders send nothing says something only if there were some.
  expect(month.reminded).toBeGreaterThanOrEqual(30)
})

test('the same leads are told in the same bytes, beside few private drafts and beside many', async () => {
  const few = await promoteBeside(FEW, PRODUCTION)
  const many = await promoteBeside(MANY, PRODUCTION)
  expect(tellsApart(few, many)).toEqual([])
  const posts = few.requests.filter(({ method }) => method === 'POST')
  expect(posts.map(({ body }) => JSON.parse(body).leads.length)).toEqual([3])
})
