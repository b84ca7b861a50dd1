import type { MiddlewareHandler } from 'hono'
import { spendRequest } from '../store/budget.ts'
import type { Checked, World } from '../world.ts'
import { Refusal } from './problem.ts'

/** Lets a colleague pass so many times a minute. Comes after the check of the token. */
export function limitRate({ db, rateLimit }: World): MiddlewareHandler<Checked> {
  return async (c, next) => {
    if (rateLimit > 0 && !(await spendRequest(db, c.get('colleague').id, rateLimit))) {
      throw new Refusal('too-many-requests', `At most ${rateLimit} requests a minute, please.`, {
        'retry-after': String(Math.ceil(60 / rateLimit)),
      })
    }
    await next()
  }
}
