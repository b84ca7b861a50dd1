import * as z from 'zod/mini'
import { type Draft, isEmpty } from '../lead/draft.ts'
import { merge } from '../lead/merge.ts'
import { leadSchema } from '../lead/schema.ts'
import { WAYS } from '../lead/tell/told.ts'
import type { Database } from './database.ts'
import { draftOf } from './drafts.ts'
import type { Journal } from './journal.ts'
import { unpacked } from './packing.ts'
import type { DraftRow } from './rows.ts'

/**
 * All that somebody wrote and what became of it, in one file of their own. It has neither the CRM's
 * token nor any other setting. Strict, so that what an import will read is what was written here.
 */

const id = z.uuid()
const count = z.int().check(z.gte(0))

const draftSchema = z.strictObject({
  id: z.string(),
  counter: count,
  fields: z.record(z.string(), z.string()),
  written: z.record(z.string(), count),
  /** That following up is done, or put off. */
  moved: z.optional(z.strictObject({ of: z.string(), on: z.string() })),
})

const promotedSchema = z.strictObject({
  leadId: id,
  revision: count,
  connectionId: z.string(),
  phase: z.enum(['queued', 'needs-you', 'on-card']),
  /** Whether an earlier request with it may have arrived. */
  unclear: z.boolean(),
  problem: z.optional(z.string()),
  card: z.optional(z.strictObject({ id: z.string(), url: z.optional(z.string()) })),
  /** That they were told that their data is kept, and how. */
  told: z.optional(z.strictObject({ on: z.string(), way: z.enum(WAYS) })),
  /** As it was promoted, byte for byte what is sent. */
  lead: z.optional(leadSchema),
})

const exportSchema = z.strictObject({
  format: z.literal('kundekort-export'),
  version: z.literal(1),
  /** The calendar date on which it was made, `YYYY-MM-DD`. */
  on: z.iso.date(),
  /** Whether the database could be read; else only what the form's own journal had is here. */
  isWhole: z.boolean(),
  drafts: z.array(draftSchema),
  promoted: z.array(promotedSchema),
})

export type Export = z.infer<typeof exportSchema>
type Promoted = z.infer<typeof promotedSchema>
/** A draft, and what was said of it beside the form. */
type Kept = Draft & Pick<DraftRow, 'moved'>

/**
 * Collects everything that can still be read. Where the database can't be, as it is a newer one or
 * broken, the drafts in the journal are better than nothing.
 *
 * @param on the calendar date where the user is, `YYYY-MM-DD`
 */
export async function collect(db: Database, journal: Journal, on: string): Promise<Export> {
  const open = await journal.readOpen()
  const noted = [...(await journal.readLeft()), ...(open && !isEmpty(open) ? [open] : [])]
  const read = await readAll(db).catch(() => undefined)
  const drafts = new Map((read?.drafts ?? []).map((draft): [string, Kept] => [draft.id, draft]))
  for (const draft of noted) {
    const row = drafts.get(draft.id)
    drafts.set(draft.id, row === undefined ? draft : { ...row, ...merge(row, draft) })
  }
  return exportSchema.parse({
    ...{ format: 'kundekort-export', version: 1, on, isWhole: read !== undefined },
    ...{ drafts: [...drafts.values()], promoted: read?.promoted ?? [] },
  })
}

/** In one transaction, so that nobody is in it twice or not at all. */
const readAll = (db: Database): Promise<{ drafts: Kept[]; promoted: Promoted[] }> =>
  db.transaction('r', [db.drafts, db.outgoing, db.settled, db.frozen], async () => {
    const [rows, outgoing, packs, frozen] = await Promise.all([
      db.drafts.orderBy('order').toArray(),
      db.outgoing.toArray(),
      db.settled.toArray(),
      db.frozen.toArray(),
    ])
    const leads = new Map(frozen.map(({ seq, lead }) => [seq, lead]))
    const told = new Map(rows.map(row => [row.id, row.told]))
    const said = new Set(outgoing.map(row => row.leadId))
    // The newest first: that is the one that counts.
    const settled = packs
      .reverse()
      .flatMap(pack => pack.leadIds.map((_, index) => unpacked(pack, index)))
      .filter(({ leadId }) => !said.has(leadId) && said.add(leadId))
    const promoted = [...outgoing, ...settled].map((row): Promoted => {
      const { leadId, revision, connectionId, phase, seq } = row
      const { id, url } = row.confirmed?.card ?? {}
      const [problem, lead] = ['problem' in row ? row.problem?.code : undefined, leads.get(seq)]
      const knows = told.get(leadId)
      return {
        ...{ leadId, revision, connectionId, phase, unclear: row.unclear === true },
        ...(problem && { problem }),
        ...(id !== undefined && { card: url === undefined ? { id } : { id, url } }),
        ...(knows && { told: knows }),
        ...(lead && { lead }),
      }
    })
    const drafts = rows.map(row => ({ ...draftOf(row), ...(row.moved && { moved: row.moved }) }))
    return { drafts, promoted }
  })

/**
 * Reads an export back.
 *
 * @throws where it is none, or has anything in it that was not written here
 */
export const readExport = (text: string): Export => exportSchema.parse(JSON.parse(text))
