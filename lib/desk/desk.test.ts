import { beforeEach, expect, test, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { aDatabase } from '../../tests/fakes/database.ts'
import { aDraft, anId } from '../../tests/fakes/drafts.ts'
import { leaseDue, outboxOf, putRows } from '../../tests/fakes/queue.ts'
import { reader } from '../../tests/fakes/reader.ts'
import { type Draft, withField } from '../lead/draft.ts'
import { connection } from '../settings/connection.ts'
import { consent } from '../settings/consent.ts'
import type { Database } from '../store/database.ts'
import { saveDraft } from '../store/drafts.ts'
import { type Journal, journal } from '../store/journal.ts'
import { needsYou, onCard } from '../store/transitions.ts'
import { createBack } from './back.ts'
import { createDesk } from './desk.ts'
import type { Desk } from './interface.ts'

let db: Database

/** What waits until a moment has passed. */
let waiting: (() => void)[] = []
const later = (task: () => void) => void waiting.push(task)
/** Nobody types on: each pause is over at once (`pauses.test.ts` has them last). */
const pause = async () => undefined

/** Lets that moment pass. */
function passTime() {
  for (const task of waiting.splice(0)) task()
}

beforeEach(async () => {
  fakeBrowser.reset()
  waiting = []
  db = aDatabase()
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async () => ({ more: false }))
  await consent.write({ version: 1, on: '2026-11-23' })
  await connection.write({
    id: crypto.randomUUID(),
    connector: 'open',
    address: 'https://crm.example.com',
    granted: false,
  })
})

/** A desk as the popup has it: over the real journal, database and way to the outbox. */
function aDesk(kept?: Draft, hasArrived = true): Desk {
  const back = createBack(() => 'NO', journal, db)
  const today = () => '2026-11-23'
  return createDesk(
    {
      journal,
      back: async () => back,
      reader,
      newId: () => crypto.randomUUID(),
      today,
      pause,
      later,
    },
    kept,
    hasArrived,
  )
}

/** The desk's next state of which this holds. */
const until = (desk: Desk, holds: () => boolean) =>
  new Promise<void>(resolve => {
    const look = () => {
      if (!holds()) return
      stop()
      resolve()
    }
    const stop = desk.subscribe(look)
    look()
  })

function writeSample(desk: Desk) {
  desk.write('name', 'Sample Person')
  desk.write('company', 'Example AS')
}

test('a row is written in a pause of typing, with the last letter', async () => {
  const back = createBack(() => 'NO', journal, db)
  const save = vi.spyOn(back, 'save')
  let end: () => void = () => undefined
  const breath = new Promise<void>(resolve => {
    end = resolve
  })
  const desk = createDesk(
    {
      ...{ journal, back: async () => back, reader, newId: anId, later },
      ...{ today: () => '2026-11-23', pause: () => breath },
    },
    undefined,
    true,
  )
  desk.write('name', 'K')
  desk.write('name', 'Ka')
  await new Promise(setImmediate)
  expect(save).not.toHaveBeenCalled()
  end()
  await vi.waitFor(() => expect(save).toHaveBeenCalledOnce())
  expect(save.mock.calls[0]?.[0].fields.name).toBe('Ka')
})

test('a keystroke is in the journal before anything else is asked for', () => {
  const keep = vi.spyOn(journal, 'keep')
  const back = vi.fn(async () => createBack(() => 'NO', journal, db))
  const desk = createDesk(
    { journal, back, reader, newId: anId, today: () => '', pause, later },
    undefined,
    true,
  )
  desk.write('name', 'S')
  expect(keep).toHaveBeenCalledWith(expect.objectContaining({ counter: 1 }))
  const order = [keep, back].map(call => call.mock.invocationCallOrder[0] ?? 0)
  expect(order[0]).toBeLessThan(order[1] ?? 0)
})

test('the row follows, and the journal still has the draft on the form', async () => {
  const desk = aDesk()
  desk.write('name', 'Sam')
  desk.write('name', 'Samp')
  const { id } = desk.state().draft
  await vi.waitFor(async () => expect((await db.drafts.get(id))?.fields.name).toBe('Samp'))
  expect(await journal.readOpen()).toEqual(desk.state().draft)
})

