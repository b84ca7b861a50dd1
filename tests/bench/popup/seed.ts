import { createHash } from 'node:crypto'
import { newDraft } from '../../../lib/lead/draft.ts'
import type { Lead } from '../../../lib/lead/schema.ts'
import { knownRow } from '../../../lib/store/knownRow.ts'
import { packed } from '../../../lib/store/packing.ts'
import type { DraftRow, FrozenRow, KnownRow, SettledRow } from '../../../lib/store/rows.ts'
import { tokensOf } from '../../../lib/store/tokens.ts'
import { targetGone } from '../../closing/events.ts'
import { callIn } from '../../harness/callIn.ts'
import type { Subject } from './subject.ts'

interface Rows {
  drafts: DraftRow[]
  known: KnownRow[]
  settled: SettledRow[]
  frozen: FrozenRow[]
}

const PORTION = 2500
/** As many leads as one request holds, which are then settled in one row. */
const SETTLED_TOGETHER = 250

/**
 * Fills the extension's database as if so many people had been written down, seven of ten of them
 * promoted and on their cards.
 * @param from how many there are already
 */
export async function seedLeads({ browser, id }: Subject, from: number, to: number): Promise<void> {
  const { cdp } = browser
  const params = { url: `chrome-extension://${id}/bare.html`, background: true }
  const { targetId } = await cdp.send<{ targetId: string }>('Target.createTarget', params)
  const page = await browser.attach(await browser.target('page', '/bare.html'))
  for (let first = from; first < to; first += PORTION) {
    await callIn(page, putRows, rowsOf(first, Math.min(first + PORTION, to)))
  }
  const gone = targetGone(cdp, targetId)
  await cdp.send('Target.closeTarget', { targetId })
  await gone
}

/** Runs in the page. The database is there: the worker made it when it started. */
async function putRows(rows: Rows): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('kundekort')
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
  const writing = db.transaction(Object.keys(rows), 'readwrite', { durability: 'relaxed' })
  for (const [table, own] of Object.entries(rows)) {
    const store = writing.objectStore(table)
    for (const row of own) store.put(row)
  }
  await new Promise<void>((resolve, reject) => {
    writing.oncomplete = () => resolve()
    writing.onabort = () => reject(writing.error)
  })
  db.close()
}

function rowsOf(first: number, end: number): Rows {
  const numbers = Array.from({ length: end - first }, (_, n) => first + n)
  const onCard = numbers.filter(n => n % 10 < 7)
  return {
    drafts: numbers.map(draftRow),
    known: numbers.map(n => knownRow(draftRow(n))),
    settled: requestsOf(onCard).flatMap(together => packed(together.map(rowOf))),
    frozen: onCard.map(n => ({ seq: n + 1, leadId: idOf(n), revision: 1, lead: leadOf(n) })),
  }
}

function requestsOf(numbers: number[]): number[][] {
  const count = Math.ceil(numbers.length / SETTLED_TOGETHER)
  return Array.from({ length: count }, (_, n) =>
    numbers.slice(n * SETTLED_TOGETHER, (n + 1) * SETTLED_TOGETHER),
  )
}

const rowOf = (n: number): Parameters<typeof packed>[0][number] => ({
  ...{ leadId: idOf(n), revision: 1, connectionId: idOf(-1), seq: n + 1, attempts: 1 },
  ...{ phase: 'on-card', confirmed: { revision: 1, seq: n + 1, card: cardOf(n) } },
})

const cardOf = (n: number) => ({ id: String(n), url: `https://crm.example.com/cards/${n}` })

/** The same number has the same id in each run. */
function idOf(number: number): string {
  const hex = createHash('sha256').update(String(number)).digest('hex')
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*/, '$1-$2-4$3-8$4-$5')
}

function draftRow(number: number): DraftRow {
  const fields = {
    ...newDraft('', '2026-03-01').fields,
    name: `Sample Person ${number}`,
    company: `Company ${number - (number % 4)} AS`,
    title: 'Buyer',
    email: `person${number}@company${number}.example`,
    phone: `+47${40_000_000 + number}`,
    where: 'Example Fair',
    notes: 'Wants an offer for ten pallets, delivered in May.',
  }
  return {
    id: idOf(number),
    counter: 100,
    fields,
    order: number + 1,
    revision: number % 10 < 7 ? 1 : 0,
    tokens: tokensOf(fields),
  }
}

function leadOf(number: number): Lead {
  const { id, fields } = draftRow(number)
  return {
    id,
    revision: 1,
    person: { name: fields.name, title: 'Buyer', emails: [fields.email], phones: [fields.phone] },
    company: { name: fields.company },
    meeting: { where: fields.where, on: fields.metOn },
    relation: 'prospect',
    note: fields.notes,
    tags: [],
    activities: [],
  }
}
