import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { aDatabase, CONNECTION, promoteDrafts } from '../../tests/fakes/database.ts'
import { aDraft } from '../../tests/fakes/drafts.ts'
import { dueRows, putRows } from '../../tests/fakes/queue.ts'
import { aSession } from '../../tests/fakes/session.ts'
import { openConnector } from '../crm/open/connector.ts'
import { type Draft, withField } from '../lead/draft.ts'
import { connection } from '../settings/connection.ts'
import { consent } from '../settings/consent.ts'
import type { Database } from '../store/database.ts'
import { deleteDraft, saveDraft } from '../store/drafts.ts'
import { reopenRow, takeBackRows } from '../store/outbox.ts'
import { requeueRows } from '../store/requeue.ts'
import { readRow } from '../store/standing.ts'
import { needsYou, onCard } from '../store/transitions.ts'
import { findMatches } from './match.ts'
import { promoteChoice } from './promote.ts'

const known = (id: string, name = 'Known Person') => ({
  card: { id: '7', url: 'https://crm.example.com/cards/7', name: 'Example AS' },
  contact: { id, name },
  why: 'email' as const,
})

/** A CRM that knows these people. */
function aLine(matches = [known('70')], card: object = {}) {
  const { session, asked } = aSession(() => ({ json: { matches, choices: true } }))
  return { line: { connectionId: CONNECTION, connector: openConnector, session }, asked, card }
}

/** Promotes a draft and has the CRM put it on a card. */
async function putOnCard(db: Database, draft: Draft, contact?: string): Promise<void> {
  await promoteDrafts(db, [draft])
  const rows = await dueRows(db)
  const card = { id: '7', ...(contact && { contact }) }
  await putRows(
    db,
    rows.map(row => onCard(row, card)),
  )
}

async function isConnected(): Promise<void> {
  vi.spyOn(connection, 'read').mockResolvedValue({
    ...{ id: CONNECTION, address: 'https://crm.example.com', connector: 'open', granted: true },
  } as Awaited<ReturnType<typeof connection.read>>)
  vi.spyOn(consent, 'read').mockResolvedValue({} as Awaited<ReturnType<typeof consent.read>>)
}

test('a lead on its card is asked about as it was promoted, and is not among the answers', async () => {
  const db = aDatabase()
  const draft = aDraft({ email: 'sample@example.com', notes: 'Wants an offer' })
  await putOnCard(db, draft, '71')
  const { line, asked } = aLine([known('70'), known('71', 'Sample Person')])
  const { matches, choices } = await findMatches(db, draft.id, line)
  expect([matches.map(({ contact }) => contact.id), choices]).toEqual([['70'], true])
  const body = { name: 'Sample Person', company: 'Example AS', email: 'sample@example.com' }
  expect(asked).toEqual([{ method: 'POST', path: '/api/v1/matches', body }])
})

test('where a CRM does not say which contact a lead became, its own name on its own card is it', async () => {
  const db = aDatabase()
  const draft = aDraft()
  await putOnCard(db, draft)
  const { line } = aLine([known('70'), known('71', 'Sample Person')])
  const { matches } = await findMatches(db, draft.id, line)
  expect(matches.map(({ contact }) => contact.id)).toEqual(['70'])
})

test('nothing is asked about a draft, a lead on its way, taken back, being edited, or of another CRM', async () => {
  const db = aDatabase()
  const { line, asked } = aLine()
  const [draft, queued, back, stuck, edited, elsewhere] = Array.from({ length: 6 }, () => aDraft())
  if (!draft || !queued || !back || !stuck || !edited || !elsewhere) throw new Error('six')
  await saveDraft(db, draft)
  await putOnCard(db, edited)
  await reopenRow(db, edited.id)
  await putOnCard(db, elsewhere)
  await promoteDrafts(db, [queued, back, stuck])
  await takeBackRows(db, [back.id])
  const row = await readRow(db, stuck.id)
  if (row) await putRows(db, [needsYou(row, { code: 'rejected' })])
  for (const { id } of [draft, queued, back, stuck, edited, aDraft()]) {
    expect(await findMatches(db, id, line)).toEqual({ matches: [], choices: false })
  }
  expect(await findMatches(db, elsewhere.id, { ...line, connectionId: 'other' })).toEqual({
    ...{ matches: [], choices: false },
  })
  expect(await findMatches(db, elsewhere.id, undefined)).toEqual({ matches: [], choices: false })
  expect(asked).toEqual([])
})