test('a full disk is said, and the text stays on the form', async () => {
  vi.spyOn(journal, 'keep').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'))
  const desk = aDesk()
  desk.write('name', 'Sample')
  await until(desk, () => desk.state().notice === 'not-kept')
  expect(desk.state()).toMatchObject({ draft: { fields: { name: 'Sample' } }, isKept: false })
  desk.write('name', 'Sample P')
  expect(desk.state().notice).toBe('not-kept')
})

test('as soon as there is room, what was typed is kept without another keystroke', async () => {
  const keep = vi.spyOn(journal, 'keep').mockRejectedValue(new Error('QUOTA_BYTES'))
  const desk = aDesk()
  desk.write('name', 'Sample')
  await until(desk, () => !desk.state().isKept)
  passTime()
  await vi.waitFor(() => expect(waiting).not.toEqual([]))
  keep.mockRestore()
  passTime()
  await until(desk, () => desk.state().isKept)
  expect(desk.state().notice).toBeUndefined()
  expect((await journal.readOpen())?.fields.name).toBe('Sample')
})

test('a person who could not be put aside stays on the form', async () => {
  const full = new Error('QUOTA_BYTES')
  vi.spyOn(journal, 'replace').mockRejectedValue(full)
  vi.spyOn(journal, 'keep').mockRejectedValue(full)
  const desk = aDesk()
  desk.write('name', 'First')
  desk.newPerson()
  await until(desk, () => desk.state().notice === 'not-kept')
  expect(desk.state()).toMatchObject({ draft: { fields: { name: 'First' } }, isKept: false })
})

test('where the next person was begun already, the one before is kept when there is room', async () => {
  vi.spyOn(journal, 'replace').mockRejectedValue(new Error('QUOTA_BYTES'))
  const aside = vi.spyOn(journal, 'keepAside').mockRejectedValue(new Error('QUOTA_BYTES'))
  const desk = aDesk()
  desk.write('name', 'First')
  desk.newPerson()
  desk.write('name', 'Second')
  await until(desk, () => desk.state().notice === 'not-kept')
  aside.mockRestore()
  passTime()
  await vi.waitFor(async () =>
    expect(await journal.readLeft()).toMatchObject([{ fields: { name: 'First' } }]),
  )
  expect(desk.state().draft.fields.name).toBe('Second')
})

test('a person goes from the form to the card', async () => {
  const desk = aDesk()
  writeSample(desk)
  await desk.promote()
  expect(desk.state().lead).toMatchObject({ is: 'waiting', canTakeBack: true })
  expect(await journal.readOpen()).toBeUndefined()
  expect(browser.runtime.sendMessage).toHaveBeenCalledWith({ type: 'work' })
  const leased = await leaseDue(db)
  await until(desk, () => desk.state().lead.is === 'sending')
  await putRows(
    db,
    (leased?.rows ?? []).map(row => onCard(row, { id: '7' })),
  )
  await until(desk, () => desk.state().lead.is === 'on-card')
  expect(desk.isWritable()).toBe(false)
})

test('an alarm is set before the lead is in the outbox', async () => {
  const create = vi.spyOn(browser.alarms, 'create').mockImplementation(async () => {
    expect(await outboxOf(db)).toHaveLength(0)
  })
  const desk = aDesk()
  writeSample(desk)
  await desk.promote()
  expect(create).toHaveBeenCalledOnce()
})

test('what is missing is said at the field, and the draft is kept', async () => {
  const desk = aDesk()
  desk.write('name', 'Sample Person')
  await desk.promote()
  expect(desk.state()).toMatchObject({
    faults: { company: 'company-missing' },
    lead: { is: 'draft' },
  })
  expect((await journal.readOpen())?.fields.name).toBe('Sample Person')
  desk.write('company', 'E')
  expect(desk.state().faults).toEqual({})
})

test.each([
  ['consent', consent, 'consent-missing'],
  ['a connection', connection, 'connection-missing'],
])('without %s nobody is promoted, and the desk says so', async (_, item, notice) => {
  await item.remove()
  const desk = aDesk()
  writeSample(desk)
  await desk.promote()
  expect(desk.state()).toMatchObject({ notice, lead: { is: 'draft' } })
  expect(await outboxOf(db)).toHaveLength(0)
})

