import { expect, test } from 'vitest'
import { PROBLEMS } from '../lead/problem.ts'
import { problemOfStatus } from './status.ts'

test('every status from 100 to 599 has a meaning', () => {
  const meanings: Record<string, number[]> = {}
  for (let status = 100; status < 600; status += 1) {
    const problem = problemOfStatus(status)
    if (problem !== undefined) expect(PROBLEMS).toHaveProperty(problem)
    meanings[problem ?? 'none'] = [...(meanings[problem ?? 'none'] ?? []), status]
  }
  expect(meanings['token-rejected']).toEqual([401])
  expect(meanings.forbidden).toEqual([402, 403])
  expect(meanings.busy).toEqual([409, 421, 425, 429])
  expect(meanings['no-such-api']).toEqual([404, 405, 406, 410, 415])
  expect(meanings.redirected).toHaveLength(100)
  expect(meanings['server-error']).toHaveLength(99)
  expect(meanings['bad-answer']).toHaveLength(100)
  expect(meanings.none?.filter(status => status < 300)).toHaveLength(100)
})
