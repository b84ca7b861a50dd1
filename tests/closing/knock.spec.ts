// A popup that closes before its draft has a row sees to it that the worker writes it.
import { expect, test } from '@playwright/test'
import type Browser from 'webextension-polyfill'
import { startBrowser } from '../harness/browser.ts'
import { callIn } from '../harness/callIn.ts'
import { targetGone } from './events.ts'
import { findToolbar } from './toolbar.ts'
import { readyToType } from './typing.ts'

declare const chrome: typeof Browser

const TIMES = 8

/** Runs in the popup. Ends once all of it is there, and nobody has knocked yet. */
async function untilWhole(): Promise<void> {
  while (!document.querySelector('.to-panel')) await new Promise(requestAnimationFrame)
  await chrome.alarms.clear('knock')
}

const isKnocked = async (): Promise<boolean> => (await chrome.alarms.get('knock')) !== undefined

test('whoever closes the popup as soon as something is typed leaves an alarm behind', async () => {
  const browser = await startBrowser()
  try {
    const toolbar = await findToolbar(browser)
    const { url } = await browser.target('service_worker', '/background.js')
    for (let time = 0; time < TIMES; time += 1) {
      const popup = await toolbar.openPopup()
      await callIn(popup.page, untilWhole, null)
      const typing = { field: 'notes', how: 'keys', text: 'x' } as const
      const ready = await readyToType(toolbar, popup, typing)
      const gone = targetGone(browser.cdp, popup.targetId)
      await ready.type()
      await toolbar.showOtherTab()
      await gone
      const page = new URL('/welcome.html', url).href
      await browser.cdp.send('Target.createTarget', { url: page, background: true })
      const target = await browser.target('page', '/welcome.html')
      const welcome = await browser.attach(target)
      expect(await callIn(welcome, isKnocked, null), `closing ${time + 1}`).toBe(true)
      const left = targetGone(browser.cdp, target.targetId)
      await browser.cdp.send('Target.closeTarget', { targetId: target.targetId })
      await left
    }
  } finally {
    await browser.close()
  }
})
