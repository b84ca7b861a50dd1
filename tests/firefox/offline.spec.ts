// A CRM that can't be reached, and a background that Firefox ends meanwhile: the alarm finds both again.
import { ID, startFirefox } from '../harness/firefox/firefox.ts'
import { backgroundState } from '../harness/firefox/window.ts'
import { startEndpoint } from '../servers/endpoint.ts'
import { startProxy } from '../servers/proxy.ts'
import { agree, connect, promote, standing } from './steps.ts'
import { expect, skipWithoutFirefox, test } from './story.ts'

/** Firefox ends a background that has had nothing to do for so long, in milliseconds. */
const IDLE = 1000

/** The alarm rings half a minute later, and once more where the CRM wants to be left alone. */
const UNTIL_THE_ALARM = { timeout: 100_000 }

test('what waits for a CRM arrives once, by the alarm that wakes the background', async () => {
  skipWithoutFirefox()
  test.setTimeout(200_000)
  const fox = await startFirefox({ 'extensions.background.idle.timeout': IDLE })
  const endpoint = await startEndpoint()
  const proxy = await startProxy(endpoint.address, (_heard, response) => response.destroy())
  await agree(fox)
  const page = await connect(fox, { address: proxy.address, token: endpoint.token })
  await promote(fox, { Name: 'Sample Person', Company: 'Example AS' }, async form => {
    await expect.poll(() => standing(form)).toBe('Waiting')
    await expect.poll(() => form.text()).toContain('The CRM could not be reached.')
  })
  await page.close()
  await expect.poll(() => fox.inWindow(backgroundState, ID)).toBe('stopped')

  proxy.on()
  await expect.poll(() => [...endpoint.created.values()], UNTIL_THE_ALARM).toEqual([1])
  const list = await fox.open('options.html#leads')
  await expect.poll(() => list.text('[role=grid]')).toContain('On the card')
  expect([...endpoint.created.values()]).toEqual([1])
  await fox.close()
  await proxy.close()
  await endpoint.close()
})