test('a database that fails loses nothing and says so', async () => {
  const desk = aDesk()
  writeSample(desk)
  vi.spyOn(db, 'transaction').mockRejectedValue(new Error('QuotaExceededError'))
  await desk.promote()
  expect(desk.state()).toMatchObject({ notice: 'not-promoted', lead: { is: 'draft' } })
  expect((await journal.readOpen())?.fields.name).toBe('Sample Person')
})

test('what was taken back is a draft again, on the form and in the journal', async () => {
  const desk = aDesk()
  writeSample(desk)
  await desk.promote()
  await desk.takeBack()
  expect(desk.state()).toMatchObject({ notice: 'taken-back', lead: { is: 'draft' } })
  expect((await journal.readOpen())?.fields.name).toBe('Sample Person')
  expect(await outboxOf(db)).toHaveLength(0)
  desk.write('notes', 'more')
  await desk.promote()
  expect(await db.frozen.toArray()).toMatchObject([{ revision: 1, lead: { note: 'more' } }])
})

test('once sending has begun it is too late to take back', async () => {
  const desk = aDesk()
  writeSample(desk)
  await desk.promote()
  await leaseDue(db)
  await desk.takeBack()
  expect(desk.state().notice).toBe('too-late')
  expect(await outboxOf(db)).toHaveLength(1)
})

test('a rejected lead can be corrected and promoted again, as a new revision', async () => {
  const desk = aDesk()
  writeSample(desk)
  await desk.promote()
  const leased = await leaseDue(db)
  await putRows(
    db,
    (leased?.rows ?? []).map(row => needsYou(row, { code: 'rejected' })),
  )
  await until(desk, () => desk.state().lead.is === 'needs-you')
  await desk.edit()
  desk.write('company', 'Example ASA')
  await desk.promote()
  expect(await outboxOf(db)).toMatchObject([{ phase: 'queued', revision: 2 }])
})

test('the next person does not overwrite the one before', async () => {
  const desk = aDesk()
  desk.write('name', 'First')
  const first = desk.state().draft
  desk.newPerson()
  desk.write('name', 'Second')
  expect(desk.state().draft.id).not.toBe(first.id)
  await vi.waitFor(async () => expect(await journal.readLeft()).toEqual([]))
  expect((await db.drafts.get(first.id))?.fields.name).toBe('First')
  expect((await journal.readOpen())?.fields.name).toBe('Second')
})

test('a discarded draft is gone, and can be brought back as long as the window is open', async () => {
  const desk = aDesk()
  desk.write('name', 'Sample')
  const { id } = desk.state().draft
  await vi.waitFor(async () => expect(await db.drafts.count()).toBe(1))
  await desk.discard()
  expect(await db.drafts.count()).toBe(0)
  expect(await journal.readOpen()).toBeUndefined()
  desk.undoDiscard()
  expect(desk.state().draft).toMatchObject({ id, fields: { name: 'Sample' } })
  await vi.waitFor(async () => expect(await db.drafts.count()).toBe(1))
})

test('two windows on one draft show the same text', async () => {
  const draft = aDraft()
  await journal.keep(draft)
  const [one, two] = [aDesk(draft), aDesk(draft)] as const
  one.write('notes', 'from the first')
  await until(two, () => two.state().draft.fields.notes === 'from the first')
  two.write('where', 'from the second')
  await until(one, () => one.state().draft.fields.where === 'from the second')
  expect(one.state().draft).toEqual(two.state().draft)
})

test('an empty form shows the person that another window has begun with', async () => {
  const [one, two] = [aDesk(), aDesk()] as const
  one.write('name', 'Sample')
  await until(two, () => two.state().draft.fields.name === 'Sample')
  two.write('company', 'Example AS')
  await until(one, () => one.state().draft.fields.company === 'Example AS')
  expect(one.state().draft.id).toBe(two.state().draft.id)
})

