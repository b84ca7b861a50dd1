// The harness itself: what the stories lean on holds.
import { startBrowser } from './browser.ts'
import { noDisplay, startDisplay } from './display.ts'
import { startExtension } from './extension.ts'
import { closePopup, openPopup } from './popup.ts'
import { expect, test } from './test.ts'

test('the real popup opens as a page, in its own size, and again after it was closed', async ({
  extension,
}) => {
  const popup = await openPopup(extension)
  await expect(popup).toHaveTitle('Kundekort')
  expect(await popup.evaluate(() => innerWidth)).toBeLessThan(900)
  await closePopup(popup)
  const again = await openPopup(extension)
  await expect(again).toHaveTitle('Kundekort')
})

test('trouble is heard: in a page, in the worker, and from the security policy', async () => {
  const extension = await startExtension()
  const page = await extension.open('popup.html')
  await page.evaluate(() => console.error('planted in a page'))
  await page.evaluate(() => setTimeout(() => Promise.reject(new Error('planted, uncaught'))))
  await page.evaluate(() =>
    document.body.append(Object.assign(new Image(), { src: 'https://example.com/' })),
  )
  await extension.worker().evaluate(() => console.error('planted in the worker'))
  await extension.worker().evaluate(() => void Promise.reject(new Error('planted, uncaught there')))
  for (const planted of [
    /planted in a page/,
    /planted, uncaught/,
    /CSP: img-src/,
    /planted in the worker/,
    /planted, uncaught there/,
  ])
    await expect.poll(() => extension.trouble.join('\n')).toMatch(planted)
  await extension.close()
})

test('a raw browser shows the worker, and lets it be stopped', async () => {
  const browser = await startBrowser()
  const worker = await browser.target('service_worker', '/background.js')
  expect(worker.url).toMatch(/^chrome-extension:/)
  // A worker that an event wakes again is another target; one that is only starting isn't stopped.
  const targetsAfterStop = async () => {
    await browser.stopWorkers()
    return (await browser.targets()).map(target => target.targetId)
  }
  await expect.poll(targetsAfterStop).not.toContain(worker.targetId)
  await browser.close()
})

test('a shortcut pressed on a display of our own opens the popup', async () => {
  const reason = noDisplay()
  test.skip(reason !== null, reason ?? '')
  const display = await startDisplay()
  const extension = await startExtension({ headed: true, env: display.env })
  const opened = extension.context.waitForEvent('page', {
    predicate: page => page.url().includes('popup.html'),
  })
  await display.press('alt+shift+k')
  await expect(await opened).toHaveTitle('Kundekort')
  await extension.close()
  await display.stop()
})
