import { calendarDate } from '../lead/dates.ts'
import {
  type Draft,
  type DraftField,
  type DraftFields,
  isEmpty,
  newDraft,
  withField,
  withStart,
} from '../lead/draft.ts'
import { startOf } from '../lead/start.ts'
import { event } from '../settings/event.ts'
import { catchUp } from '../store/catchUp.ts'
import type { Database } from '../store/database.ts'
import { journal } from '../store/journal.ts'

/** A draft with what was handed over in it, and nothing else. */
export function draftOf(fields: Partial<DraftFields>): Draft {
  return Object.entries(fields).reduce(
    (draft, [field, text]) => withField(draft, field as DraftField, text),
    newDraft(crypto.randomUUID(), calendarDate(new Date())),
  )
}

/** One after the other: each finds on the form whoever the one before has put there. */
let before: Promise<unknown> = Promise.resolve()

/**
 * Puts a draft on the form. It is kept by itself before anything else is asked for, and whoever
 * stood on the form is put aside, as *New person* does.
 *
 * @throws where the storage takes nothing, as on a full disk
 */
export async function handOver(db: Database, draft: Draft): Promise<void> {
  const kept = journal.keepAside(draft)
  const turn = before.then(() => kept).then(() => putOnForm(draft))
  before = turn.catch(() => undefined)
  await turn
  // Where a row can't be written now, the journal has the draft and the next start tries again.
  await catchUp(db, journal).catch(() => undefined)
}

async function putOnForm(handed: Draft): Promise<void> {
  // Whoever is written down while an event runs was met there.
  const draft = withStart(handed, startOf(undefined, await event.read()))
  const open = await journal.readOpen()
  if (open === undefined || isEmpty(open)) await journal.keep(draft)
  else await journal.replace(open, draft)
}
