// Where the mail program is a site, the letter opens beside the list, which stays as it is.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startExtension } from '../harness/extension.ts'
import { freshProfile, removeProfile } from '../harness/profile.ts'
import { expect, test } from '../harness/test.ts'
import { listen } from '../servers/listen.ts'
import { seed } from './people.ts'
import { button } from './steps.ts'

/** A profile in which a site was chosen as the mail program, as the browser itself would keep it. */
async function profileWith(url: string): Promise<string> {
  const profile = await freshProfile()
  await mkdir(join(profile, 'Default'))
  const site = { default: true, protocol: 'mailto', title: 'Sample Mail', url, security_level: 0 }
  const chosen = { enabled: true, registered_protocol_handlers: [site] }
  await writeFile(
    join(profile, 'Default', 'Preferences'),
    JSON.stringify({ custom_handlers: chosen }),
  )
  return profile
}

test('a letter that opens in a mail site leaves the list where it is', async () => {
  const mail = await listen((_heard, response) => response.end())
  const { port } = new URL(mail.address)
  const profile = await profileWith(`http://localhost:${port}/compose?link=%s`)
  const extension = await startExtension({ profile })
  const list = await extension.open('options.html#tell')
  await seed(list, {
    count: 2,
    fields: { email: 'sample.person@example.com' },
    row: index => ({ revision: 1, tellBy: `${2090 + index}-01-31` }),
  })
  await button(list, 'Tell Sample Person 0000').click()
  const opened = extension.context.waitForEvent('page')
  await list.getByRole('link', { name: 'Begin the e-mail' }).click()
  const letter = new URL((await opened).url()).searchParams.get('link') ?? ''
  expect(letter).toMatch(/^mailto:sample\.person@example\.com\?subject=Data%20about%20you/)
  await expect(list.getByText('Noted: Sample Person 0000 knows.')).toBeVisible()
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await extension.close()
  await removeProfile(profile)
  await mail.close()
})
