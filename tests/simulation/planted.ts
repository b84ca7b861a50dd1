import type { Connector, Item, Outcome, Session } from '../../lib/crm/connector.ts'
import { DoorError } from '../../lib/crm/http.ts'
import type { Change, Judged, Leased, Queue, QueueFacts } from '../../lib/store/queue.ts'
import type { Fault } from './judge/checker.ts'
import type { Parts } from './world/parts.ts'

/** Mistakes that an engine could have, and by what each may show: one of these is enough. */
export interface Planted {
  readonly name: string
  readonly shows: readonly (Fault | `I${number}`)[]
  readonly parts: Partial<Parts>
}

type Meddle = { facts?(facts: QueueFacts): QueueFacts; judged?<T>(judged: Judged<T>): Judged<T> }

/** A queue that shows the engine other facts, or does something else than it decided. */
const meddling = ({ facts = read => read, judged = made => made }: Meddle): Partial<Parts> => ({
  queue: real => ({
    ...real,
    step: (window, judge) => real.step(window, read => judged(judge(facts(read)))),
  }),
})

const settling = (change: (made: Change) => Change): Partial<Parts> => ({
  queue: real => ({
    ...real,
    settle: (id, judge) => real.settle(id, facts => change(judge(facts))),
  }),
})

/** A connector that is handed other items than the engine made. */
const handing = (change: (item: Item) => Item): Partial<Parts> => ({
  connector: real => ({
    ...real,
    push: (session, items, keep) => real.push(session, items.map(change), keep),
  }),
})

/** What is written only when the next thing is. */
function late(real: Queue): Queue {
  let owed: (() => Promise<void>) | undefined
  return {
    ...real,
    async checkpoint(...step) {
      const before = owed
      owed = () => real.checkpoint(...step)
      await before?.()
    },
    async settle(id, judge) {
      await owed?.()
      owed = undefined
      return real.settle(id, judge)
    },
  }
}

/** A lease that is written when the request is under way already. */
const leaseLater = (real: Queue): Queue => ({
  ...real,
  async step(window, judge) {
    let lease: Judged<unknown>['lease']
    const [answer] = await real.step(window, facts => {
      const { lease: wanted, ...judged } = judge(facts)
      lease = wanted
      return judged
    })
    if (lease === undefined) return [answer, undefined]
    const begun = lease
    const leads = await Promise.all(begun.rows.map(row => real.readFrozen(row.seq)))
    const kept = real.step(window, () => ({ answer: undefined, lease: begun }))
    kept.catch(() => undefined) // nobody waits for it: that is the mistake
    const { rows, bytes: _, ...row } = begun
    const said = rows.map(({ leadId, revision, seq }) => ({ leadId, revision, seq }))
    const there = leads.filter(lead => lead !== undefined)
    return [answer, { lease: { ...row, leads: said }, rows, leads: there } satisfies Leased]
  },
})

/** Every request that had any answer was a success. */
const believing = (real: Connector): Connector => ({
  ...real,
  async *push(session, items, keep) {
    let isAnswered = false
    const listening: Session = {
      ...session,
      async ask(ask) {
        const answer = await session.ask(ask)
        isAnswered ||= answer.status === 200
        return answer
      },
    }
    for await (const outcome of real.push(listening, items, keep)) {
      const { leadId, revision } = outcome
      yield isAnswered ? ({ leadId, revision, ok: true } satisfies Outcome) : outcome
    }
  },
})

/** Names that nobody has used, for leads that are sent once more. */
function renaming(real: Connector): Connector {
  let made = 0
  return {
    ...real,
    async *push(session, items, keep) {
      const names = new Map<string, string>()
      const others = items.map(item => {
        if (!item.isUnclear) return item
        made += 1
        names.set(`again-${made}`, item.lead.id)
        return { ...item, isUnclear: false, done: {}, lead: { ...item.lead, id: `again-${made}` } }
      })
      for await (const outcome of real.push(session, others, keep)) {
        yield { ...outcome, leadId: names.get(outcome.leadId) ?? outcome.leadId }
      }
    },
  }
}

