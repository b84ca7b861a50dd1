import { isOfTheCrm } from '../../../lib/lead/problem.ts'
import type { Lead } from '../../../lib/lead/schema.ts'
import type { Freeze } from '../../../lib/store/outbox.ts'
import type { DraftRow, OutboxRow } from '../../../lib/store/rows.ts'
import { isToBeLookedAt } from '../../../lib/store/transitions.ts'
import { editIn, noteIn, promoteIn, reopenIn, takeBackNoteIn } from '../disk/desk.ts'
import type { Tables } from '../disk/disk.ts'
import { setMeta } from '../disk/queue.ts'
import type { Entry, Said } from '../history.ts'
import type { Actor } from '../loop.ts'
import type { Workers } from './workers.ts'
import type { World } from './world.ts'

/** What is written down of somebody, as far as it matters here: an id, and text that changes. */
const draftOf = (id: string, before: DraftRow | undefined): DraftRow => {
  const counter = (before?.counter ?? 0) + 1
  // Every other edit takes the one before it back.
  const fields = { notes: `note ${counter % 2}` } as DraftRow['fields']
  return { id, counter, fields, order: 1, revision: before?.revision ?? 0, tokens: [] }
}

const freeze: Freeze = ({ id, fields, activities = [] }, revision): Lead => ({
  ...{ id, revision, person: { name: 'Sample Person', emails: [], phones: [] } },
  ...{ company: { name: 'Example AS' }, meeting: {}, relation: 'prospect', note: fields.notes },
  ...{ tags: [], activities: activities.map(({ revision: _out, ...each }) => each) },
})

/** A window that may be closed at any moment, also between what it writes and what it tells. */
export interface Manner {
  /** Whether it is closed before it can tell the worker. */
  dies?: boolean
}

