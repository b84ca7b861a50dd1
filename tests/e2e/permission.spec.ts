// What only happens on a real screen: the browser's own dialog, and its shortcut for the popup.
import type { Page } from '@playwright/test'
import type { Browser } from 'wxt/browser'
import { startCrm } from '../harness/crm.ts'
import { type Display, noDisplay, startDisplay } from '../harness/display.ts'
import { type Extension, startExtension } from '../harness/extension.ts'
import { expect, test } from '../harness/test.ts'
import { forExtensions, html, json, redirect } from '../servers/faults.ts'
import { type Handle, listen, silentAddress } from '../servers/listen.ts'
import { startProxy, withoutCors } from '../servers/proxy.ts'
import { answer } from './dialog.ts'
import { agree, button, field, standing, writeDown } from './steps.ts'

const reason = noDisplay()
test.skip(reason !== null, reason ?? '')

let display: Display
let extension: Extension
test.beforeEach(async () => {
  display = await startDisplay()
  extension = await startExtension({ headed: true, env: display.env })
})
test.afterEach(async () => {
  await extension.close()
  await display.stop()
})

const finding = (page: Page) => page.getByRole('list', { name: 'Findings' }).getByRole('listitem')

async function check(page: Page, address: string, token = 'sample-token'): Promise<void> {
  await field(page, 'Address').fill(address)
  await field(page, 'Token').fill(token)
  await button(page, 'Test connection').click()
}

const granted = () =>
  extension.worker().evaluate(async () => {
    const { permissions } = (globalThis as unknown as { chrome: typeof Browser }).chrome
    return (await permissions.getAll()).origins
  })

/** Presses Allow access, and answers the browser's dialog. */
const answerDialog = (page: Page, ...keys: string[]) =>
  answer(display, page, field(page, 'Address'), () => button(page, 'Allow access').click(), keys)

test('a CRM that is closed to extensions is allowed in the browser’s dialog, and gets the lead', async () => {
  const crm = await startCrm()
  const proxy = await startProxy(crm.address, withoutCors)
  await agree(extension)
  const page = await extension.open('options.html#crm')
  await check(page, proxy.address, crm.token)
  await expect(finding(page)).toContainText('No answer that Kundekort may read.')
  expect(await granted()).toEqual([])

  await answerDialog(page, 'Tab', 'Return')
  await expect(finding(page)).toContainText('Connected to Kundekort CRM')
  expect(await granted()).toEqual(['http://127.0.0.1/*'])
  await button(page, 'Save').click()
  await expect(page.getByText(/^Saved\./)).toBeVisible()
  expect(await granted()).toEqual(['http://127.0.0.1/*'])

  const opened = extension.context.waitForEvent('page')
  await display.press('alt+shift+k')
  const popup = await opened
  await expect(field(popup, 'Name')).toBeFocused()
  await writeDown(popup, { name: 'Sample Person', company: 'Example AS' })
  await popup.keyboard.press('Control+Enter')
  await expect(standing(popup).getByRole('link', { name: 'On the card' })).toBeVisible()
  await proxy.close()
  await crm.stop()
})

test('with the permission, what was one finding becomes several', async () => {
  let handle: Handle = json(200, {})
  const server = await listen((heard, response) => handle(heard, response))
  const page = await extension.open('options.html#crm')
  await check(page, await silentAddress())
  await answerDialog(page, 'Tab', 'Return')
  await expect(finding(page)).toContainText('No connection.')
  const closed: [Handle, string][] = [
    [html(200), 'A web page answered instead of the CRM'],
    [json(401, {}), 'does not accept this token'],
    [redirect(302, () => '/elsewhere'), 'This address leads on to another one'],
    [json(200, { hello: 'there' }), 'but not with the open endpoint'],
  ]
  for (const [next, sentence] of closed) {
    handle = next
    await check(page, server.address)
    await expect(finding(page)).toContainText(sentence)
    await expect(button(page, 'Allow access')).toHaveCount(0)
  }
  await server.close()
})

test('Deny breaks nothing: the finding stays, and a CRM that is open can be used', async () => {
  const closed = await silentAddress()
  const me = {
    ...{ api: 1, crm: { name: 'Example CRM', version: '1' } },
    ...{ user: { id: '1', name: 'Sample Colleague' }, limits: { batch: 500, bodyBytes: 2097152 } },
  }
  const open = await listen(forExtensions(json(200, me)))
  const page = await extension.open('options.html#crm')
  await check(page, closed)
  await answerDialog(page, 'Return')
  expect(await granted()).toEqual([])
  await expect(finding(page)).toContainText('No answer that Kundekort may read.')
  await check(page, open.address)
  await expect(finding(page)).toContainText('Connected to Example CRM')
  await open.close()
})
