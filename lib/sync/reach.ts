import { Adjourned, type Session } from '../crm/connector.ts'

/** What all requests of a wake-up have in common. */
export interface Bounds {
  /** When none may begin any more, by the clock that nobody can set. */
  end: number
  /** How often the CRM asked for less. */
  waits: { count: number }
  /** See `createTurns`. */
  turns: Turns
}

/** @returns how long to wait for one's turn, in milliseconds; it is taken by asking */
export type Turns = (perSecond: number | undefined, now: number) => number

/**
 * Gives requests their turns, so that a CRM that allows so many a second gets no more, whichever of
 * them asks. Evenly: what may all be said within a second need not all be said at its beginning.
 */
export function createTurns(): Turns {
  let next = Number.NEGATIVE_INFINITY
  return (perSecond, now) => {
    if (perSecond === undefined) return 0
    const begin = Math.max(now, next)
    next = begin + 1000 / perSecond
    return begin - now
  }
}

/** What a CRM says that wants to be left alone, whatever it is asked next. */
const ASKS_FOR_LESS = [429, 503]

/**
 * The CRM, for one push: no request begins that this wake-up has no time for, nor after another push
 * was told to wait, nor before its turn.
 */
export function reach(
  session: Session,
  { perSecond }: { perSecond?: number },
  { end, waits, turns }: Bounds,
  elapsed: () => number,
) {
  const start = elapsed()
  const before = waits.count
  let own = 0
  let isBegun = false
  const isOver = () => elapsed() > end || waits.count > before + own
  const reached: Session = {
    ...session,
    async ask(ask) {
      if (isOver()) throw new Adjourned()
      const wait = turns(perSecond, elapsed())
      if (wait > 0) {
        if (elapsed() + wait > end) throw new Adjourned()
        await session.pause(wait)
        if (isOver()) throw new Adjourned()
      }
      isBegun = true
      const answer = await session.ask(ask)
      if (ASKS_FOR_LESS.includes(answer.status)) {
        own += 1
        waits.count += 1
      }
      return answer
    },
    pause: ms => session.pause(Math.max(0, start + ms - elapsed())),
  }
  return { session: reached, isBegun: () => isBegun }
}
