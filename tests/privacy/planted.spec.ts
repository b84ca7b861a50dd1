// The checks of promises.spec.ts find what they are for: breaches are planted in a build of its own,
// and the same functions that find nothing in the production build have to name every one of them.
import { expect, test } from '@playwright/test'
import type { Breach } from './breach.ts'
import { FEW, MANY, promoteBeside, tellsApart } from './browser/beside.ts'
import { dayWithoutUs, dayWithUs } from './browser/day.ts'
import { breachesOf } from './browser/dayChecks.ts'
import { monthOfDrafts, unasked } from './browser/days.ts'
import { BESIDE_DRAFTS, IN_A_MONTH, ON_A_DAY, type Planted } from './planted/breaches.ts'
import { buildWith, type Variant } from './planted/build.ts'

let planted: Variant | undefined
const build = () => planted?.build ?? ''

test.beforeAll(async () => {
  planted = await buildWith([...ON_A_DAY, ...IN_A_MONTH])
})
test.afterAll(() => planted?.remove())

/** The breaches that were planted and not found. */
const missed = (
  list: readonly Pick<Planted, 'name' | 'shows' | 'naming'>[],
  found: readonly Breach[],
): string[] =>
  list
    .filter(({ shows, naming }) =>
      found.every(({ kind, detail }) => kind !== shows || !naming.test(detail)),
    )
    .map(({ name }) => name)

test('on a day beside the connections', async () => {
  test.slow() // two browsers, one after another
  const found = breachesOf(await dayWithoutUs(), await dayWithUs(build()))
  expect(missed(ON_A_DAY, found)).toEqual([])
})

test('on days on which nobody is promoted', async () => {
  const found = unasked(await monthOfDrafts(build(), 9))
  expect(missed(IN_A_MONTH, found)).toEqual([])
})

test('by what a CRM is told beside few drafts and beside many', async () => {
  const few = await promoteBeside(FEW, build())
  const many = await promoteBeside(MANY, build())
  expect(missed(BESIDE_DRAFTS, tellsApart(few, many))).toEqual([])
})