/** A desk in a window that hears of the others only when it is told to. */
function aDeafDesk(kept: Draft) {
  const news: (Draft | undefined)[] = []
  let listen: (open: Draft | undefined) => void = () => undefined
  const deaf: Journal = {
    ...journal,
    watchOpen(listener) {
      listen = listener
      return journal.watchOpen(open => news.push(open))
    },
  }
  const back = createBack(() => 'NO', deaf, db)
  const deps = {
    journal: deaf,
    back: async () => back,
    newId: () => crypto.randomUUID(),
    pause,
    later,
  }
  const desk = createDesk({ ...deps, reader, today: () => '2026-11-23' }, kept, true)
  return { desk, hearAll: () => news.splice(0).forEach(listen) }
}

test('what two windows write in different fields at the same moment stands in both', async () => {
  const draft = aDraft()
  await journal.keep(draft)
  const one = aDesk(draft)
  const { desk: two, hearAll } = aDeafDesk(draft)
  one.write('notes', 'from the first')
  two.write('where', 'from')
  two.write('where', 'from the second')
  const both = { notes: 'from the first', where: 'from the second' }
  await until(one, () => one.state().draft.fields.where === both.where)
  await vi.waitFor(() => {
    hearAll()
    expect(two.state().draft.fields).toMatchObject(both)
  })
  await vi.waitFor(async () => {
    expect((await journal.readOpen())?.fields).toMatchObject(both)
    expect((await db.drafts.get(draft.id))?.fields).toMatchObject(both)
  })
  expect(one.state().draft.fields).toMatchObject(both)
  expect(await db.drafts.count()).toBe(1)
})

test('of two texts for one field, one stands in both windows and the other in a draft of its own', async () => {
  const draft = aDraft()
  await journal.keep(draft)
  const one = aDesk(draft)
  const { desk: two, hearAll } = aDeafDesk(draft)
  one.write('notes', 'from the first')
  two.write('notes', 'from the second')
  await vi.waitFor(async () => {
    hearAll()
    expect((await db.drafts.toArray()).map(row => row.fields.notes).sort()).toEqual([
      'from the first',
      'from the second',
    ])
  })
  expect(one.state().draft.fields.notes).toBe(two.state().draft.fields.notes)
  expect([one, two].map(desk => desk.state().notice)).toContain('joined')
})

test('a text that is a beginning of the other is no draft of its own', async () => {
  const draft = aDraft()
  await journal.keep(draft)
  const one = aDesk(draft)
  const { desk: two, hearAll } = aDeafDesk(draft)
  one.write('notes', 'an')
  two.write('notes', 'an offer')
  await vi.waitFor(() => {
    hearAll()
    expect(one.state().draft.fields.notes).toBe('an offer')
  })
  await vi.waitFor(async () =>
    expect((await db.drafts.toArray()).map(row => row.fields.notes)).toEqual(['an offer']),
  )
})

test('where the row has more than the journal, as after a full disk, the form shows all of it', async () => {
  const draft = aDraft()
  await journal.keep(draft)
  await saveDraft(db, withField(draft, 'notes', 'only in the row'))
  const desk = aDesk(draft)
  desk.write('where', 'written now')
  await until(desk, () => desk.state().draft.fields.notes === 'only in the row')
  expect(desk.state().draft.fields.where).toBe('written now')
  await vi.waitFor(async () =>
    expect((await journal.readOpen())?.fields.notes).toBe('only in the row'),
  )
})

test('what another window wrote unseen is shown before it is promoted', async () => {
  const draft = aDraft()
  const desk = aDesk(draft)
  await vi.waitFor(async () => expect(await db.drafts.count()).toBe(1))
  await saveDraft(db, withField(draft, 'notes', 'unseen'))
  await desk.promote()
  expect(desk.state()).toMatchObject({ notice: 'joined', draft: { fields: { notes: 'unseen' } } })
  expect(await outboxOf(db)).toHaveLength(0)
  await desk.promote()
  expect(await db.frozen.toArray()).toMatchObject([{ lead: { note: 'unseen' } }])
})

test('a window does not overwrite the person that another one has put on the form', async () => {
  const draft = aDraft()
  await journal.keep(draft)
  const [one, two] = [aDesk(draft), aDesk(draft)] as const
  one.newPerson()
  one.write('name', 'Next')
  await vi.waitFor(async () => expect((await journal.readOpen())?.fields.name).toBe('Next'))
  two.write('notes', 'late')
  await vi.waitFor(async () => expect((await db.drafts.get(draft.id))?.fields.notes).toBe('late'))
  expect((await journal.readOpen())?.fields.name).toBe('Next')
})

