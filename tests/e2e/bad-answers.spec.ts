// Whatever a CRM answers to a lead: a sentence, the lead kept, nothing to click that leads elsewhere.
import { gzipSync } from 'node:zlib'
import { answer } from '../servers/endpoint.ts'
import { flood, html } from '../servers/faults.ts'
import { type Handle, UNHEARD } from '../servers/listen.ts'
import { press, standing, start, writeDown } from './steps.ts'
import { expect, FAILED_REQUESTS, test } from './story.ts'

test.use({ allowedTrouble: FAILED_REQUESTS })

const raw =
  (body: string | Buffer, headers: Record<string, string> = {}): Handle =>
  (_heard, response) =>
    response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(body)

const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '), { level: 9 })
const deep = `{"results":${'['.repeat(10_000)}${']'.repeat(10_000)}}`

const NOT_UNDERSTOOD = 'answer could not be understood, so the lead does not count as sent'
const A_WEB_PAGE = 'A web page answered instead of the CRM'

const ANSWERS: [what: string, handle: Handle, sentence: string][] = [
  ['a gigabyte', flood, NOT_UNDERSTOOD],
  ['a gzip bomb', raw(bomb, { 'content-encoding': 'gzip' }), NOT_UNDERSTOOD],
  ['brackets 10,000 deep', raw(deep), NOT_UNDERSTOOD],
  ['wrong types', raw('{"results":{"id":7}}'), NOT_UNDERSTOOD],
  ['null', raw('null'), NOT_UNDERSTOOD],
  ['half an answer', raw('{"results":['), A_WEB_PAGE],
  ['nothing', raw(''), A_WEB_PAGE],
  ['a web page', html(200), A_WEB_PAGE],
]

test('each answer that is none has its sentence, the lead is kept, and arrives once in the end', async ({
  extension,
  endpoint,
}) => {
  await start(extension, endpoint)
  const popup = await extension.open('popup.html')
  const list = await extension.open('options.html#leads')
  const settings = await extension.open('options.html#crm')
  for (const [what, handle, sentence] of ANSWERS)
    await test.step(what, async () => {
      endpoint.on((_leads, response) => handle(UNHEARD, response))
      await press(popup, 'New person')
      await writeDown(popup, { name: `Sample for ${what}`, company: 'Example AS' })
      await press(popup, 'Promote to CRM')
      await press(settings, 'Save') // lifts the wait that the answer before has brought
      await expect(popup.getByRole('main')).toContainText(sentence)
      await expect(popup.getByRole('main')).toContainText('kept here')
      await expect(standing(popup)).toHaveText('Waiting')
    })
  endpoint.on()
  await press(settings, 'Save') // who waits for the CRM goes now
  await expect(list.getByRole('link', { name: 'On the card' })).toHaveCount(ANSWERS.length)
  expect([...endpoint.created.values()]).toEqual(Array(ANSWERS.length).fill(1))

  await test.step("another lead's id", async () => {
    const [id] = endpoint.cards.keys()
    const results = [{ id, status: 'created', card: { id, url: `${endpoint.address}/cards/7` } }]
    endpoint.on((_leads, response) => answer(response, 200, { results }))
    await press(popup, 'New person')
    await writeDown(popup, { name: 'Sample for another', company: 'Example AS' })
    await press(popup, 'Promote to CRM')
    await expect(popup.getByRole('main')).toContainText('could not take this lead just now')
    await expect(standing(popup)).toHaveText('Waiting')
  })
})

const LINKS = [
  'javascript:alert(document.domain)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'https://evil.example/cards/1',
  'https://www.linkedin.com/in/sample',
  '//evil.example/cards/1',
  'chrome-extension://jabhgeegcbbdlpmbmidhfmmkgnenjcbb/options.html',
  '/cards/1',
  'not an address',
]

test('a link of an answer that does not lead to this CRM is no link', async ({
  extension,
  endpoint,
}) => {
  await start(extension, endpoint)
  const popup = await extension.open('popup.html')
  for (const url of LINKS)
    await test.step(url, async () => {
      endpoint.on((leads, response) => {
        const results = leads.map(({ id }) => ({ id, status: 'created', card: { id, url } }))
        answer(response, 200, { results })
      })
      await writeDown(popup, { name: 'Sample Person', company: 'Example AS' })
      await press(popup, 'Promote to CRM')
      await expect(standing(popup)).toHaveText('On the card')
      await expect(standing(popup).getByRole('link')).toHaveCount(0)
      await press(popup, 'New person')
    })
  const list = await extension.open('options.html#leads')
  await expect(list.getByText('On the card')).toHaveCount(LINKS.length)
  await expect(list.getByRole('grid').getByRole('link')).toHaveCount(0)
})
