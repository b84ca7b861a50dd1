// What is handed over from outside the form, through Firefox's own menu and address bar, which wake
// a background that had nothing to do.
import { type Firefox, ID } from '../harness/firefox/firefox.ts'
import { viewFrom } from '../harness/firefox/views.ts'
import {
  backgroundState,
  chooseEntry,
  endBackground,
  focusAddressBar,
  menuEntry,
  pressKeys,
  suggestions,
} from '../harness/firefox/window.ts'
import { html } from '../servers/faults.ts'
import { listen } from '../servers/listen.ts'
import { ENDED_WRITING, expect, test } from './story.ts'

test.use({ allowedTrouble: ENDED_WRITING })

/** Once all is done that it does by itself: what is under way would keep it. */
async function sleepBackground(fox: Firefox): Promise<void> {
  await fox.inWindow(endBackground, ID)
  await expect.poll(() => fox.inWindow(backgroundState, ID)).toBe('stopped')
}

test('selected text is logged from the menu on the page, in the language that was chosen', async ({
  fox,
}) => {
  const words = 'Kari Nordmann Salgssjef Example AS kari@example.com'
  const server = await listen(html(200, `<!doctype html><h1>${words}</h1>`))
  const settings = await fox.open('options.html#settings')
  await sleepBackground(fox)
  await settings.choose('Language', 'sv')
  await expect.poll(() => settings.evaluate(() => document.documentElement.lang)).toBe('sv')

  const page = await fox.open(`${server.address}/team`)
  await page.evaluate(() => getSelection()?.selectAllChildren(document.body))
  await sleepBackground(fox)
  await page.openMenu('heading', words)
  await expect.poll(() => fox.inWindow(menuEntry, ID)).toMatch(/^Anteckna .Kari Nordmann/)
  await fox.inWindow(chooseEntry, ID)
  const popup = viewFrom(fox, settings, 'popup')
  await expect.poll(() => popup.value('name')).toBe('Kari Nordmann')
  await expect.poll(() => popup.value('company')).toBe('Example AS')
  await expect.poll(() => popup.value('email')).toBe('kari@example.com')
  await server.close()
})

test('a line behind the keyword is kept, and who is known is offered there', async ({ fox }) => {
  const form = await fox.open('popup.html')
  await sleepBackground(fox)
  const type = async (...keys: string[]) => {
    await fox.inWindow(focusAddressBar, undefined)
    await fox.inWindow(pressKeys, keys)
  }
  await type(...'kk Sample Person, Example & Sons, fair')
  await type('Enter')
  await expect.poll(() => form.value('Name')).toBe('Sample Person')
  expect(await form.value('Company')).toBe('Example & Sons')
  expect(await form.value('Where you met')).toBe('fair')

  await type(...'kk Sample')
  const shown = async () => (await fox.inWindow(suggestions, undefined)).join('\n')
  await expect.poll(shown).toContain('Sample Person, Example & Sons')
})
