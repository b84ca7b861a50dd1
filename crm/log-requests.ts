import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'

/**
 * A line a request, without personal data: the route's pattern stands for the path, and neither the
 * query nor who asked is in it.
 */
export function logRequests(log: (line: string) => void): MiddlewareHandler {
  return async (c, next) => {
    const start = performance.now()
    await next()
    const route = matchedRoutes(c).findLast(({ path }) => !path.includes('*'))?.path ?? '(none)'
    const duration = Math.round(performance.now() - start)
    log(`${c.req.method} ${route} ${c.res.status} ${duration} ms`)
  }
}
