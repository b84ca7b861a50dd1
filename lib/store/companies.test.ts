import { expect, test } from 'vitest'
import { aDatabase, promoteDrafts } from '../../tests/fakes/database.ts'
import { aDraft } from '../../tests/fakes/drafts.ts'
import { dueRows, putRows } from '../../tests/fakes/queue.ts'
import { findCompanies } from './companies.ts'
import type { Database } from './database.ts'
import { saveDraft } from './drafts.ts'
import { onCard } from './transitions.ts'

async function met(db: Database, ...companies: string[]) {
  for (const company of companies) await saveDraft(db, aDraft({ company }))
}

const names = async (db: Database, typed: string, limit = 8) =>
  (await findCompanies(db, typed, 'nobody', limit)).map(({ name }) => name)

test('companies are suggested by how they begin, the last one first, each once', async () => {
  const db = aDatabase()
  await met(db, 'Example AS', 'Sample AS', 'Exotic GmbH', 'EXAMPLE', 'Østre Ås', 'Exotic GmbH')
  expect(await names(db, 'ex')).toEqual(['Exotic GmbH', 'EXAMPLE'])
  expect(await names(db, 'Example A')).toEqual(['Example AS'])
  expect(await names(db, 'ostre aas')).toEqual(['Østre Ås'])
  expect(await names(db, 'xa')).toEqual([])
  expect(await names(db, '!')).toEqual([])
  expect(await names(db, '', 2)).toEqual(['Exotic GmbH', 'Østre Ås'])
})

test('a company of long ago is found by its name, among many of the same beginning', async () => {
  const db = aDatabase()
  await met(db, 'Example Old AS', 'Example Old AS')
  for (let n = 0; n < 250; n++) await met(db, n % 2 === 0 ? 'Example New AS' : 'Sample AS')
  expect(await names(db, 'example o')).toEqual(['Example Old AS'])
  expect(await names(db, 'example')).toEqual(['Example New AS', 'Example Old AS'])
  expect(await names(db, '')).toEqual(['Sample AS', 'Example New AS'])
})

test('the draft in which somebody types suggests nothing to itself', async () => {
  const db = aDatabase()
  const draft = aDraft({ company: 'Exam' })
  await met(db, 'Example AS')
  await saveDraft(db, draft)
  expect(await findCompanies(db, 'Exam', draft.id, 8)).toEqual([{ name: 'Example AS' }])
})

test('what the card is called goes before what was written, with its number', async () => {
  const db = aDatabase()
  const draft = aDraft({ company: 'example as' })
  await promoteDrafts(db, [draft])
  const card = { id: '7', name: 'Example AS', number: '923609016' }
  const [queued] = await dueRows(db)
  if (queued) await putRows(db, [onCard(queued, card)])
  await met(db, 'Example')
  expect(await findCompanies(db, 'exam', 'nobody', 8)).toEqual([
    { name: 'Example AS', number: '923609016' },
  ])
})