test('with a database of a newer version the text is kept, and the desk says what to do', async () => {
  vi.spyOn(db, 'transaction').mockRejectedValue(
    Object.assign(new Error('newer'), { name: 'VersionError' }),
  )
  const desk = aDesk()
  writeSample(desk)
  await until(desk, () => desk.state().notice === 'newer-database')
  expect((await journal.readOpen())?.fields.name).toBe('Sample Person')
})

test('a late draft comes onto an untouched form', () => {
  const desk = aDesk(undefined, false)
  const kept = aDraft()
  desk.arrive(kept)
  expect(desk.state().draft).toEqual(kept)
})

test('a late draft never overwrites what was typed, and both are kept', async () => {
  const kept = aDraft({ name: 'Earlier' })
  await journal.keep(kept)
  const desk = aDesk(undefined, false)
  desk.write('name', 'Typed')
  expect(await journal.readOpen()).toEqual(kept)
  desk.arrive(kept)
  desk.write('name', 'Typed on')
  expect(desk.state()).toMatchObject({ draft: { fields: { name: 'Typed on' } } })
  await vi.waitFor(async () => expect((await db.drafts.get(kept.id))?.fields.name).toBe('Earlier'))
  expect((await journal.readOpen())?.fields.name).toBe('Typed on')
})

test('where the kept draft cannot be read, nobody who is written down takes its place', async () => {
  const kept = aDraft({ name: 'Earlier' })
  await journal.keep(kept)
  const desk = aDesk(undefined, false)
  desk.write('name', 'First')
  desk.newPerson()
  desk.write('name', 'Second')
  desk.open(aDraft({ name: 'Third' }))
  await vi.waitFor(async () => {
    const rows = await db.drafts.toArray()
    const names = rows.map(({ fields }) => fields.name)
    expect(names).toEqual(expect.arrayContaining(['First', 'Second', 'Third']))
  })
  expect(await journal.readOpen()).toEqual(kept)
})

test('a person who was promoted just before the window died is shown as promoted', async () => {
  const draft = aDraft()
  await saveDraft(db, draft)
  await journal.keep(draft)
  await (await createBack(() => 'NO', journal, db)).promote(draft.id)
  const desk = aDesk(draft)
  await until(desk, () => desk.state().lead.is === 'waiting')
  await vi.waitFor(async () => expect(await journal.readOpen()).toBeUndefined())
})

test('what is typed into a person who turns out to be promoted becomes a draft of its own', async () => {
  const draft = aDraft()
  await saveDraft(db, draft)
  await (await createBack(() => 'NO', journal, db)).promote(draft.id)
  const desk = aDesk(draft)
  desk.write('notes', 'typed at once')
  await until(desk, () => desk.state().draft.id !== draft.id)
  expect(desk.state()).toMatchObject({
    notice: 'copied',
    draft: { fields: { notes: 'typed at once' } },
  })
  expect((await journal.readOpen())?.fields.notes).toBe('typed at once')
})

test('what stands in the box for pasting is kept, and read before a promotion', async () => {
  const desk = aDesk()
  desk.write('company', 'Example AS')
  desk.write('paste', 'Sample Person')
  expect((await journal.readOpen())?.fields.paste).toBe('Sample Person')
  await desk.promote()
  expect(await db.frozen.toArray()).toMatchObject([{ lead: { person: { name: 'Sample Person' } } }])
})

const SIGNATURE = 'Sample Person\nSalgssjef\nExample AS\nTlf: 22 33 44 55\nsample@example.com'

test('a paste fills what is empty, and each field can be taken back', async () => {
  const desk = aDesk()
  desk.write('company', 'Typed AS')
  await desk.paste(SIGNATURE)
  const { draft, pasted } = desk.state()
  expect(draft.fields).toMatchObject({ name: 'Sample Person', company: 'Typed AS', paste: '' })
  expect(pasted.map(({ field }) => field)).toEqual(['name', 'title', 'email', 'phone'])
  desk.undoPasted('phone')
  expect(desk.state().draft.fields).toMatchObject({
    phone: '',
    notes: 'Example AS\nTlf: 22 33 44 55',
  })
  expect(desk.state().pasted.map(({ field }) => field)).toEqual(['name', 'title', 'email'])
})

