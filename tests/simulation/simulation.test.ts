// The real engine in a made-up world: stories of people, faults and killed workers, told by seeds.
// RUNS and SEED say how many and from where on; `npm run soak` plays a million.
import { expect, test } from 'vitest'
import { PLANTED } from './planted.ts'
import { play } from './story/play.ts'
import { REGRESSIONS } from './story/regressions.ts'
import { shrink } from './story/shrink.ts'
import type { Story } from './story/story.ts'
import { tell } from './story/tell.ts'
import { type Parts, PRODUCT } from './world/parts.ts'

const RUNS = Number(process.env.RUNS ?? 20_000)
const SEED = Number(process.env.SEED ?? 1)

/** A planted mistake has to be found within so many stories. */
const SOON = 5000

const wrongIn = async (story: Story, parts?: Parts) => (await play(story, parts)).wrong

test(
  `${RUNS} stories from seed ${SEED} on lose nothing, double nothing and send nothing early`,
  async () => {
    for (let seed = SEED; seed < SEED + RUNS; seed += 1) {
      if ((await wrongIn(tell(seed))).length === 0) continue
      const story = await shrink(tell(seed), async each => (await wrongIn(each)).length > 0)
      expect.fail(`seed ${seed}: ${(await wrongIn(story)).join(', ')}\n${JSON.stringify(story)}`)
    }
  },
  60_000 + RUNS * 20,
)

test.each(REGRESSIONS)('no more: %s', async (_, story) => {
  expect(await wrongIn(story)).toEqual([])
})

test.each(PLANTED)(
  `a planted mistake is found within ${SOON} stories: $name`,
  async ({ parts, shows }) => {
    const kindOf = (wrong: string) => wrong.split(':')[0]
    for (let seed = 1; seed <= SOON; seed += 1) {
      const wrong = await wrongIn(tell(seed), { ...PRODUCT, ...parts })
      if (wrong.some(each => shows.some(kind => kind === kindOf(each)))) return
    }
    expect.fail('It was not found.')
  },
  120_000,
)

test('the same seed tells the same story, to the last event', async () => {
  for (const seed of [1, 2, 3]) {
    const [one, other] = [await play(tell(seed)), await play(tell(seed))]
    expect(one.history).toEqual(other.history)
  }
})
