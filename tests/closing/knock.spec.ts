// A popup that closes before its draft has a row sees to it that the worker writes it.
import { expect, test } from '@playwright/test'
import type Browser from 'webextension-polyfill'
import { startBrowser, type Browser as TestBrowser } from '../harness/browser.ts'
import { callIn } from '../harness/callIn.ts'
import type { CdpSession } from '../harness/cdp.ts'
import { targetGone } from './events.ts'
import { findToolbar } from './toolbar.ts'
import { readyToType } from './typing.ts'

declare const chrome: typeof Browser

const TIMES = 8

/** Runs in the popup. Ends once all of it is there, and nobody has knocked yet. */
async function untilWhole(): Promise<void> {
  while (!document.querySelector('.to-panel')) await new Promise(requestAnimationFrame)
  await chrome.alarms.clear('typed')
}

const isKnocked = async (): Promise<boolean> => (await chrome.alarms.get('typed')) !== undefined

/** A page of the extension in a tab behind, in which alarms can be asked for. */
async function openAside(browser: TestBrowser): Promise<CdpSession> {
  const { url } = await browser.target('service_worker', '/background.js')
  const page = new URL('/welcome.html', url).href
  await browser.cdp.send('Target.createTarget', { url: page, background: true })
  const session = await browser.attach(await browser.target('page', '/welcome.html'))
  const isThere = () => callIn(session, () => 'alarms' in chrome, null).catch(() => false)
  await expect.poll(isThere).toBe(true) // what runs in it before it is loaded ends with an error
  return session
}

test('whoever closes the popup as soon as something is typed leaves an alarm behind', async () => {
  const browser = await startBrowser()
  try {
    const toolbar = await findToolbar(browser)
    const asking = await openAside(browser)
    for (let time = 0; time < TIMES; time += 1) {
      const popup = await toolbar.openPopup()
      await callIn(popup.page, untilWhole, null)
      const typing = { field: 'notes', how: 'keys', text: 'x' } as const
      const ready = await readyToType(toolbar, popup, typing)
      const gone = targetGone(browser.cdp, popup.targetId)
      await ready.type()
      await toolbar.showOtherTab()
      await gone
      expect(await callIn(asking, isKnocked, null), `closing ${time + 1}`).toBe(true)
    }
  } finally {
    await browser.close()
  }
})