test('what was written over since is not taken back', async () => {
  const desk = aDesk()
  await desk.paste(SIGNATURE)
  desk.write('name', 'Sample Other')
  desk.undoPasted('name')
  expect(desk.state().draft.fields.name).toBe('Sample Other')
})

test('what was pasted while an earlier paste was being read is read with it', async () => {
  const back = createBack(() => 'NO', journal, db)
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>()
  const asked: string[] = []
  const both = `sample@example.com\n${SIGNATURE}`
  const slow = async (text: string) => {
    asked.push(text)
    await answered
    return reader(text)
  }
  const desk = createDesk(
    { journal, back: async () => back, reader: slow, newId: anId, today: () => '', pause, later },
    undefined,
    true,
  )
  const reading = [desk.paste('sample@example.com'), desk.paste(both)]
  desk.write('company', 'Typed AS')
  answer()
  await Promise.all(reading)
  const { draft } = desk.state()
  expect(draft.fields).toMatchObject({ name: 'Sample Person', company: 'Typed AS', paste: '' })
  expect(asked.slice(0, 2)).toEqual(['sample@example.com', both])
})

test('a paste is kept before it is read, and stays in the box where it can’t be', async () => {
  const back = createBack(() => 'NO', journal, db)
  const lost = async () => Promise.reject(new Error('Failed to fetch dynamically imported module'))
  const desk = createDesk(
    { journal, back: async () => back, reader: lost, newId: anId, today: () => '', pause, later },
    undefined,
    true,
  )
  desk.write('company', 'Example AS')
  const pasted = desk.paste(SIGNATURE)
  expect((await journal.readOpen())?.fields.paste).toBe(SIGNATURE)
  await pasted
  expect(desk.state()).toMatchObject({ notice: 'failed', draft: { fields: { paste: SIGNATURE } } })
  await desk.promote()
  expect(desk.state().lead.is).toBe('draft')
})

test('a button that the database fails leaves things as they were, and says so', async () => {
  const desk = aDesk()
  writeSample(desk)
  await desk.promote()
  vi.spyOn(db, 'transaction').mockRejectedValue(new Error('UnknownError'))
  await desk.takeBack()
  expect(desk.state()).toMatchObject({ notice: 'failed', lead: { is: 'waiting' } })
})

/** A desk with a person on it whom the CRM has. */
async function aDeskWithCard() {
  const desk = aDesk()
  writeSample(desk)
  await desk.promote()
  const leased = await leaseDue(db)
  await putRows(
    db,
    (leased?.rows ?? []).map(row => onCard(row, { id: '7' })),
  )
  await until(desk, () => desk.state().lead.is === 'on-card')
  return desk
}

test('a lead on the card can be edited, and goes out as a new revision', async () => {
  const desk = await aDeskWithCard()
  await desk.edit()
  expect(desk.isWritable()).toBe(true)
  desk.write('title', 'Head of Examples')
  await desk.promote()
  expect(await outboxOf(db)).toMatchObject([
    { phase: 'queued', revision: 2, confirmed: { revision: 1, card: { id: '7' } } },
  ])
  expect(await db.drafts.toArray()).toMatchObject([{ fields: { title: 'Head of Examples' } }])
})

test('an edit that is discarded leaves what is on the card, and Undo brings it back', async () => {
  const desk = await aDeskWithCard()
  await desk.edit()
  desk.write('title', 'Head of Examples')
  await vi.waitFor(async () =>
    expect(await db.drafts.toArray()).toMatchObject([{ fields: { title: 'Head of Examples' } }]),
  )
  await desk.discard()
  expect(await db.drafts.toArray()).toMatchObject([{ fields: { title: '' } }])
  expect(await outboxOf(db)).toMatchObject([{ phase: 'on-card' }])
  desk.undoDiscard()
  await vi.waitFor(async () =>
    expect(await db.drafts.toArray()).toMatchObject([{ fields: { title: 'Head of Examples' } }]),
  )
  expect(await outboxOf(db)).toMatchObject([{ phase: 'on-card', edited: true }])
  expect(desk.state()).toMatchObject({ notice: undefined, lead: { is: 'draft' } })
})

