import type { MiddlewareHandler } from 'hono'
import { findColleague } from '../store/colleagues.ts'
import type { Checked, World } from '../world.ts'
import { Refusal } from './problem.ts'

/** Lets a request pass that has a colleague's token, and tells the route who it is. */
export function requireToken({ db }: World): MiddlewareHandler<Checked> {
  return async (c, next) => {
    const token = /^bearer +([\x21-\x7e]+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
    const colleague = token === undefined ? null : await findColleague(db, token)
    if (colleague === null) {
      throw new Refusal('unauthorized', 'A valid token is needed (Authorization: Bearer …).', {
        'www-authenticate': 'Bearer realm="Kundekort CRM"',
      })
    }
    c.set('colleague', colleague)
    await next()
  }
}
