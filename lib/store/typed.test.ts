import { expect, test } from 'vitest'
import { aDatabase } from '../../tests/fakes/database.ts'
import { aDraft } from '../../tests/fakes/drafts.ts'
import { saveDraft } from './drafts.ts'
import { findTyped } from './typed.ts'

const db = aDatabase()
for (const [name, company] of [
  ['Kari Nordmann', 'Example AS'],
  ['Kari Nordmann', 'Prøve AS'],
  ['Åse Sørby', 'Example AS'],
  ['Ola Karlsen', ''],
  ['Nobody', 'Other AS'],
] as const) {
  const where = name === 'Nobody' ? 'Kari Example' : ''
  await saveDraft(db, aDraft({ name, company, where }))
}

test.each<[string, string[]]>([
  ['kari', ['Kari Nordmann, Prøve AS', 'Kari Nordmann, Example AS']],
  ['KAR nor ex', ['Kari Nordmann, Example AS']],
  ['ase', ['Åse Sørby, Example AS']],
  ['example', ['Åse Sørby, Example AS', 'Kari Nordmann, Example AS']],
  ['kar', ['Ola Karlsen, ', 'Kari Nordmann, Prøve AS']],
  ['kari other', []],
  ['k', []],
  ['', []],
])('who types %j is shown %j', async (typed, shown) => {
  const rows = await findTyped(db, typed, 2)
  expect(rows.map(({ fields }) => `${fields.name}, ${fields.company}`)).toEqual(shown)
})

test('a word that thousands have hides nobody', async () => {
  const many = aDatabase()
  const rows = Array.from({ length: 3500 }, (_, n) => ({
    ...{ ...aDraft({ name: `Kari Sample${n}` }), order: n, revision: 0 },
    tokens: ['kari', `sample${n}`, 'example', 'as'],
  }))
  await many.drafts.bulkPut(rows)
  const found = await findTyped(many, 'kari sample3477', 5)
  expect(found.map(({ fields }) => fields.name)).toEqual(['Kari Sample3477'])
})
