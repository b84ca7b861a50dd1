// A CRM that leads on to somewhere else gets no lead, and neither does the place it leads to.
import { forExtensions, redirect } from '../servers/faults.ts'
import { type Heard, type Listening, listen } from '../servers/listen.ts'
import { agree, field, press, saveConnection, standing, writeDown } from './steps.ts'
import { expect, FAILED_REQUESTS, test } from './story.ts'

test.use({ allowedTrouble: FAILED_REQUESTS })

const CODES = [301, 302, 303, 307, 308]

/** Another path of the same server; another port; another host, to the browser another site. */
const TARGETS = ['same-host', 'other-port', 'other-host']

/** As in `/307/other-port/api/v1/leads/batch`. */
const PATH = /^\/(?<code>\d+)\/(?<target>[\w-]+)\//

function elsewhere({ port, address }: Listening, heard: Heard): string {
  const target = PATH.exec(heard.path)?.groups?.target
  if (target === 'same-host') return '/moved'
  return target === 'other-port' ? `${address}/moved` : `http://localhost:${port}/moved`
}

test('no lead follows a redirect, whichever and wherever to, and each says so', async ({
  extension,
}) => {
  const second = await listen(forExtensions((_heard, response) => response.end('{}')))
  const first = await listen(
    forExtensions((heard, response) => {
      const code = Number(PATH.exec(heard.path)?.groups?.code ?? 200)
      return redirect(code, () => elsewhere(second, heard))(heard, response)
    }),
  )
  await agree(extension)
  const options = await extension.open('options.html#crm')
  const form = await extension.open('popup.html')
  for (const code of CODES)
    for (const target of TARGETS)
      await test.step(`${code} to ${target}`, async () => {
        await saveConnection(options, `${first.address}/${code}/${target}`, 'sample-token')
        const name = `Sample ${code} ${target}`
        await writeDown(form, { name, company: 'Example AS' })
        await field(form, 'Notes').press('Control+Enter')
        await expect(standing(form)).toContainText(
          "Needs you: The CRM's address leads on to another address, where leads are not sent.",
        )
        await press(form, 'New person')
      })

  expect(second.heard).toEqual([])
  expect(second.connections()).toBe(0)
  expect(first.heard.filter(({ path }) => path === '/moved')).toEqual([])
  const posts = first.heard.filter(({ method }) => method === 'POST')
  expect(posts).toHaveLength(CODES.length * TARGETS.length)
  // What was asked besides, to tell a redirect from silence, was asked without token and lead.
  const others = first.heard.filter(({ method }) => method === 'GET')
  expect(others.filter(({ headers, body }) => headers.authorization || body)).toEqual([])
  await first.close()
  await second.close()
})
