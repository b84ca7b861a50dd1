import type { Actor, Loop } from '../loop.ts'

/** `navigator.locks`, for one name: one holder at a time, in turn, and free again when it dies. */
export function createLock(loop: Loop) {
  const turn: { actor: Actor; begin(): void }[] = []
  let holder: Actor | undefined

  function next() {
    const first = holder === undefined ? turn.shift() : undefined
    if (first === undefined) return
    holder = first.actor
    loop.after(0.1, first.actor, first.begin)
  }

  return {
    async request<T>(actor: Actor, task: () => Promise<T>): Promise<T> {
      await new Promise<void>(begin => {
        turn.push({ actor, begin })
        next()
      })
      try {
        return await task()
      } finally {
        holder = undefined
        next()
      }
    },
    /** Somebody died. */
    free(actor: Actor) {
      const left = turn.filter(each => each.actor !== actor)
      turn.splice(0, turn.length, ...left)
      if (holder === actor) holder = undefined
      next()
    },
  }
}
