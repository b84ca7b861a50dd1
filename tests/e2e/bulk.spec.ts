// A year's worth of people in one go: in batches, each once, none held up by another.
import type { Page } from '@playwright/test'
import { answer, type Endpoint } from '../servers/endpoint.ts'
import { nameOf, seed } from './people.ts'
import { button, field, press, start } from './steps.ts'
import { expect, FAILED_REQUESTS, test } from './story.ts'

test.use({ allowedTrouble: FAILED_REQUESTS })

async function promoteAll(list: Page): Promise<void> {
  await list.getByRole('checkbox', { name: 'Select all' }).check()
  await press(list, 'Promote selected')
}

const rowOf = (list: Page, name: string) =>
  list.getByRole('grid', { name: 'Leads' }).getByRole('row').filter({ hasText: name })

const progress = (list: Page) => list.getByRole('progressbar', { name: 'Sync progress' })

/** Nobody was sent under two ids, or put on a card twice. */
function expectNoneDoubled({ created, cards }: Endpoint): void {
  expect([...created.values()].filter(times => times !== 1)).toEqual([])
  expect(new Set([...cards.values()].map(({ person }) => person.name)).size).toBe(cards.size)
}

test('500 people go out in batches with their progress shown, and land once each', async ({
  extension,
  endpoint,
}) => {
  await start(extension, endpoint)
  const list = await extension.open('options.html#leads')
  await seed(list, { count: 500, fields: { notes: 'Met at the fair' } })

  // The second batch is held until the progress was seen, since all of it takes but a moment.
  let goOn: () => void = () => undefined
  const seen = new Promise<void>(resolve => {
    goOn = resolve
  })
  endpoint.on(async (_leads, response, take) => {
    if (endpoint.batches.length > 1) await seen
    answer(response, 200, { results: take() })
  })
  await promoteAll(list)
  await expect(list.getByText('500 people were promoted.')).toBeVisible()
  await expect(progress(list)).toHaveAttribute('max', '500')
  await expect(progress(list)).toHaveAttribute('value', '250')
  goOn()
  await expect(progress(list)).toHaveCount(0, { timeout: 30_000 })

  expect(endpoint.batches.map(leads => leads.length)).toEqual([250, 250])
  expect(endpoint.cards.size).toBe(500)
  expectNoneDoubled(endpoint)
  await field(list, 'Search leads').fill('0042')
  await expect(rowOf(list, nameOf(42)).getByRole('link', { name: 'On the card' })).toBeVisible()
})

test('whom the CRM rejects needs somebody, the others are on the card, and Retry failed tries again', async ({
  extension,
  endpoint,
}) => {
  await start(extension, endpoint)
  const list = await extension.open('options.html#leads')
  await seed(list, { count: 10 })
  const unwanted = nameOf(3)
  endpoint.on((leads, response, take) => {
    const problem = { type: 'about:blank', title: 'Invalid', status: 422, detail: 'No such branch' }
    const results = take().map((result, index) =>
      leads[index]?.person.name === unwanted
        ? { id: result.id, status: 'rejected', problem }
        : result,
    )
    answer(response, 200, { results })
  })
  await promoteAll(list)
  await expect(rowOf(list, unwanted)).toContainText('Needs you')
  await expect(rowOf(list, unwanted)).toContainText('The CRM says: No such branch')
  await expect(list.getByRole('link', { name: 'On the card' })).toHaveCount(9)

  endpoint.on()
  await press(list, 'Retry failed')
  await expect(list.getByRole('link', { name: 'On the card' })).toHaveCount(10)
  expect(endpoint.batches.map(leads => leads.length)).toEqual([10, 1])
  await expect(button(list, 'Retry failed')).toBeDisabled()
})

test('drafts that lack something stay drafts, stay selected, and hold nobody up', async ({
  extension,
  endpoint,
}) => {
  await start(extension, endpoint)
  const list = await extension.open('options.html#leads')
  await seed(list, { count: 3 })
  await seed(list, { count: 1, fields: { name: 'Without Company', company: '' } })
  await promoteAll(list)
  await expect(list.getByText('3 people were promoted. One draft is kept')).toBeVisible()
  await expect(list.getByRole('link', { name: 'On the card' })).toHaveCount(3)
  await expect(list.getByRole('checkbox', { name: 'Select Without Company' })).toBeChecked()
  expect(endpoint.cards.size).toBe(3)
})

test('after an answer that was lost nobody is doubled', async ({ extension, endpoint }) => {
  await start(extension, endpoint)
  const list = await extension.open('options.html#leads')
  await seed(list, { count: 250 })
  endpoint.on((_leads, response, take) => {
    take()
    response.destroy()
  })
  await promoteAll(list)
  await expect(rowOf(list, nameOf(249))).toContainText('The CRM could not be reached')
  // At least once: Chromium itself repeats a request whose connection was cut before the answer.
  expect(endpoint.batches.length).toBeGreaterThanOrEqual(1)

  endpoint.on()
  const crm = await extension.open('options.html#crm')
  await press(crm, 'Save')
  await expect.poll(() => endpoint.cards.size).toBe(250)
  await expect(progress(list)).toHaveCount(0)
  expectNoneDoubled(endpoint)
})

test('a CRM that asks us to wait is left alone for that long, and then served without anybody', async ({
  extension,
  endpoint,
}) => {
  await start(extension, endpoint)
  const list = await extension.open('options.html#leads')
  await seed(list, { count: 150 })
  endpoint.on((_leads, response) => answer(response, 503, {}, { 'retry-after': '3' }))
  await promoteAll(list)
  await expect(rowOf(list, nameOf(149))).toContainText('Next try at')
  endpoint.on()
  await expect.poll(() => endpoint.cards.size, { timeout: 45_000 }).toBe(150)
  const [asked, next] = endpoint.heard.filter(({ method }) => method === 'POST')
  expect((next?.at ?? 0) - (asked?.at ?? 0)).toBeGreaterThanOrEqual(3000)
  expectNoneDoubled(endpoint)
})
