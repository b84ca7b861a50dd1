// Test connection tells each cause apart, in a sentence, against servers that really do it.
import type { Page } from '@playwright/test'
import { drip, flood, forExtensions, hang, html, json, redirect } from '../servers/faults.ts'
import { type Handle, type Listening, listen, silentAddress, UNHEARD } from '../servers/listen.ts'
import { button, field, press, saveConnection, start, writeDown } from './steps.ts'
import { expect, FAILED_REQUESTS, test } from './story.ts'

test.use({ allowedTrouble: FAILED_REQUESTS })

const TOKEN = 'sample-token-that-nobody-may-see'
const ME = {
  api: 1,
  crm: { name: 'Example CRM', version: '1' },
  user: { id: '1', name: 'Sample Colleague' },
  limits: { batch: 500, bodyBytes: 2_097_152 },
}

const finding = (page: Page) => page.getByRole('list', { name: 'Findings' }).getByRole('listitem')

async function check(page: Page, address: string, token = TOKEN): Promise<void> {
  await field(page, 'Address').fill(address)
  await field(page, 'Token').fill(token)
  await button(page, 'Test connection').click()
}

let server: Listening | undefined
const serve = async (handle: Handle) => {
  server = await listen(handle)
  return server
}
test.afterEach(async () => {
  await server?.close()
  server = undefined
})

const REFUSED: [what: string, sentence: string, addresses: string[]][] = [
  [
    'what is not an address',
    'This is not an address that a CRM can have.',
    [
      'our crm',
      'crm',
      'https://',
      'ftp://crm.example.com',
      'javascript:alert(1)',
      'https://crm.example.com/?q=1',
      'https://crm.example.com/#leads',
    ],
  ],
  [
    'http beyond this machine',
    'begins with http, so everybody on the way could read the leads',
    ['http://crm.example.com', 'http://10.0.0.1:8787', 'http://127.0.0.2:8787'],
  ],
  [
    'a social network, however it is written',
    'This is a social network.',
    [
      'https://www.linkedin.com',
      'linkedin.com.',
      'https://LinkedIn.com:8443',
      'http://www.facebook.com',
      'https://xn--facebook-.linkedin.com../api/v1',
    ],
  ],
  [
    'a user name or password in the address',
    'has a user name or password in it',
    ['https://sample:secret@crm.example.com', 'https://sample@crm.example.com'],
  ],
]

for (const [what, sentence, addresses] of REFUSED)
  test(`${what} is refused before anything is sent, and is not kept`, async ({ extension }) => {
    const page = await extension.open('options.html#crm')
    for (const address of addresses) {
      await check(page, address)
      await expect(finding(page)).toContainText(sentence)
      await expect(button(page, 'Allow access')).toHaveCount(0)
      await button(page, 'Save').click()
      await expect(finding(page)).toContainText(sentence)
    }
    await expect(page.getByText('Saved.')).toHaveCount(0)
    const kept = await extension.worker().evaluate('chrome.storage.local.get("connection")')
    expect(kept).toEqual({})
  })

test('a token is needed, and has to be one', async ({ extension }) => {
  const { address, heard } = await serve(forExtensions(json(200, ME)))
  const page = await extension.open('options.html#crm')
  await check(page, address, '')
  await expect(finding(page)).toContainText('There is no token for this address yet.')
  await check(page, address, 'two words')
  await expect(finding(page)).toContainText('This is not a token')
  expect(heard).toEqual([])
})

const ANSWERED: [what: string, handle: Handle, sentence: string][] = [
  ['the open endpoint', json(200, ME), 'Connected to Example CRM as Sample Colleague.'],
  ['a wrong token', json(401, {}), 'does not accept this token'],
  ['a token without the right', json(403, {}), 'knows this token, but does not allow it in'],
  ['a page that says 404', html(404), 'but not with the open endpoint'],
  ['the API of something else', json(200, { ok: true }), 'but not with the open endpoint'],
  ['another version', json(200, { ...ME, api: 2 }), 'speaks version 2 of the open endpoint'],
  ['half an answer', json(200, { api: 1 }), 'could not be understood'],
  ['a sign-in page', html(200), 'A web page answered instead of the CRM'],
  ['nothing at all', json(204, null), 'A web page answered instead of the CRM'],
  ['a request to wait', json(429, {}, { 'retry-after': '5' }), 'The CRM asks us to wait.'],
  ['an error of its own', json(500, {}), 'answered with an error of its own (500)'],
  ['a gigabyte', flood, 'could not be understood'],
  ['deep brackets', brackets(10_000), 'but not with the open endpoint'],
  ['a redirect', redirect(302, () => '/other'), 'This address leads on to another one'],
]

function brackets(depth: number): Handle {
  return (_heard, response) =>
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end('['.repeat(depth) + ']'.repeat(depth))
}

