// The whole way in a real Firefox: from the installation to the card.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCrm } from '../harness/crm.ts'
import { readCards } from '../kills/cards.ts'
import { answer } from './steps.ts'
import { expect, test } from './story.ts'

test('from the installation to the card, where the person is once', async ({ fox }) => {
  const data = await mkdtemp(join(tmpdir(), 'kundekort-firefox-'))
  const crm = await startCrm({ data })
  const page = await fox.tab('welcome.html')
  await page.click('button', 'Agree and start')
  await answer(fox, true)
  await page.click('link', 'Next: connect your CRM')

  await page.write('Address', crm.address)
  await page.write('Token', crm.token)
  await page.click('button', 'Test connection')
  await expect.poll(() => page.text()).toContain('Connected to Kundekort CRM as ')
  await page.click('button', 'Save')
  await expect.poll(() => page.text()).toContain('Saved. Leads are promoted to this CRM')

  const popup = await fox.open('popup.html')
  await popup.write('Name', 'Sample Person')
  await popup.write('Company', 'Example Way AS')
  await popup.write('Email', 'sample.person@example.com')
  await popup.press('Control+Enter')
  await expect.poll(() => popup.text('[role=status]')).toBe('On the card')
  await crm.stop()
  expect(await readCards(data)).toEqual({ conversations: 1, leads: 1, people: 1 })
  await rm(data, { recursive: true })
})
