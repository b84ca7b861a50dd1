import { beforeEach, expect, test, vi } from 'vitest'
import { browser } from 'wxt/browser'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { aDatabase } from '../../tests/fakes/database.ts'
import { aDraft } from '../../tests/fakes/drafts.ts'
import { reader } from '../../tests/fakes/reader.ts'
import { offer } from '../intake/offer.ts'
import type { Draft } from '../lead/draft.ts'
import { journal } from '../store/journal.ts'
import { createBack } from './back.ts'
import { createDesk } from './desk.ts'
import { collectHanded, type Handed } from './handed.ts'

let said: Handed[] = []

beforeEach(async () => {
  fakeBrowser.reset()
  await browser.storage.session.clear()
  said = []
})

/** A form with a draft on it, that has collected what was handed over. */
function aForm(draft?: Draft) {
  const db = aDatabase()
  const back = createBack(() => 'NO', journal, db)
  const desk = createDesk(
    {
      journal,
      back: async () => back,
      reader,
      newId: () => crypto.randomUUID(),
      today: () => '2026-11-23',
      pause: async () => undefined,
      later: () => undefined,
    },
    draft,
    true,
  )
  collectHanded(desk, handed => said.push(handed))
  return desk
}

test('a selection is read into the fields, each of which can be taken back', async () => {
  const text = 'Kari Nordmann Salgssjef Example AS kari.nordmann@example.com +47 912 34 567'
  const draft = aDraft({ name: '', company: '', paste: text }, crypto.randomUUID())
  await offer.write({ is: 'text', draftId: draft.id })
  const desk = aForm(draft)
  await vi.waitFor(() => expect(desk.state().draft.fields.name).toBe('Kari Nordmann'))
  expect(desk.state().draft.fields).toMatchObject({ company: 'Example AS', paste: '' })
  expect(desk.state().pasted.map(({ field }) => field)).toContain('email')
  expect(await offer.read()).toBeUndefined()
})

test('a form that is open already collects as well', async () => {
  const draft = aDraft({ name: '', company: '', paste: 'kari@example.com' }, crypto.randomUUID())
  const desk = aForm(draft)
  await offer.write({ is: 'text', draftId: draft.id })
  await vi.waitFor(() => expect(desk.state().draft.fields.email).toBe('kari@example.com'))
})

test('what is typed in the box by hand is left alone', async () => {
  await offer.write({ is: 'text', draftId: crypto.randomUUID() })
  const desk = aForm(aDraft({ email: '', paste: 'kari@example.com' }, crypto.randomUUID()))
  await offer.write({ is: 'nothing', why: 'people' })
  await vi.waitFor(() => expect(said).toEqual([{ is: 'nothing', why: 'people' }]))
  expect(desk.state().draft.fields).toMatchObject({ email: '', paste: 'kari@example.com' })
})

test('why nothing was taken is said once', async () => {
  await offer.write({ is: 'nothing', why: 'no-name' })
  aForm()
  await vi.waitFor(() => expect(said).toHaveLength(1))
  expect(await offer.read()).toBeUndefined()
})

test('the address of a profile is offered again as long as the draft is there', async () => {
  const draft = aDraft({}, crypto.randomUUID())
  await offer.write({ is: 'name', draftId: draft.id, profile: 'https://x.com/sample' })
  const desk = aForm(draft)
  await vi.waitFor(() => expect(said).toHaveLength(1))
  expect(desk.state().draft.fields.profile).toBe('')
  expect(await offer.read()).toMatchObject({ is: 'name' })
})

test('words that no disk took stand on the form, beside whoever was on it', async () => {
  const before = aDraft()
  await journal.keep(before)
  const desk = aForm(before)
  await offer.write({ is: 'unkept', field: 'name', text: 'Sample Other' })
  await vi.waitFor(() => expect(desk.state().draft.fields.name).toBe('Sample Other'))
  expect((await journal.readOpen())?.fields.name).toBe('Sample Other')
  expect(desk.state().draft.id).not.toBe(before.id)
})
