// Whoever was promoted has a right to know that their data is kept: a letter for their own mail
// program, and the day on which they were told.
import type { Page } from '@playwright/test'
import { seed } from './people.ts'
import { button, field, standing, start, writeDown } from './steps.ts'
import { expect, test } from './story.ts'

const KARI = {
  ...{ name: 'Kari Nordmann', company: 'Example & Sønner AS', email: 'kari@example.com' },
  ...{ phone: '+47 22 33 44 55', notes: 'Wants an offer' },
}

/** What a mail program reads in the link. */
async function mailOf(page: Page) {
  const href = await page.getByRole('link', { name: 'Begin the e-mail' }).getAttribute('href')
  const url = new URL(href ?? '')
  const [subject, body] = ['subject', 'body'].map(key => url.searchParams.get(key) ?? '')
  return { to: decodeURIComponent(url.pathname), subject, body, length: href?.length ?? 0 }
}

/** The mail program is the machine's own, which a test has none of. */
const withoutMailProgram = (page: Page) =>
  page.evaluate(() =>
    document.addEventListener('click', event => {
      if (event.target instanceof HTMLAnchorElement && event.target.protocol === 'mailto:')
        event.preventDefault()
    }),
  )

test('who was promoted is listed until they were told, by a letter in their language', async ({
  extension,
  endpoint,
}) => {
  await start(extension, endpoint)
  const popup = await extension.open('popup.html')
  await writeDown(popup, KARI)
  await field(popup, 'Where you met').fill('Example Fair')
  const list = await extension.open('options.html#tell')
  await expect(list.getByText('Everybody whom you promoted knows.')).toBeVisible()
  await popup.keyboard.press('Control+Enter')
  await expect(standing(popup)).toHaveText('On the card')

  await expect(list.getByRole('list', { name: 'People to tell' })).toContainText('Kari Nordmann')
  await expect(list.getByRole('listitem')).toContainText(
    /To be told by .*\. (?:2[89]|3[01]) days left\./,
  )
  await button(list, 'Tell Kari Nordmann').click()
  await expect(field(list, 'Language of the letter')).toHaveValue('nb')
  await field(list, 'Your company').fill('Sample Data ASA')
  await field(list, 'How to reach it').fill('post@sample.example')
  const mail = await mailOf(list)
  expect(mail.to).toBe('kari@example.com')
  expect(mail.subject).toBe('Opplysninger om deg hos Sample Data ASA')
  expect(mail.body).toContain('Hei Kari Nordmann\r\n\r\n')
  expect(mail.body).toContain('møtet vårt (Example Fair, ')
  expect(mail.body).toContain('Datatilsynet (datatilsynet.no)')
  expect(mail.length).toBeLessThan(1900)
  await field(list, 'Language of the letter').selectOption('de')
  expect((await mailOf(list)).body).toContain('Guten Tag, Kari Nordmann')

  await withoutMailProgram(list)
  await list.getByRole('link', { name: 'Begin the e-mail' }).click()
  await expect(list.getByText('Noted: Kari Nordmann knows.')).toBeVisible()
  await expect(list.getByRole('listitem')).toHaveCount(0)
  await button(list, 'Not told after all').click()
  await button(list, 'Tell Kari Nordmann').click()
  await expect(field(list, 'Your company')).toHaveValue('Sample Data ASA')
  await button(list, 'They know already').click()
  await expect(list.getByText('Everybody whom you promoted knows.')).toBeVisible()

  // It is a note of this device: no card learns of it.
  expect([...endpoint.cards.values()]).toMatchObject([{ revision: 1 }])
  expect(JSON.stringify([...endpoint.cards.values()])).not.toContain('told')
})

test('without an e-mail address the letter is copied, and the day noted in the list of leads', async ({
  extension,
  endpoint,
}) => {
  await start(extension, endpoint)
  const popup = await extension.open('popup.html')
  await writeDown(popup, {
    name: 'Sample Person',
    company: 'Example AB',
    phone: '+46 8 12 34 56 78',
  })
  await popup.keyboard.press('Control+Enter')
  await expect(standing(popup)).toHaveText('On the card')

  const list = await extension.open('options.html#leads')
  await list.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await button(list, 'Log what happened with Sample Person').click()
  await button(list, 'Tell Sample Person').click()
  await expect(list.getByText('No e-mail address is written down')).toBeVisible()
  await expect(list.getByRole('link', { name: 'Begin the e-mail' })).toHaveCount(0)
  await button(list, 'Copy the letter').click()
  await expect(list.getByText('The letter is copied.')).toBeVisible()
  const copied = await list.evaluate(() => navigator.clipboard.readText())
  expect(copied).toMatch(/^Uppgifter om dig hos \[vårt företag\]\n\nHej Sample Person\n/)
  await button(list, 'I told them').click()
  await expect(list.getByText(/^Told on \d/)).toBeVisible()
  await button(list, 'Not told after all').click()
  await expect(list.getByText(/^To be told by/)).toBeVisible()
})

test('of many the most pressing are there at once, the late ones first', async ({ extension }) => {
  const page = await extension.open('options.html#tell')
  await seed(page, {
    count: 150,
    row: index => ({ revision: 1, tellBy: `${2000 + index}-01-31` }),
  })
  await expect(page.getByRole('listitem')).toHaveCount(100)
  await expect(page.getByRole('listitem').first()).toContainText(/31 Jan 2000.*days too late/)
  await button(page, 'Show more').click()
  await expect(page.getByRole('listitem')).toHaveCount(150)
  await expect(page.getByRole('listitem').last()).toContainText(/31 Jan 2149.*days left/)
  await expect(button(page, 'Show more')).toHaveCount(0)
})
