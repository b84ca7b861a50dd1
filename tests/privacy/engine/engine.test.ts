// What the engine tells a CRM is the leads that were promoted, as they were reviewed, and nothing of
// the drafts beside them. Ids, clock and chance are injected; the requests are real ones.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Breach, kindsOf } from '../breach.ts'
import { anyLead, fitDraft, privateDrafts, story } from './arbitrary.ts'
import { interference } from './interference.ts'
import { ADDING, INTERFERING } from './planted.ts'
import { wireOfDraft, wireOfLead } from './wire.ts'
import { PRODUCT, play } from './world.ts'

const SLOW = 60_000

test(
  'the same promoted leads make byte-identical traffic beside any private drafts',
  async () => {
    let requests = 0
    await fc.assert(
      fc.asyncProperty(story, privateDrafts('a'), privateDrafts('b'), async (told, a, b) => {
        expect(await interference(PRODUCT, told, a, b)).toEqual([])
        requests += (await play(PRODUCT, told, a)).length
      }),
      { numRuns: 150 },
    )
    expect(requests).toBeGreaterThan(150)
  },
  SLOW,
)

test(
  'any lead that the schema allows arrives as it was reviewed, in the documented envelope',
  () =>
    fc.assert(
      fc.asyncProperty(anyLead, async lead => {
        expect(await wireOfLead(PRODUCT, lead)).toEqual([])
      }),
      { numRuns: 300 },
    ),
  SLOW,
)

test(
  'what was typed is what arrives',
  () =>
    fc.assert(
      fc.asyncProperty(fitDraft(0), async draft => {
        expect(await wireOfDraft(PRODUCT, draft)).toEqual([])
      }),
      { numRuns: 300 },
    ),
  SLOW,
)

describe('a planted breach is found', () => {
  // Always the same, so that these can't fail by chance.
  const sample = { numRuns: 30, seed: 20261123 }

  test.each(INTERFERING)(
    '$name',
    async ({ parts, shows }) => {
      const stories = fc.tuple(story, privateDrafts('a'), privateDrafts('b'))
      const found: Breach[] = []
      for (const [told, a, b] of fc.sample(stories, sample)) {
        found.push(...(await interference({ ...PRODUCT, ...parts }, told, a, b)))
        if (kindsOf(found).includes(shows)) break
      }
      expect(kindsOf(found)).toContain(shows)
    },
    SLOW,
  )

  test.each(ADDING)('$name', async ({ parts, shows }) => {
    const planted = { ...PRODUCT, ...parts }
    const [lead] = fc.sample(anyLead, sample)
    const [draft] = fc.sample(fitDraft(0), sample)
    if (lead === undefined || draft === undefined) throw new Error('No sample')
    expect(kindsOf(await wireOfLead(planted, lead))).toEqual([shows])
    expect(kindsOf(await wireOfDraft(planted, draft))).toEqual([shows])
  })
})
