import { Hono } from 'hono'
import {
  API_VERSION,
  BATCH_LIMIT,
  type BatchAnswer,
  BODY_LIMIT,
  type MatchAnswer,
  type Me,
  matchRequestSchema,
} from '../../lib/crm/open/contract.ts'
import { findMatches } from '../store/find-matches.ts'
import { makeSignInLink } from '../store/sessions.ts'
import { storable } from '../store/storable.ts'
import type { Checked, World } from '../world.ts'
import { addressOf } from './address.ts'
import { takeBatch } from './batch.ts'
import { requireToken } from './bearer.ts'
import { corsForExtensions } from './cors.ts'
import { parseBody } from './parse.ts'
import { Refusal } from './problem.ts'
import { limitRate } from './rate-limit.ts'
import { readJson } from './read-json.ts'
import { signInLinkRequestSchema } from './sign-in-link.ts'

/** Which CRM this is, for those who ask it over the API. */
const CRM = { name: 'Kundekort CRM', version: '1' }

/** The open endpoint, and (outside of its contract) the links that `npm start` signs in with. */
export function apiRoutes(world: World): Hono<Checked> {
  const { db, publicUrl } = world
  const api = new Hono<Checked>()
  api.use(corsForExtensions(), requireToken(world), limitRate(world))

  api.get('/me', c => {
    const { id, name } = c.get('colleague')
    const limits = { batch: BATCH_LIMIT, bodyBytes: BODY_LIMIT }
    return c.json<Me>({ api: API_VERSION, crm: CRM, user: { id, name }, limits })
  })

  api.post('/leads/batch', async c => {
    const body = await readJson(c.req.raw)
    const address = addressOf(c, publicUrl)
    const results = await takeBatch(world, body, c.get('colleague'), id => `${address}/cards/${id}`)
    return c.json<BatchAnswer>({ results })
  })

  api.post('/matches', async c => {
    const asked = storable(parseBody(matchRequestSchema, await readJson(c.req.raw)))
    const address = addressOf(c, publicUrl)
    const matches = (await findMatches(db, asked)).map(match => ({
      card: { id: match.cardId, url: `${address}/cards/${match.cardId}`, name: match.cardName },
      contact: { id: match.contactId, name: match.contactName },
      why: match.why,
    }))
    return c.json<MatchAnswer>({ matches, choices: true })
  })

  api.post('/sign-in-links', async c => {
    const { next } = parseBody(signInLinkRequestSchema, await readJson(c.req.raw))
    const secret = await makeSignInLink(db, c.get('colleague'), next, world.now())
    return c.json({ url: `${addressOf(c, publicUrl)}/sign-in?once=${secret}` })
  })

  for (const [path, allowed] of ALLOWED) {
    api.all(path, () => {
      throw new Refusal('method-not-allowed', `Only ${allowed} is possible here.`, {
        allow: allowed,
      })
    })
  }
  api.all('*', () => {
    throw new Refusal('not-found', 'There is no such path in the API.')
  })
  return api
}

const ALLOWED = [
  ['/me', 'GET'],
  ['/leads/batch', 'POST'],
  ['/matches', 'POST'],
  ['/sign-in-links', 'POST'],
] as const
