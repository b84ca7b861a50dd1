export interface SenderDeps {
  /** Has the worker send what is due now. */
  ask(): Promise<{ more: boolean; wakeAt?: number | undefined }>
  /** Milliseconds since the epoch. */
  now(): number
  setTimer(task: () => void, ms: number): void
}

/** An alarm rings no sooner than this; a page that is open can wait more exactly. In milliseconds. */
const SOON = 30_000

/**
 * Makes what an open page does for the outbox: it asks the worker until nothing is due, and again
 * when a short wait is over, which is sooner than any alarm.
 *
 * @returns a function that ends when nothing is due soon; called meanwhile, it asks at once
 */
export function createSender({ ask, now, setTimer }: SenderDeps): () => Promise<void> {
  let asking: Promise<void> | undefined
  let hasNews = false
  let hurry: () => void = () => undefined

  const wait = (ms: number) =>
    new Promise<void>(resolve => {
      hurry = resolve
      setTimer(resolve, ms)
    })

  async function askUntilDone() {
    do {
      hasNews = false
      const { more, wakeAt } = await ask()
      const rest = wakeAt === undefined ? Number.POSITIVE_INFINITY : wakeAt - now()
      if (more) hasNews = true
      else if (rest <= SOON && !hasNews) {
        hasNews = true
        await wait(Math.max(0, rest))
      }
    } while (hasNews)
  }

  return function send() {
    hasNews = true
    hurry()
    asking ??= askUntilDone().finally(() => {
      asking = undefined
    })
    return asking
  }
}
