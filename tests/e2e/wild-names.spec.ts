// Names as wild as they come: shown as text everywhere, from the form to the card.
import { openPopup } from '../harness/popup.ts'
import { field, press, standing, start, writeDown } from './steps.ts'
import { expect, test } from './story.ts'

const MARKUP = '<img src=x onerror="document.title=1"><b>Sample</b> &amp; &#x202e; {name}'

const WILD: [what: string, name: string, shown: string][] = [
  ['emoji', '👩🏽‍💻 Sample 👨‍👩‍👧‍👦', '👩🏽‍💻 Sample 👨‍👩‍👧‍👦'],
  ['right to left', 'דוגמה לאדם', 'דוגמה לאדם'],
  ['markup', MARKUP, MARKUP],
  ['an override', 'Sample \u202enosreP\u202c \u2066isolated\u2069', 'Sample nosreP isolated'],
]

test('whatever the name is, the list and the card show it as text, in its own direction', async ({
  extension,
  crm,
}) => {
  test.slow() // four people on four cards, in a browser and a CRM of their own
  await start(extension, crm)
  const list = await extension.open('options.html#leads')
  const popup = await extension.open('popup.html')
  const card = await extension.context.newPage()
  await card.goto(await crm.signInLink())
  for (const [what, name, shown] of WILD)
    await test.step(what, async () => {
      await writeDown(popup, { name, company: `Example AS ${name}`, notes: name })
      await popup.keyboard.press('Control+Enter')
      await expect(standing(popup)).toHaveText('On the card')
      await expect(field(popup, 'Name')).toHaveValue(name)
      await expect(field(popup, 'Name')).toHaveAttribute('dir', 'auto')
      await expect(list.getByText(name, { exact: true })).toHaveAttribute('dir', 'auto')

      const url = await standing(popup).getByRole('link').getAttribute('href')
      await card.goto(url ?? '')
      const company = card.getByRole('heading', { level: 1 })
      await expect(company).toHaveText(`Example AS ${shown}`)
      await expect(company).toHaveAttribute('dir', 'auto')
      await expect(card.getByText(shown, { exact: true }).first()).toHaveAttribute('dir', 'auto')
      await expect(card.locator('main :is(img, b)')).toHaveCount(0)
      await press(popup, 'New person')
    })
})

const TOO_LONG = {
  en: /This is longer than a card can take\. .*Shorten it, or move part of it to the notes/,
  nb: /Dette er lengre enn et kort kan ta\. .*Kort det ned, eller flytt noe av det til notatene/,
}

test('a name of 10,000 characters is kept and told, in both languages, and nothing is sent', async ({
  extension,
  endpoint,
}) => {
  await start(extension, endpoint)
  const name = 'Sample '.repeat(1429).slice(0, 10_000)
  const popup = await openPopup(extension)
  await writeDown(popup, { name, company: 'Example AS' })
  await press(popup, 'Promote to CRM')
  await expect(field(popup, 'Name')).toHaveAccessibleDescription(TOO_LONG.en)
  await expect(standing(popup)).toHaveText('Draft kept')

  await extension.worker().evaluate('chrome.storage.local.set({ preferences: { language: "nb" } })')
  const nb = await extension.open('popup.html')
  await expect(field(nb, 'Navn')).toHaveValue(name)
  await press(nb, 'Løft til CRM')
  await expect(field(nb, 'Navn')).toHaveAccessibleDescription(TOO_LONG.nb)
  expect(endpoint.heard).toEqual([])
})
