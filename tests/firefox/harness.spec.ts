// What the stories in Firefox lean on holds.
import { startFirefox } from '../harness/firefox/firefox.ts'
import { expect, skipWithoutFirefox, test } from './story.ts'

test('trouble is heard: in a page, in the background, and from the security policy', async () => {
  skipWithoutFirefox()
  const fox = await startFirefox()
  const page = await fox.open('popup.html')
  await page.evaluate(plantInPage)
  await page.evaluate(plantInBackground)
  for (const planted of [
    /planted in a page/,
    /planted, uncaught/,
    /planted, rejected/,
    /img-src.+page\.png/,
    /planted in the background/,
    /planted there, uncaught/,
    /img-src.+background\.png/,
  ])
    await expect.poll(async () => (await fox.trouble()).join('\n')).toMatch(planted)
  await fox.close()
})

function plantInPage(): void {
  console.error('planted in a page')
  setTimeout(() => {
    throw new Error('planted, uncaught')
  })
  setTimeout(() => Promise.reject(new Error('planted, rejected')))
  document.body.append(Object.assign(new Image(), { src: 'https://example.com/page.png' }))
}

function plantInBackground(): void {
  type There = typeof globalThis & Window
  const { browser } = globalThis as unknown as {
    browser: { extension: { getBackgroundPage(): There } }
  }
  const there = browser.extension.getBackgroundPage()
  there.console.error('planted in the background')
  there.setTimeout(() => {
    throw new there.Error('planted there, uncaught')
  })
  const image = there.document.createElement('img')
  there.document.body.append(Object.assign(image, { src: 'https://example.com/background.png' }))
}
