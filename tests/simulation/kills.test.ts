// The way of a lead to its card, with the worker killed at each place where it waits for anything:
// at the first, then at the second, until it arrives before it could be killed.
import { expect, test } from 'vitest'
import type { Entry } from './history.ts'
import { play } from './story/play.ts'
import type { Act, Story } from './story/story.ts'
import { PRODUCT } from './world/parts.ts'

/** How far the second kills of one story are apart; `npm run soak` leaves none out. */
const STRIDE = Number(process.env.STRIDE ?? 9)

const LEADS = ['lead-0', 'lead-1']
const promoted: Act[] = [
  ...LEADS.map(lead => ({ do: 'edit', lead }) as const),
  { do: 'promote', leads: LEADS },
]
const edited: Act[] = [
  ...promoted,
  { do: 'sleep', ms: 31_000 },
  { do: 'reopen', lead: 'lead-0' },
  { do: 'edit', lead: 'lead-0' },
  { do: 'promote', leads: ['lead-0'] },
]
const lost: Act = { do: 'befall', fault: 'timed out after it was done', times: 1 }

const WAYS: [name: string, acts: Act[]][] = [
  ['two leads', promoted],
  ['two leads, and an edit of one that is on its card', edited],
  ['two leads whose first request does its work and is not answered', [lost, ...promoted]],
  [
    'two leads that are refused in one request',
    [{ do: 'befall', fault: 413, times: 1 }, ...promoted],
  ],
]

/** What each lead was shown as in the end. */
function shownIn(history: readonly Entry[]): Map<string, string> {
  const shown = new Map<string, string>()
  for (const entry of history) if (entry.is === 'shown') shown.set(entry.lead, entry.as)
  return shown
}

for (const crm of ['open', 'marker', 'key', 'notes'] as const) {
  test.each(WAYS)(`to a CRM of the kind "${crm}", killed everywhere: %s`, async (_, acts) => {
    const story: Story = { seed: 20261123, crm, most: 100, ms: 40, acts }
    let last = 0
    for (let killAt = 0; ; killAt += 1) {
      const { wrong, history, events } = await play(story, PRODUCT, [killAt])
      expect(wrong, `killed at event ${killAt}`).toEqual([])
      const shown = shownIn(history)
      for (const lead of LEADS) {
        // Only a note that can't be looked for may have to be looked for by somebody.
        const fine = crm === 'notes' ? ['on-card', 'needs-you'] : ['on-card']
        expect(fine, `${lead}, killed at event ${killAt}`).toContain(shown.get(lead))
      }
      if (events <= killAt) break
      last = killAt
    }
    expect(last).toBeGreaterThan(20)
  })
}

test.each(['open', 'marker', 'key', 'notes'] as const)(
  'to a CRM of the kind "%s", killed everywhere and then everywhere again',
  async crm => {
    const acts: Act[] = [...promoted.slice(0, 1), { do: 'promote', leads: ['lead-0'] }]
    const story: Story = { seed: 20261123, crm, most: 100, ms: 40, acts }
    const whole = (await play(story)).events
    for (let first = 0; first <= whole; first += 1) {
      for (let then = first + 1; then <= whole + 20; then += STRIDE) {
        const { wrong } = await play(story, PRODUCT, [first, then])
        expect(wrong, `killed at events ${first} and ${then}`).toEqual([])
      }
    }
  },
  60_000,
)