test('an edit that was taken back and then discarded leaves what is on the card, too', async () => {
  const desk = await aDeskWithCard()
  await desk.edit()
  desk.write('title', 'Head of Examples')
  await desk.promote()
  await desk.takeBack()
  await desk.discard()
  expect(await db.drafts.toArray()).toMatchObject([{ fields: { title: '' } }])
  expect(await outboxOf(db)).toMatchObject([{ phase: 'on-card', revision: 1 }])
})

test('New person that is pressed during a promotion waits for it, and mixes up nobody', async () => {
  const desk = aDesk()
  writeSample(desk)
  const promoting = desk.promote()
  desk.newPerson()
  expect(desk.state().lead.is).toBe('promoting')
  await promoting
  await until(desk, () => desk.state().lead.is === 'draft')
  expect(desk.state().draft.fields.name).toBe('')
  expect(await outboxOf(db)).toHaveLength(1)
})

test('and who lacks something stays on the form, with the reason', async () => {
  const desk = aDesk()
  desk.write('name', 'Sample Person')
  const promoting = desk.promote()
  desk.newPerson()
  await promoting
  expect(desk.state()).toMatchObject({
    draft: { fields: { name: 'Sample Person' } },
    faults: { company: 'company-missing' },
  })
})

test('somebody else comes onto the form, and whoever stood there is kept', async () => {
  const other = aDraft({ name: 'Somebody Else' })
  await saveDraft(db, other)
  const desk = aDesk()
  writeSample(desk)
  const left = desk.state().draft
  desk.open(other)
  desk.write('notes', 'called')
  expect(desk.state().draft.fields).toMatchObject({ name: 'Somebody Else', notes: 'called' })
  await vi.waitFor(async () => expect(await db.drafts.get(left.id)).toMatchObject({ id: left.id }))
  expect(await journal.readOpen()).toMatchObject({ id: other.id, fields: { notes: 'called' } })
})

test('somebody who was promoted is shown as such when they come onto the form', async () => {
  const other = aDraft()
  await saveDraft(db, other)
  await createBack(() => 'NO', journal, db).promote(other.id)
  const desk = aDesk()
  desk.open(other)
  await until(desk, () => desk.state().lead.is === 'waiting')
  await vi.waitFor(async () => expect(await journal.readOpen()).toBeUndefined())
})

test('where somebody is, and what sticks, stands on each new form', () => {
  const desk = aDesk()
  desk.begin(last => ({ where: 'Example Fair', tags: last?.tags ?? 'fair' }))
  expect(desk.state().draft.fields).toMatchObject({ where: 'Example Fair', tags: 'fair' })
  writeSample(desk)
  desk.write('tags', 'vip')
  desk.newPerson()
  expect(desk.state().draft.fields).toMatchObject({ where: 'Example Fair', tags: 'vip' })
  desk.begin(() => ({ where: '', tags: '' }))
  expect(desk.state().draft.fields).toMatchObject({ where: '', tags: '' })
})

test('what was typed before the form knew where one is stays, and a draft of before is left alone', async () => {
  const fresh = aDesk()
  fresh.write('where', 'At the door')
  fresh.begin(() => ({ where: 'Example Fair', tags: 'fair' }))
  expect(fresh.state().draft.fields).toMatchObject({ where: 'At the door', tags: 'fair' })
  expect(await journal.readOpen()).toMatchObject({ fields: { tags: 'fair' } })
  const kept = aDesk(aDraft())
  kept.begin(() => ({ where: 'Example Fair' }))
  expect(kept.state().draft.fields.where).toBe('')
})

test('a form that stood empty overnight is about the day on which somebody writes in it', async () => {
  let today = '2026-11-23'
  const back = createBack(() => 'NO', journal, db)
  const deps = { journal, back: async () => back, reader, newId: anId, pause, later }
  const desk = createDesk({ ...deps, today: () => today }, undefined, true)
  today = '2026-11-24'
  desk.write('name', 'S')
  expect(desk.state().draft.fields.metOn).toBe('2026-11-24')
  today = '2026-11-25'
  desk.write('name', 'Sa')
  expect(desk.state().draft.fields.metOn).toBe('2026-11-24')
})
