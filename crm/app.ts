import { Hono } from 'hono'
import { sql } from 'kysely'
import { corsForExtensions } from './api/cors.ts'
import { openApiDocument } from './api/openapi.ts'
import { answerProblem, Refusal } from './api/problem.ts'
import { apiRoutes } from './api/routes.ts'
import { logRequests } from './log-requests.ts'
import { pageRoutes } from './pages/routes.ts'
import { reportFault } from './report-fault.ts'
import { isOutage } from './store/outage.ts'
import type { Checked, World } from './world.ts'

/** Every door of the CRM. */
export function createApp(world: World): Hono<Checked> {
  const app = new Hono<Checked>()
  if (world.log !== undefined) app.use(logRequests(world.log))
  app.use(async (c, next) => {
    await next()
    c.header('x-content-type-options', 'nosniff')
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
  })

  app.get('/healthz', async c => {
    await sql`select 1`.execute(world.db)
    return c.json({ status: 'ok' })
  })
  const document = openApiDocument()
  app.get('/openapi.json', corsForExtensions(), c => c.json(document))
  app.route('/api/v1', apiRoutes(world))
  app.route('/', pageRoutes(world))

  app.onError((error, c) => answerProblem(c, asRefusal(world, error)))
  return app
}

/** What went wrong inside stays inside: neither a stack nor a database's words are answered. */
function asRefusal(world: World, error: Error): Refusal {
  if (error instanceof Refusal) return error
  if (isOutage(error)) {
    return new Refusal('unavailable', 'The database can’t be reached at the moment.', {
      'retry-after': '5',
    })
  }
  reportFault(world, error)
  return new Refusal('internal', 'Something went wrong here; it is not your request’s fault.')
}
