import { DoorError } from '../../lib/crm/http.ts'
import type { QueueFacts } from '../../lib/store/queue.ts'
import { requeueIn } from './disk/desk.ts'
import type { Fault } from './judge/checker.ts'
import {
  believing,
  handing,
  late,
  leaseLater,
  meddling,
  renaming,
  settling,
  settlingIn,
} from './mistakes.ts'
import type { Parts } from './world/parts.ts'

/** Mistakes that an engine could have, and by what each may show: one of these is enough. */
export interface Planted {
  readonly name: string
  readonly shows: readonly (Fault | `I${number}`)[]
  readonly parts: Partial<Parts>
}

export const PLANTED: readonly Planted[] = [
  { name: 'a new key on a retry', shows: ['early'], parts: { connector: renaming } },
  { name: 'no lock', shows: ['two senders'], parts: { hasLock: false } },
  {
    name: 'what is refused is deleted',
    shows: ['I6', 'lost'],
    parts: {
      queue: (real, disk) => {
        let refused: string[] = []
        const watched = settlingIn(real, made => {
          refused = made.rows.filter(row => row.phase === 'needs-you').map(row => row.leadId)
          return made
        })
        const forget = () => {
          const gone = refused.splice(0)
          if (gone.length > 0) disk.write(({ outbox }) => gone.map(each => outbox.delete(each)))
        }
        return {
          ...watched,
          async step(...asked) {
            const said = await watched.step(...asked)
            forget()
            return said
          },
        }
      },
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
    name: 'who presses Retry is taken to have looked at every card',
    shows: ['doubled'],
    parts: {
      requeue: (tables, connection, which) =>
        requeueIn(tables, connection, which) + requeueIn(tables, connection, which, true),
    },
  },
  {
    name: 'another CRM gets what was promoted to the first',
    shows: ['strayed'],
    parts: {
      queue: real => ({
        ...real,
        step: (window, judge, ended) => {
          const divert = (facts: QueueFacts) => {
            const judged = judge(facts)
            const asked = judged.change?.rows.some(
              row => row.phase === 'needs-you' && row.problem.code === 'other-connection',
            )
            if (!asked) return judged
            const rows = facts.due.map(row => ({ ...row, connectionId: 'crm-2' }))
            return { ...judged, change: { rows } }
          }
          return real.step(window, divert, ended)
        },
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
