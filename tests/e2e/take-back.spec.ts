// Between promoting and the first request there is a way back, and afterwards there is none.
import type { Page } from '@playwright/test'
import { openPopup } from '../harness/popup.ts'
import type { Endpoint } from '../servers/endpoint.ts'
import { button, field, press, standing, start, writeDown } from './steps.ts'
import { expect, FAILED_REQUESTS, test } from './story.ts'

test.use({ allowedTrouble: FAILED_REQUESTS })

async function promote(popup: Page, name: string): Promise<void> {
  await writeDown(popup, { name, company: 'Example AS' })
  await popup.keyboard.press('Control+Enter')
}

/** The CRM has asked to be left alone for a minute, so that whoever is promoted next waits. */
async function promoteIntoAWait(popup: Page, endpoint: Endpoint): Promise<void> {
  endpoint.on((_leads, response) => response.writeHead(503, { 'retry-after': '60' }).end())
  await promote(popup, 'First Sample')
  await expect(popup.getByText('Next try at')).toBeVisible()
  endpoint.on()
  await press(popup, 'New person')
}

test('a lead that waits can be taken back, and nothing about that person was sent', async ({
  extension,
  endpoint,
}) => {
  await start(extension, endpoint)
  const popup = await openPopup(extension)
  await promoteIntoAWait(popup, endpoint)
  await promote(popup, 'Sample Person')
  await expect(standing(popup)).toHaveText('Waiting')
  await press(popup, 'Take back')
  await expect(popup.getByRole('alert')).toContainText('Taken back')
  await expect(standing(popup)).toHaveText('Draft kept')
  await expect(field(popup, 'Name')).toBeEditable()
  await expect(button(popup, 'Take back')).toHaveCount(0)

  // The queue runs again and is through: the other one is on the card, and this one was never sent.
  const crm = await extension.open('options.html#crm')
  await press(crm, 'Save')
  await expect.poll(() => endpoint.cards.size).toBe(1)
  await crm.goto('about:blank')
  expect(endpoint.heard.map(({ body }) => body).join()).not.toContain('Sample Person')

  // It is a draft like any other, and its first promotion is still its first revision.
  const again = await openPopup(extension)
  await expect(field(again, 'Name')).toHaveValue('Sample Person')
  await again.keyboard.press('Control+Enter')
  await expect(standing(again)).toHaveText('On the card')
  const sent = endpoint.batches.flat().find(({ person }) => person.name === 'Sample Person')
  expect(sent?.revision).toBe(1)
})

test('once a request has begun there is no way back', async ({ extension, endpoint }) => {
  await start(extension, endpoint)
  endpoint.on(() => undefined)
  const popup = await openPopup(extension)
  await promote(popup, 'Sample Person')
  await expect(standing(popup)).toHaveText('Sending')
  await expect(button(popup, 'Take back')).toHaveCount(0)
  await expect(button(popup, 'Promote to CRM')).toHaveCount(0)
  await expect(field(popup, 'Name')).not.toBeEditable()
  expect(endpoint.batches).toHaveLength(1)
})

test('whoever failed after a request has no way back either, but is not sent twice as two', async ({
  extension,
  endpoint,
}) => {
  await start(extension, endpoint)
  const popup = await openPopup(extension)
  endpoint.on((_leads, response) => response.writeHead(503, { 'retry-after': '60' }).end())
  await promote(popup, 'Sample Person')
  await expect(popup.getByText('Next try at')).toBeVisible()
  await expect(standing(popup)).toHaveText('Waiting')
  await expect(button(popup, 'Take back')).toHaveCount(0)
})

test('a paused queue sends nothing, what is in it can be cancelled, and Resume goes on', async ({
  extension,
  endpoint,
}) => {
  await start(extension, endpoint)
  const popup = await openPopup(extension)
  await promoteIntoAWait(popup, endpoint)
  await promote(popup, 'Sample Person')
  await expect(standing(popup)).toHaveText('Waiting')

  const list = await extension.open('options.html#leads')
  await press(list, 'Pause')
  await expect(list.getByText('Paused with 2 leads waiting')).toBeVisible()
  await list.getByRole('checkbox', { name: 'Select Sample Person' }).check()
  await press(list, 'Cancel')
  await expect(list.getByText('One person is a draft again; nothing was sent.')).toBeVisible()
  await press(list, 'Resume')
  await expect(button(list, 'Pause')).toBeVisible()
  expect(endpoint.batches.flat().map(({ person }) => person.name)).toEqual(['First Sample'])
})
