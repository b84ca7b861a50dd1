import { newDraft } from '../../../lib/lead/draft.ts'
import type { Activity } from '../../../lib/lead/schema.ts'
import { noteActivity, takeBackActivity } from '../../../lib/store/activities.ts'
import type { Database } from '../../../lib/store/database.ts'
import { queueOf } from '../../../lib/store/databaseQueue.ts'
import { saveDraft } from '../../../lib/store/drafts.ts'
import { readLeases } from '../../../lib/store/leases.ts'
import { putMeta } from '../../../lib/store/meta.ts'
import { promoteRows, reopenRow, takeBackRows } from '../../../lib/store/outbox.ts'
import type { Queue } from '../../../lib/store/queue.ts'
import { requeueRows } from '../../../lib/store/requeue.ts'
import type { MetaRows } from '../../../lib/store/rows.ts'
import { tokensOf } from '../../../lib/store/tokens.ts'
import { freeze } from '../../fakes/database.ts'
import { outboxOf } from '../../fakes/queue.ts'
import {
  editIn,
  noteIn,
  promoteIn,
  reopenIn,
  requeueIn,
  takeBackIn,
  takeBackNoteIn,
} from './desk.ts'
import { createDisk } from './disk.ts'
import { queueIn, setMeta } from './queue.ts'

/** All that can be done to the outbox, from both sides. */
export interface Store {
  queue: Queue
  edit(id: string, counter: number, notes: string): Promise<void>
  promote(ids: string[], connectionId: string): Promise<string[]>
  takeBack(ids: string[]): Promise<string[]>
  reopen(id: string): Promise<boolean>
  note(id: string, number: number): Promise<boolean>
  takeBackNote(id: string, number: number): Promise<boolean>
  requeue(connectionId: string): Promise<number>
  pause(paused: MetaRows['paused'] | undefined): Promise<void>
  /** All that is kept, in an order. */
  dump(): Promise<unknown>
}

function draftOf(id: string, counter: number, notes: string) {
  const blank = newDraft(id, '2026-11-23')
  const fields = { ...blank.fields, name: 'Sample Person', company: 'Example AS', notes }
  return { ...blank, counter, fields }
}

const aNote = (number: number): Activity => ({
  id: `00000000-0000-4000-9000-00000000000${number}`,
  ...{ kind: 'outgoing-call', on: '2026-11-24', text: `note ${number}` },
})

export const onDexie = (db: Database): Store => ({
  queue: queueOf(db),
  async edit(id, counter, notes) {
    await saveDraft(db, draftOf(id, counter, notes))
  },
  promote: (ids, connectionId) => promoteRows(db, ids, connectionId, freeze),
  takeBack: ids => takeBackRows(db, ids),
  reopen: id => reopenRow(db, id),
  async note(id, number) {
    const has = async () => (await db.drafts.get(id))?.activities?.length ?? 0
    const before = await has()
    await noteActivity(db, id, aNote(number))
    return (await has()) > before
  },
  takeBackNote: async (id, number) =>
    (await takeBackActivity(db, id, aNote(number).id)) !== undefined,
  requeue: connectionId => requeueRows(db, connectionId),
  pause: paused => putMeta(db, 'paused', paused),
  async dump() {
    const { drafts, frozen, remote, meta } = db
    const all = await Promise.all([
      drafts.toArray(),
      outboxOf(db),
      ...[frozen.toArray(), readLeases(db), remote.toArray()],
    ])
    // Where the queue's front is says only where to look, and memory is looked through whole.
    const facts = (await meta.toArray()).filter(({ key }) => key !== 'front')
    return [...all, Object.fromEntries(facts.map(row => [row.key, row.value]))]
  },
})

export function inMemory(): Store {
  const disk = createDisk()
  const { write } = disk
  return {
    queue: queueIn(disk, async effect => effect()),
    async edit(id, counter, notes) {
      write(tables =>
        editIn(tables, id, before => {
          const draft = draftOf(id, counter, notes)
          const order = before?.order ?? tables.drafts.size + 1
          return {
            ...draft,
            order,
            revision: before?.revision ?? 0,
            tokens: tokensOf(draft.fields),
          }
        }),
      )
    },
    promote: async (ids, connectionId) =>
      write(tables => promoteIn(tables, ids, connectionId, freeze)),
    takeBack: async ids => write(tables => takeBackIn(tables, ids)),
    reopen: async id => write(tables => reopenIn(tables, id)),
    note: async (id, number) => write(tables => noteIn(tables, id, aNote(number))),
    takeBackNote: async (id, number) =>
      write(tables => takeBackNoteIn(tables, id, aNote(number).id)),
    requeue: async connectionId => write(tables => requeueIn(tables, connectionId)),
    pause: async paused => write(tables => setMeta(tables, 'paused', paused)),
    async dump() {
      const { drafts, outbox, frozen, leases, remote, meta } = disk.read()
      const sorted = <K extends string | number, V>(rows: Map<K, V>) =>
        [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
      const steps = [...remote]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, done]) => {
          const [connectionId, leadId] = key.split(' ')
          return { connectionId, leadId, done }
        })
      return [sorted(drafts), sorted(outbox), sorted(frozen), sorted(leases), steps, meta]
    },
  }
}
