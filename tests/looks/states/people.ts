import type { Page } from '@playwright/test'
import type { Endpoint } from '../../servers/endpoint.ts'
import { answer } from '../../servers/endpoint.ts'
import type { Stage } from '../stage.ts'

/** Who is written down in the pictures, and what their CRM makes of them. */

export const SAMPLE = {
  name: 'Sample Person',
  company: 'Example Eiendomsutvikling og Forvaltning AS',
  title: 'Head of procurement',
  email: 'sample.person@example.com',
  phone: '+47 22 33 44 55',
  where: 'Example Fair',
  notes: 'Wants an offer before the summer. Has two other suppliers, and is happy with neither.',
}

export const COMPANIES = ['Example AS', SAMPLE.company, 'Sample Data ASA', 'Example & Sønner AS']

export async function write(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [id, text] of Object.entries(fields)) await page.locator(`#${id}`).fill(text)
}

export const writeSample = ({ page }: Stage) => write(page, SAMPLE)

export async function promoteSample({ page }: Stage): Promise<void> {
  await write(page, SAMPLE)
  await page.keyboard.press('Control+Enter')
}

/** The CRM refuses some of what it is sent, by place in the batch. */
export function reject(endpoint: Endpoint, isRefused: (index: number) => boolean): void {
  const problem = { type: 'about:blank', title: 'Invalid', status: 422, detail: 'No such branch' }
  endpoint.on((_leads, response, take) => {
    const results = take().map((result, index) =>
      isRefused(index) ? { id: result.id, status: 'rejected', problem } : result,
    )
    answer(response, 200, { results })
  })
}

/** People as unlike each other as they are in a year's list. */
export const various = (index: number) => ({
  company: COMPANIES[index % COMPANIES.length] ?? '',
  where: index % 3 === 0 ? '' : 'Example Fair, Oslo',
})