export const PLANTED: readonly Planted[] = [
  { name: 'a new key on a retry', shows: ['early'], parts: { connector: renaming } },
  { name: 'no lock', shows: ['two senders'], parts: { hasLock: false } },
  {
    name: 'what is refused is deleted',
    shows: ['I6', 'lost'],
    parts: {
      queue: (real, disk) => ({
        ...real,
        async settle(id, judge) {
          let refused: string[] = []
          await real.settle(id, facts => {
            const made = judge(facts)
            refused = made.rows.filter(row => row.phase === 'needs-you').map(row => row.leadId)
            return made
          })
          if (refused.length > 0)
            disk.write(({ outbox }) => refused.map(each => outbox.delete(each)))
        },
      }),
    },
  },
  {
    name: 'a request before its lease is on disk',
    shows: ['early', 'changed', 'twice at once', 'again'],
    parts: { queue: leaseLater },
  },
  {
    name: 'durability that a power cut undoes',
    shows: ['early', 'changed', 'doubled', 'unconfirmed', 'lost', 'again', 'hasty'],
    parts: { isStrict: false },
  },
  {
    name: 'a settled request keeps its lease',
    shows: ['again', 'I1'],
    parts: settling(({ ended: _, ...made }) => made),
  },
  {
    name: 'a settled request ends its lease and forgets its leads',
    shows: ['again', 'hasty', 'lost'],
    parts: settling(made => ({ ...made, rows: [] })),
  },
  {
    name: 'a redirect is followed',
    shows: ['strayed'],
    parts: {
      session: (real, elsewhere) => ({
        ...real,
        ask: ask =>
          real.ask(ask).catch((error: unknown) => {
            if (error instanceof DoorError && error.code === 'redirected') return elsewhere(ask)
            throw error
          }),
      }),
    },
  },
  {
    name: 'its own requests are judged by the clock',
    shows: ['twice at once'],
    parts: meddling({
      facts: read => ({
        ...read,
        leases: read.leases.map(({ lease, rows }) => ({
          rows,
          lease: { ...lease, owner: 'somebody' },
        })),
      }),
    }),
  },
  {
    name: 'leads that are in a request are due',
    shows: ['twice at once', 'I1'],
    parts: meddling({
      facts: read => ({
        ...read,
        due: [
          ...read.leases.flatMap(({ rows }) => rows.filter(row => row.phase === 'queued')),
          ...read.due,
        ],
      }),
    }),
  },
  {
    name: 'leases of the dead are never ended',
    shows: ['lost'],
    parts: meddling({ facts: read => ({ ...read, leases: [] }) }),
  },
  {
    name: 'what is unclear is not looked up',
    shows: ['doubled'],
    parts: handing(item => ({ ...item, isUnclear: false })),
  },
  {
    name: 'a step that can not be looked up is repeated',
    shows: ['doubled'],
    parts: handing(item => ({ ...item, isMissing: true })),
  },
  { name: 'a step is kept after the next one', shows: ['doubled'], parts: { queue: late } },
  {
    name: 'what came of steps is forgotten',
    shows: ['doubled'],
    parts: handing(item => ({ ...item, done: {} })),
  },
  {
    name: 'the wait that was asked for is ignored',
    shows: ['hasty'],
    parts: meddling({ facts: read => ({ ...read, hold: undefined }) }),
  },
  {
    name: 'success without an answer that says so',
    shows: ['unconfirmed'],
    parts: { connector: believing },
  },
  {
    name: 'a pause is ignored',
    shows: ['while paused'],
    parts: meddling({ facts: read => ({ ...read, paused: false }) }),
  },
  {
    name: 'what is in a request can be taken back',
    shows: ['early', 'changed', 'I1'],
    parts: {
      takeBack(tables, ids) {
        const taken = ids.filter(id => tables.outbox.get(id)?.phase === 'queued')
        for (const id of taken) tables.outbox.delete(id)
        return taken
      },
    },
  },
  {
    name: 'another CRM gets what was promoted to the first',
    shows: ['strayed'],
    parts: {
      queue: real => ({
        ...real,
        step: (window, judge) =>
          real.step(window, facts => {
            const judged = judge(facts)
            const asked = judged.change?.rows.some(
              row => row.phase === 'needs-you' && row.problem.code === 'other-connection',
            )
            if (!asked) return judged
            const rows = facts.due.map(row => ({ ...row, connectionId: 'crm-2' }))
            return { ...judged, change: { rows } }
          }),
      }),
    },
  },
  {
    name: 'no alarm is left behind',
    shows: ['lost'],
    parts: {
      createWake: deps => async () => deps.exclusively(deps.run),
    },
  },
]
