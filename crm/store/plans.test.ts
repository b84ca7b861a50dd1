import { expect, it } from 'vitest'
import { onEachDatabase } from '../testing/databases.ts'
import { SEEDED, seedCards } from '../testing/seed-cards.ts'
import { listCards, listQueries } from './list-cards.ts'

/** Enough that reading a whole table is never the best way to a few of its rows. */
const CARDS = 15_000

type Asked = { search?: string; after?: number }

/** What is asked, and how many cards the first page has. */
const CASES: [string, Asked, number][] = [
  ['the list', {}, 50],
  ['a late page of the list', { after: 2000 }, 50],
  ['a word that many cards have', { search: SEEDED.common }, 50],
  ['a word that only old cards have', { search: SEEDED.old }, 50],
  ['a rare word', { search: SEEDED.rare }, 2],
  ['a part of a word', { search: 'qer' }, 2],
  ['one letter', { search: 'b' }, 50],
  ['two letters', { search: 'be' }, 50],
  ['two letters that two cards have', { search: 'zq' }, 2],
  ['two letters that begin no word', { search: 'qe' }, 0],
  ['a word that no card has', { search: SEEDED.absent }, 0],
  ['a rare word and a common one', { search: `${SEEDED.rare} ${SEEDED.old}` }, 1],
  ['an e-mail', { search: 'person1@company777.example' }, 1],
  ['a part of a phone', { search: '40001555' }, 1],
  ['a number, late', { search: '900000007', after: 8 }, 1],
]

onEachDatabase(`at ${CARDS} cards`, bench => {
  it('the list and every search read indexes, and no whole table', async () => {
    const { db, colleague } = bench()
    await seedCards(db, CARDS, colleague)
    for (const [name, { search = '', after = null }, count] of CASES) {
      const question = { search, after }
      const { cards, next } = await listCards(db, question)
      expect(cards.length, name).toBe(count)
      for (const query of listQueries(db, question)) {
        const plan = (await query.explain('text')).map(line => Object.values(line)[0]).join('\n')
        expect(plan, name).not.toMatch(/Seq Scan/)
        if (next !== null && (await query.execute()).length > count) break
      }
    }
  }, 120_000)
})
