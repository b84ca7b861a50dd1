/** Numbers in [0, 1) that a seed decides (mulberry32): the same seed, the same world. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Chances made of such numbers. */
export function chancesFrom(seed: number) {
  const random = randomFrom(seed)
  const below = (count: number) => Math.floor(random() * count)
  return {
    random,
    /** A whole number from 0 to `count - 1`. */
    below,
    /** One of these. */
    oneOf: <T>(all: readonly T[]): T => all[below(all.length)] as T,
    /** Whether something happens that does so this often, from 0 to 1. */
    is: (often: number) => random() < often,
  }
}

export type Chances = ReturnType<typeof chancesFrom>