test('every answer of a server that is open to extensions has its own sentence', async ({
  extension,
}) => {
  let handle: Handle = hang
  const { address } = await serve(forExtensions((heard, response) => handle(heard, response)))
  const page = await extension.open('options.html#crm')
  for (const [what, next, sentence] of ANSWERED)
    await test.step(what, async () => {
      handle = next
      await check(page, address)
      await expect(finding(page)).toContainText(sentence)
      await expect(finding(page)).toHaveCount(1)
    })
})

test('who takes 15 seconds without a whole answer is told from who gives none, and keeps no lead', async ({
  extension,
  endpoint,
}) => {
  const handles = [hang, drip].map(forExtensions)
  const servers = await Promise.all(handles.map(listen))
  await start(extension, endpoint)
  endpoint.on((_leads, response) => drip(UNHEARD, response))
  const popup = await extension.open('popup.html')
  await writeDown(popup, { name: 'Sample Person', company: 'Example AS' })
  await press(popup, 'Promote to CRM')
  const testing = servers.map(async ({ address }) => {
    const page = await extension.open('options.html#crm')
    await check(page, address)
    return page
  })
  for (const page of await Promise.all(testing)) {
    await expect(finding(page)).toContainText('answer within 15 seconds', { timeout: 20_000 })
  }
  // Between two tries, each of which takes as long; when the next begins is a matter of chance.
  await expect(popup.getByRole('main')).toContainText('took too long to answer', {
    timeout: 40_000,
  })
  await expect(popup.getByRole('main')).toContainText('kept here')
  for (const { close } of servers) await close()
})

test('without permission a closed and a silent address are one finding, with two ways on', async ({
  extension,
}) => {
  const page = await extension.open('options.html#crm')
  const { address: closed } = await serve(json(200, ME))
  for (const address of [closed, await silentAddress()]) {
    await check(page, address)
    await expect(finding(page)).toContainText('No answer that Kundekort may read.')
    await expect(button(page, 'Allow access')).toBeVisible()
    const link = page.getByRole('link', { name: 'Open this address' })
    await expect(link).toHaveAttribute('href', address)
    await expect(link).toHaveAttribute('rel', 'noopener noreferrer')
  }
})

test('a finding is about what was tested: another address or token takes it away', async ({
  extension,
}) => {
  const page = await extension.open('options.html#crm')
  await check(page, await silentAddress())
  await expect(button(page, 'Allow access')).toBeVisible()
  await field(page, 'Address').fill('https://www.linkedin.com')
  await expect(button(page, 'Allow access')).toHaveCount(0)

  let goOn: () => void = () => undefined
  const { address } = await serve(
    forExtensions((heard, response) => {
      goOn = () => json(200, ME)(heard, response)
    }),
  )
  await check(page, address)
  await expect.poll(() => server?.heard.length).toBe(2)
  await field(page, 'Token').fill('another-token')
  let isShown = false
  const late = page.getByText('Connected to').waitFor({ timeout: 5000 })
  late.then(
    () => {
      isShown = true
    },
    () => undefined,
  )
  goOn()
  await check(page, 'https://www.linkedin.com')
  await expect(finding(page)).toHaveText(/This is a social network/)
  expect(isShown).toBe(false)
})

test('a kept token is nowhere in the page or on the console, and can be kept', async ({
  extension,
}) => {
  const { address, heard } = await serve(forExtensions(json(200, ME)))
  const said: string[] = []
  extension.context.on('console', message => said.push(message.text()))
  const page = await extension.open('options.html#crm')
  await saveConnection(page, address, TOKEN)
  await expect(field(page, 'Token')).toHaveValue('')
  await expect(field(page, 'Token')).toHaveAccessibleDescription(/A token is kept and not shown/)

  await page.reload()
  await expect(field(page, 'Address')).toHaveValue(address)
  await button(page, 'Test connection').click()
  await expect(finding(page)).toContainText('Connected to Example CRM')
  expect(heard.at(-1)?.headers.authorization).toBe(`Bearer ${TOKEN}`)
  const shown = await page.evaluate(() => {
    const values = [...document.querySelectorAll('input')].map(({ value }) => value)
    const stored = { ...localStorage, ...sessionStorage, state: history.state, name }
    return document.documentElement.outerHTML + values.join() + JSON.stringify(stored)
  })
  expect(shown).toContain('Connected to Example CRM')
  expect(shown).not.toContain(TOKEN)
  expect(said.join()).not.toContain(TOKEN)

  // Another address gets a token of its own, or none: the kept one doesn't go there.
  await field(page, 'Address').fill(await silentAddress())
  await button(page, 'Test connection').click()
  await expect(finding(page)).toContainText('There is no token for this address yet.')
})
