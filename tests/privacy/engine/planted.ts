import { createHash } from 'node:crypto'
import type { Checkpoint, Connector, Item, Session } from '../../../lib/crm/connector.ts'
import type { Ask } from '../../../lib/crm/http.ts'
import type { Lead } from '../../../lib/lead/schema.ts'
import type { Database } from '../../../lib/store/database.ts'
import type { Breach } from '../breach.ts'
import { type Parts, PRODUCT } from './world.ts'

const { promote, run, createDoor } = PRODUCT

/** Ways to break a promise from within, and by what each shows; the checks have to find every one. */
export interface Planted {
  readonly name: string
  readonly shows: Breach['kind']
  readonly parts: Partial<Parts>
}

type Change = (leads: readonly Lead[], db: Database) => Promise<readonly unknown[]>

/** A connector that sends other leads than it is handed. */
const sending = (change: Change): Partial<Parts> => ({
  connector: (real, db) => ({
    ...real,
    async *push(session: Session, items: readonly Item[], keep: Checkpoint) {
      const leads = await change(
        items.map(({ lead }) => lead),
        db,
      )
      const others = items.map((item, index) => ({ ...item, lead: leads[index] as Lead }))
      yield* real.push(session, others, keep)
    },
  }),
})

/** A connector that asks in another way than it should. */
const asking = (change: (ask: Ask, db: Database) => Promise<Ask>): Partial<Parts> => ({
  connector: (real, db) => ({
    ...real,
    push: (session, items, keep) =>
      real.push({ ...session, ask: async ask => session.ask(await change(ask, db)) }, items, keep),
  }),
})

/** A door whose requests are made in another way. */
const fetching = (change: (init: RequestInit) => RequestInit): Partial<Parts> => ({
  createDoor: network => createDoor((input, init) => network(input, change(init ?? {}))),
})

const inBody = (more: (db: Database) => Promise<object>) =>
  asking(async (ask, db) => ({ ...ask, body: { ...(ask.body as object), ...(await more(db)) } }))

const withLimit = async (real: Connector, db: Database): Promise<Connector> => ({
  ...real,
  limits: { ...real.limits, batch: (await db.drafts.count()) % 2 === 0 ? 100 : 1 },
})

/** What gives away something of drafts that nobody promoted. */
export const INTERFERING: readonly Planted[] = [
  {
    name: 'the number of drafts beside the leads',
    shows: 'drafts change the traffic',
    parts: inBody(async db => ({ waiting: await db.drafts.count() })),
  },
  {
    name: 'a field of a draft on the wire',
    shows: 'a canary left',
    parts: inBody(async db => ({ last: (await db.drafts.orderBy('order').last())?.fields.notes })),
  },
  {
    name: 'digests of the addresses in drafts, to look for duplicates',
    shows: 'a canary left',
    parts: inBody(async db => ({
      known: (await db.drafts.toArray()).map(({ fields }) =>
        createHash('sha256').update(fields.email.trim().toLowerCase()).digest('hex'),
      ),
    })),
  },
  {
    name: 'what stands in the box for pasting of a promoted person',
    shows: 'a canary left',
    parts: sending(async (leads, db) =>
      Promise.all(
        leads.map(async lead => ({ ...lead, note: (await db.drafts.get(lead.id))?.fields.paste })),
      ),
    ),
  },
  {
    name: 'a place in the list of all drafts',
    shows: 'drafts change the traffic',
    parts: sending(async (leads, db) =>
      Promise.all(
        leads.map(async lead => ({ ...lead, place: (await db.drafts.get(lead.id))?.order })),
      ),
    ),
  },
  {
    name: 'batches whose size depends on the drafts',
    shows: 'drafts change the traffic',
    parts: { connector: withLimit },
  },
  {
    name: 'waiting times that depend on the drafts',
    shows: 'drafts change the traffic',
    parts: {
      run: async deps => {
        const drafts = await deps.db.drafts.count()
        return run({ ...deps, random: () => drafts / 20 })
      },
    },
  },
  {
    name: 'promoting personal people',
    shows: 'a canary left',
    parts: {
      promote: async (db, ids, country) => {
        await db.drafts
          .filter(({ fields }) => fields.relation === 'personal')
          .modify(row => {
            row.fields.relation = 'prospect'
          })
        return promote(db, ids, country)
      },
    },
  },
  {
    name: 'promoting everybody when one is promoted',
    shows: 'a canary left',
    parts: {
      promote: async (db, _ids, country) =>
        promote(db, await db.drafts.toCollection().primaryKeys(), country),
    },
  },
  {
    name: 'sending drafts on an alarm, though nobody promoted them',
    shows: 'a canary left',
    parts: {
      run: async deps => {
        await promote(deps.db, await deps.db.drafts.toCollection().primaryKeys(), 'NO')
        return run(deps)
      },
    },
  },
]

/** What adds something to the reviewed lead, or sends it in another way than was agreed. */
export const ADDING: readonly Planted[] = [
  {
    name: 'a version in the envelope',
    shows: 'more than the reviewed lead left',
    parts: inBody(async () => ({ version: '0.1.0' })),
  },
  {
    name: 'the time of the promotion in the lead',
    shows: 'more than the reviewed lead left',
    parts: sending(async leads => leads.map(lead => ({ ...lead, promotedAt: 1_800_000_000_000 }))),
  },
  {
    name: 'other words than the ones that were reviewed',
    shows: 'more than the reviewed lead left',
    parts: sending(async leads =>
      leads.map(lead => ({ ...lead, company: { name: `${lead.company.name} (unverified)` } })),
    ),
  },
  {
    name: 'a header that names the installation',
    shows: 'more than the reviewed lead left',
    parts: fetching(init => ({ ...init, headers: { ...init.headers, 'X-Device': 'sample' } })),
  },
  {
    name: 'cookies',
    shows: 'more than the reviewed lead left',
    parts: fetching(init => ({ ...init, credentials: 'include' })),
  },
  {
    name: 'a redirect that would be followed',
    shows: 'more than the reviewed lead left',
    parts: fetching(init => ({ ...init, redirect: 'follow' })),
  },
  {
    name: 'something in the query',
    shows: 'more than the reviewed lead left',
    parts: asking(async ask => ({ ...ask, path: `${ask.path}?client=kundekort` })),
  },
  {
    name: 'a ping before each batch',
    shows: 'more than the reviewed lead left',
    parts: {
      createDoor: network => {
        const door = createDoor(network)
        return {
          async ask(endpoint, ask) {
            await door.ask(endpoint, { method: 'GET', path: '/ping' }).catch(() => undefined)
            return door.ask(endpoint, ask)
          },
        }
      },
    },
  },
  {
    name: 'a batch that goes out twice',
    shows: 'more than the reviewed lead left',
    parts: {
      createDoor: network => {
        const door = createDoor(network)
        return {
          async ask(endpoint, ask) {
            await door.ask(endpoint, ask)
            return door.ask(endpoint, ask)
          },
        }
      },
    },
  },
]
