// The embedded CRM's pages can be used by everybody too.
import { LOCALES } from '../../crm/pages/words.ts'
import { aLead } from '../../crm/testing/a-lead.ts'
import { cutOff } from '../looks/cutOff.ts'
import { faultsOf } from '../looks/faultsOf.ts'
import { NARROW } from '../looks/stage.ts'
import { expect, test } from './story.ts'

test.setTimeout(120_000)

const LONG = 'Example Eiendomsutvikling og Forvaltning AS'

const LEADS = [
  aLead({ company: { name: LONG, number: '910000004' }, relation: 'supplier' }),
  aLead({
    person: {
      title: 'Head of procurement',
      emails: ['sample.person@example.com'],
      phones: ['+4722334455'],
      profile: 'https://www.example.com/in/sample-person',
    },
    company: { name: 'Example AS', website: 'https://example.com', mainContact: true },
    meeting: { where: 'Oslo', on: '2026-05-04', event: 'Example Fair' },
    note: 'Wants an offer before the summer.',
    tags: ['fair', 'offer'],
    followUp: '2026-06-01',
  }),
]

for (const language of LOCALES) {
  test(`list, card, empty search and sign-in, ${language}: axe finds nothing, and no word is cut off`, async ({
    installed,
    crm,
  }) => {
    const body = JSON.stringify({ leads: LEADS })
    const headers = { 'content-type': 'application/json' }
    const taken = await crm.api('/api/v1/leads/batch', { method: 'POST', headers, body })
    const { results } = (await taken.json()) as { results: { card: { url: string } }[] }
    const card = new URL(results[1]?.card.url ?? '').pathname

    const page = await installed.context.newPage()
    await page.goto(`${crm.address}/sign-in?lang=${language}`)
    for (const path of ['/sign-in', '/', '/?q=xyzzy', card])
      await test.step(path, async () => {
        await page.setViewportSize({ width: 1280, height: 800 })
        await page.emulateMedia({ colorScheme: 'light' })
        const isInside = path !== '/sign-in'
        await page.goto(isInside ? await crm.signInLink(path) : `${crm.address}${path}`)
        await expect(page.locator('html')).toHaveAttribute('lang', language)
        await expect(page.locator('h1')).toBeVisible()
        expect.soft(await cutOff(page), path).toEqual([])
        if (language === 'en') {
          await page.emulateMedia({ colorScheme: 'dark' })
          expect.soft(await faultsOf(page, 'color-contrast'), `${path}, dark`).toEqual([])
          await page.emulateMedia({ colorScheme: 'light' })
        }
        await page.setViewportSize(NARROW)
        // What a language changes is how close to each other things come.
        const rule = language === 'en' ? undefined : 'target-size'
        expect.soft(await faultsOf(page, rule), `${path}, narrow`).toEqual([])
        expect.soft(await cutOff(page), `${path}, narrow`).toEqual([])
      })
    await page.close()
  })
}
