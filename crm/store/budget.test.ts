import { expect, it } from 'vitest'
import { onEachDatabase } from '../testing/databases.ts'
import { spendRequest } from './budget.ts'

onEachDatabase('a budget', bench => {
  it('is one, however many ask at once', async () => {
    const { db, colleague, other } = bench()
    const all = Array.from({ length: 30 }, (_, n) => spendRequest(db, n % 3 ? colleague : other, 6))
    const passed = await Promise.all(all)
    expect(passed.filter((passes, n) => passes && n % 3 !== 0)).toHaveLength(6)
    expect(passed.filter((passes, n) => passes && n % 3 === 0)).toHaveLength(6)
  })
})