test('the question is the same to the byte, whatever private drafts lie beside the lead', async () => {
  const lead = aDraft({ email: 'sample@example.com', phone: '22334455' })
  const text = fc.oneof(fc.string(), fc.constantFrom('Sample Person', 'sample@example.com'))
  const drafts = fc.array(fc.record({ name: text, company: text, email: text, notes: text }), {
    maxLength: 4,
  })
  const askBeside = async (others: Partial<Draft['fields']>[]) => {
    const db = aDatabase()
    for (const fields of others) await saveDraft(db, aDraft(fields))
    await putOnCard(db, lead)
    // What was typed since in a window that did not know is no part of it either.
    await saveDraft(db, withField(lead, 'name', 'Kanari'))
    const { line, asked } = aLine()
    await findMatches(db, lead.id, line)
    await db.delete()
    return JSON.stringify(asked)
  }
  const alone = await askBeside([])
  await fc.assert(
    fc.asyncProperty(drafts, async others => {
      expect(await askBeside(others)).toBe(alone)
    }),
    { numRuns: 25 },
  )
})

test('a CRM that fails leaves a word for people, and the lead where it is', async () => {
  const db = aDatabase()
  const draft = aDraft()
  await putOnCard(db, draft)
  const { session } = aSession(() => new Error('no connection'))
  const line = { connectionId: CONNECTION, connector: openConnector, session }
  expect(await findMatches(db, draft.id, line)).toEqual({
    ...{ matches: [], choices: false, failed: true },
  })
  expect(await readRow(db, draft.id)).toMatchObject({ phase: 'on-card' })
})

test.each([{ is: '70' }, { not: ['70', '72'] }])(
  '%j goes out as a new revision, once',
  async choice => {
    await isConnected()
    const db = aDatabase()
    const draft = aDraft()
    await putOnCard(db, draft)
    expect(await promoteChoice(db, draft.id, choice, 'NO')).toBe(true)
    expect(await promoteChoice(db, draft.id, choice, 'NO')).toBe(false)
    const row = await readRow(db, draft.id)
    expect(row).toMatchObject({ phase: 'queued', revision: 2 })
    expect((await db.frozen.get(row?.seq ?? 0))?.lead).toMatchObject({
      revision: 2,
      contact: choice,
    })
    const [due] = await dueRows(db)
    if (due) await putRows(db, [onCard(due, { id: '7' })])
    const { line, asked } = aLine()
    await findMatches(db, draft.id, line)
    expect(asked).toEqual([])

    // It stays said when the lead is edited and promoted again.
    await reopenRow(db, draft.id)
    await saveDraft(db, withField({ ...draft, counter: 5 }, 'notes', 'Wants an offer'))
    const { promote } = await import('./promote.ts')
    await promote(db, [draft.id], 'NO')
    const next = await readRow(db, draft.id)
    expect((await db.frozen.get(next?.seq ?? 0))?.lead).toMatchObject({
      ...{ revision: 3, contact: choice, note: 'Wants an offer' },
    })
  },
)

test('what was answered can be taken back, and is then not said later', async () => {
  await isConnected()
  const db = aDatabase()
  const draft = aDraft()
  await putOnCard(db, draft)
  await promoteChoice(db, draft.id, { is: '70' }, 'NO')
  expect(await takeBackRows(db, [draft.id])).toEqual([draft.id])
  await deleteDraft(db, draft.id)
  expect(await readRow(db, draft.id)).toMatchObject({ phase: 'on-card', revision: 1 })
  expect(await db.drafts.get(draft.id)).not.toHaveProperty('chosen')
})

test('to another CRM a lead goes without what was said about the contacts of this one', async () => {
  await isConnected()
  const db = aDatabase()
  const draft = aDraft()
  await putOnCard(db, draft)
  await promoteChoice(db, draft.id, { is: '70' }, 'NO')
  const row = await readRow(db, draft.id)
  if (row) await putRows(db, [needsYou(row, { code: 'other-connection' })])
  await requeueRows(db, 'another')
  const next = await readRow(db, draft.id)
  expect(next).toMatchObject({ phase: 'queued', connectionId: 'another' })
  expect((await db.frozen.get(next?.seq ?? 0))?.lead).not.toHaveProperty('contact')
})