/** What people do, each in a window of its own. Pages live for a moment, and do things in order. */
export function createPeople(world: World, workers: Workers) {
  const { loop, disk, state } = world
  const at = () => ({ at: loop.now() })

  /** One transaction at the user's word, and what is to be remembered of it. */
  function commit<T>(task: (tables: Tables) => T, entry: (result: T) => Entry | undefined) {
    state.byUser = true
    try {
      const result = disk.write(task)
      const said = entry(result)
      if (said) world.note(said)
      return result
    } finally {
      state.byUser = false
    }
  }

  /** Steps of one window, each at its own moment. */
  function page(dies: boolean, ...steps: (() => void)[]) {
    const actor: Actor = { name: 'page', alive: true }
    const go = async () => {
      for (const step of dies ? steps.slice(0, -1) : steps) {
        await world.reach(actor, step)
      }
    }
    // A disk that fails is said to the user, who is not here.
    void go().catch(error => {
      if (!(error instanceof DOMException)) world.wrong.add(`crash: ${String(error)}`)
    })
  }

  function saidOf(ids: readonly string[]): Said[] {
    const { outbox, frozen } = disk.read()
    return ids.flatMap(lead => {
      const kept = frozen.get(outbox.get(lead)?.seq ?? 0)?.lead
      return kept ? [{ lead, revision: kept.revision, text: JSON.stringify(kept) }] : []
    })
  }

  /** Whether somebody who looks at the card finds the note that nobody could tell of. */
  function hasNote({ leadId, revision, connectionId }: OutboxRow): boolean {
    const cards = world.crmOf(connectionId).cards(connectionId)
    return (cards.find(({ lead }) => lead === leadId)?.notes[revision] ?? 0) > 0
  }

  /** Unclear at a CRM that is not the one of now. */
  const isElsewhere = (row: OutboxRow) =>
    row.connectionId !== state.connection && isToBeLookedAt(row, row.connectionId)

  const idsOf = (rows: readonly OutboxRow[]) => rows.map(row => row.leadId)

  /** They press Retry without looking, and then look at each card that nobody could tell of. */
  function retry(which: (row: OutboxRow) => boolean) {
    const { connection } = state
    const rows = [...disk.read().outbox.values()].filter(row => row.phase === 'needs-you')
    const pressed = rows.filter(row => which(row) && !(isElsewhere(row) && hasNote(row)))
    const again = pressed.filter(row => !isToBeLookedAt(row, connection))
    const unseen = pressed.filter(row => isToBeLookedAt(row, connection))
    const missing = idsOf(unseen.filter(row => !hasNote(row)))
    const leads = [...idsOf(again), ...missing]
    commit(
      tables => {
        const { requeue } = world.parts
        requeue(tables, connection, row => idsOf(pressed).includes(row.leadId))
        requeue(tables, connection, row => missing.includes(row.leadId), true)
      },
      () => ({ ...at(), is: 'retried', connection, leads, missing }),
    )
  }

  let notes = 0

  /** What the lead says from now on, and where; an earlier request with it may still be under way. */
  function amended(lead: string): Entry {
    const connection = disk.read().outbox.get(lead)?.connectionId ?? ''
    return { ...at(), is: 'amended', connection, said: saidOf([lead]) }
  }

  const isEdited = (id: string) => {
    const row = disk.read().outbox.get(id)
    return row?.phase === 'on-card' && row.edited === true
  }

  /** The edit was undone, so nothing goes out: they were told that the card has it, as it is. */
  function keep(lead: string) {
    const row = disk.read().outbox.get(lead)
    if (row?.phase !== 'on-card') return
    const { connectionId: connection, revision } = row
    world.note({ ...at(), is: 'promoted', connection, said: saidOf([lead]) })
    world.note({ ...at(), is: 'shown', lead, revision, as: 'on-card' })
  }

  return {
    edit(id: string) {
      commit(
        tables => editIn(tables, id, before => draftOf(id, before)),
        () => undefined,
      )
    },
    promote(ids: readonly string[], { dies = false }: Manner) {
      const { connection } = state
      const promote = () => {
        const edited = ids.filter(isEdited)
        commit(
          tables => promoteIn(tables, ids, connection, freeze),
          promoted => ({ ...at(), is: 'promoted', connection, said: saidOf(promoted) }),
        )
        for (const lead of edited) if (!isEdited(lead)) keep(lead)
      }
      page(dies, workers.knock, promote, workers.awaken)
    },
    /** Notes one more thing with somebody who was promoted; it goes to where they went. */
    note(lead: string, { dies = false }: Manner) {
      notes += 1
      const activity = { id: `note-${notes}`, on: '2026-11-24', text: `said ${notes}` }
      const note = () =>
        commit(
          tables => noteIn(tables, lead, { ...activity, kind: 'minutes' }),
          done => (done ? amended(lead) : undefined),
        )
      page(dies, workers.knock, note, workers.awaken)
    },
    takeBackNote(lead: string) {
      const last = disk.read().drafts.get(lead)?.activities?.at(-1)?.id ?? ''
      commit(
        tables => takeBackNoteIn(tables, lead, last),
        done => (done ? amended(lead) : undefined),
      )
      const row = disk.read().outbox.get(lead)
      if (row?.phase === 'on-card') {
        world.note({ ...at(), is: 'shown', lead, revision: row.revision, as: 'on-card' })
      }
    },
    takeBack(id: string) {
      commit(
        tables => world.parts.takeBack(tables, [id]),
        leads => ({ ...at(), is: 'taken back', leads }),
      )
    },
    reopen(lead: string) {
      commit(
        tables => reopenIn(tables, lead),
        done => (done ? { ...at(), is: 'reopened', lead } : undefined),
      )
    },
    retry({ dies = false }: Manner) {
      page(dies, workers.knock, () => retry(() => true), workers.awaken)
    },
    pause() {
      commit(
        tables => setMeta(tables, 'paused', { since: world.wall() }),
        () => ({ ...at(), is: 'paused', sending: world.sending() }),
      )
    },
    resume({ dies = false }: Manner) {
      const resume = () =>
        commit(
          tables => setMeta(tables, 'paused', undefined),
          () => ({ ...at(), is: 'resumed' }),
        )
      page(dies, workers.knock, resume, workers.awaken)
    },
    connect() {
      world.connect()
      const { connection } = state
      const mine = (row: OutboxRow) =>
        row.phase === 'needs-you' && row.connectionId === connection && isOfTheCrm(row.problem)
      page(false, workers.knock, () => retry(mine), workers.awaken)
    },
    grant(granted: boolean) {
      state.isGranted = granted
      world.note({ ...at(), is: 'granted', granted })
    },
  }
}
