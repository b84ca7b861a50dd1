// What Firefox asks before data may be sent, and what happens without.
import { ID } from '../harness/firefox/firefox.ts'
import { switchDataOff } from '../harness/firefox/window.ts'
import { startEndpoint } from '../servers/endpoint.ts'
import { agree, answer, connect, promote, standing } from './steps.ts'
import { ENDED_WRITING, expect, test } from './story.ts'

test.use({ allowedTrouble: ENDED_WRITING })

const PERSON = { Name: 'Sample Person', Company: 'Example AS' }

test('who denies has not agreed: nothing is sent, neither a test nor a person', async ({ fox }) => {
  const endpoint = await startEndpoint()
  const welcome = await fox.tab('welcome.html')
  await welcome.click('button', 'Agree and start')
  await answer(fox, false)
  expect(await welcome.text()).not.toContain('You agreed')

  const page = await connect(fox, endpoint)
  await page.click('button', 'Test connection')
  await expect.poll(() => page.text()).toContain('does not let Kundekort send anything yet')
  await promote(fox, PERSON, async form => {
    await expect.poll(() => form.text('[role=alert]')).toContain('Before the first promotion')
  })
  expect(endpoint.connections()).toBe(0)

  await welcome.click('button', 'Agree and start')
  await answer(fox, true)
  await expect.poll(() => welcome.text()).toContain('You agreed')
  await page.click('button', 'Test connection')
  await expect.poll(() => page.text()).toContain('Connected to Example CRM')
  await endpoint.close()
})

test('what was switched off since stops the next lead, until it is agreed to again', async ({
  fox,
}) => {
  const endpoint = await startEndpoint()
  await agree(fox)
  const page = await connect(fox, endpoint)
  endpoint.on((_leads, response) => response.writeHead(503).end())
  await promote(fox, PERSON, async form => {
    await expect.poll(() => endpoint.batches.length).toBe(1)
    await expect.poll(() => standing(form)).toBe('Waiting')
  })
  await fox.inWindow(switchDataOff, ID)
  endpoint.on()
  const before = endpoint.heard.length
  await page.click('button', 'Save')
  const list = await fox.open('options.html#leads')
  await expect.poll(() => list.text('[role=grid]')).toContain('does not let Kundekort send data')
  expect(endpoint.heard.length).toBe(before)

  const welcome = await fox.open('welcome.html')
  await welcome.click('button', 'Agree and start')
  await answer(fox, true)
  await page.click('button', 'Save')
  await expect.poll(() => [...endpoint.created.values()]).toEqual([1])
  await expect.poll(() => list.text('[role=grid]')).toContain('On the card')
  await endpoint.close()
})
