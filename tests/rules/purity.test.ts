import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../commands/checks/tool.ts'

/** Whoever plans, sends and settles is handed time, chance and the network: else no test is one. */
const PURE = [
  'lib/sync/plan.ts',
  'lib/sync/settle.ts',
  'lib/sync/run.ts',
  'lib/sync/wake.ts',
  'lib/sync/pace.ts',
  'lib/sync/backoff.ts',
  'lib/store/transitions.ts',
  'lib/crm/steps.ts',
  'lib/crm/open/push.ts',
  'lib/crm/open/parts.ts',
]

const WORLDLY =
  /\b(?:Date\.now|new Date\b|Math\.random|set(?:Timeout|Interval|Immediate)|fetch\(|performance\b|crypto\b|browser\b|chrome\b|navigator\b|globalThis\b)/

const codeOf = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*|'[^']*'/g, '')

it.each(PURE)('%s has no clock, no chance and no network of its own', path => {
  expect(codeOf(readFileSync(join(ROOT, path), 'utf8'))).not.toMatch(WORLDLY)
})

it.each([
  'Date.now()',
  'new Date()',
  'Math.random()',
  'setTimeout(go, 1)',
  'fetch(url)',
  'performance.now()',
])('and %s would be found', code =>
  expect(codeOf(`/* fine */ const it = ${code}`)).toMatch(WORLDLY),
)
