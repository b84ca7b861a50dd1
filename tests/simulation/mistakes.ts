import type { Connector, Item, Outcome, Session } from '../../lib/crm/connector.ts'
import type {
  Change,
  Judged,
  Leased,
  Queue,
  QueueFacts,
  Settlement,
} from '../../lib/store/queue.ts'
import type { Parts } from './world/parts.ts'

/** What planted mistakes are made of: parts of the engine that do something else than they should. */

type Meddle = { facts?(facts: QueueFacts): QueueFacts; judged?<T>(judged: Judged<T>): Judged<T> }

/** A queue that shows the engine other facts, or does something else than it decided. */
export const meddling = ({
  facts = read => read,
  judged = made => made,
}: Meddle): Partial<Parts> => ({
  queue: real => ({
    ...real,
    step: (window, judge, ended) => real.step(window, read => judged(judge(facts(read))), ended),
  }),
})

/** A queue in which something else becomes of requests that ended. */
export const settlingIn = (real: Queue, change: (made: Change) => Change): Queue => {
  const other = ({ lease, judge }: Settlement): Settlement => ({
    ...{ lease, judge: facts => change(judge(facts)) },
  })
  return {
    ...real,
    step: (window, judge, ended = []) => real.step(window, judge, ended.map(other)),
    settle: settlement => real.settle(other(settlement)),
  }
}

export const settling = (change: (made: Change) => Change): Partial<Parts> => ({
  queue: real => settlingIn(real, change),
})

/** A connector that is handed other items than the engine made. */
export const handing = (change: (item: Item) => Item): Partial<Parts> => ({
  connector: real => ({
    ...real,
    push: (session, items, keep) => real.push(session, items.map(change), keep),
  }),
})

/** What is written only when the next thing is. */
export function late(real: Queue): Queue {
  let owed: (() => Promise<void>) | undefined
  async function pay() {
    await owed?.()
    owed = undefined
  }
  return {
    ...real,
    async checkpoint(...step) {
      const before = owed
      owed = () => real.checkpoint(...step)
      await before?.()
    },
    async step(window, judge, ended = []) {
      if (ended.length > 0) await pay()
      return real.step(window, judge, ended)
    },
    async settle(settlement) {
      await pay()
      return real.settle(settlement)
    },
  }
}

/** A lease that is written when the request is under way already. */
export const leaseLater = (real: Queue): Queue => ({
  ...real,
  async step(window, judge, ended) {
    let lease: Judged<unknown>['lease']
    const leaveOut = (facts: QueueFacts) => {
      const { lease: wanted, ...judged } = judge(facts)
      lease = wanted
      return judged
    }
    const [answer] = await real.step(window, leaveOut, ended)
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
export const believing = (real: Connector): Connector => ({
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
export function renaming(real: Connector): Connector {
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
