import { existsSync, globSync } from 'node:fs'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '../commands/checks/tool.ts'
import { cruise, type Violation } from './cruise.ts'

const FOLDERS = ['entrypoints', 'components', 'lib', 'assets', 'crm', 'tests']

describe('this checkout', () => {
  it('keeps the rules, and all of it was looked at', async () => {
    const folders = FOLDERS.filter(folder => existsSync(join(ROOT, folder)))
    const { violations, modules } = await cruise(ROOT, folders)
    const pattern = `{${folders.join(',')}}/**/*.{ts,tsx,mjs}`
    const sources = globSync(pattern, { cwd: ROOT })
    expect(violations).toEqual([])
    expect(modules).toBeGreaterThanOrEqual(sources.length)
  })
})

/** What the planted imports point to. */
const THERE = [
  'entrypoints/background.ts',
  'components/Field.tsx',
  'assets/colours.ts',
  'crm/server.ts',
  'tests/helper.ts',
  'lib/lead/schema.ts',
  'lib/store/drafts.ts',
  'lib/store/bench.test.ts',
  'lib/sync/runner.ts',
  'lib/crm/door.ts',
  'lib/crm/open/contract.ts',
  'lib/crm/open/push.ts',
]

/** Rule, the file that breaks it, and what it imports. */
const PLANTED: [rule: string, from: string, to: string][] = [
  ['room-lead', 'lib/lead/a.ts', '../store/drafts.ts'],
  ['room-language', 'lib/language/a.ts', '../lead/schema.ts'],
  ['room-privacy', 'lib/privacy/a.ts', '../crm/open/push.ts'],
  ['room-settings', 'lib/settings/a.ts', '../store/drafts.ts'],
  ['room-store', 'lib/store/a.ts', '../sync/runner.ts'],
  ['room-crm', 'lib/crm/a.ts', '../store/drafts.ts'],
  ['room-sync', 'lib/sync/a.ts', '../../components/Field.tsx'],
  ['room-desk', 'lib/desk/a.ts', '../../entrypoints/background.ts'],
  ['known-rooms', 'lib/attic/a.ts', '../lead/schema.ts'],
  ['lead-is-pure', 'lib/lead/b.ts', 'preact'],
  ['only-store-knows-dexie', 'lib/sync/b.ts', 'dexie'],
  ['components-draw', 'components/A.tsx', 'wxt/browser'],
  ['components-draw', 'components/B.tsx', 'webextension-polyfill'],
  ['components-draw', 'components/B2.tsx', 'dexie'],
  ['components-take-types-from-rooms-with-effects', 'components/C.tsx', '../lib/store/drafts.ts'],
  ['components-below-entrypoints', 'components/D.tsx', '../entrypoints/background.ts'],
  ['connectors-know-no-browser', 'lib/crm/b.ts', 'wxt/browser'],
  ['one-door', 'entrypoints/popup/main.tsx', '../../lib/crm/door.ts'],
  ['one-door', 'lib/sync/c.ts', '../crm/door.ts'],
  ['crm-takes-the-contract', 'crm/a.ts', '../lib/crm/open/push.ts'],
  ['extension-without-crm', 'lib/desk/c.ts', '../../crm/server.ts'],
  ['no-tests-in-code', 'lib/store/c.ts', '../../tests/helper.ts'],
  ['no-tests-in-code', 'lib/store/d.ts', './bench.test.ts'],
  ['assets-use-nothing', 'assets/a.ts', '../lib/lead/schema.ts'],
  ['no-cycles', 'lib/desk/d.ts', './d.ts'],
  ['resolves', 'lib/desk/e.ts', './nowhere.ts'],
]

/** Imports that look alike and are allowed. */
const ALLOWED: [from: string, to: string][] = [
  ['lib/lead/phones.ts', 'libphonenumber-js/min'],
  ['lib/lead/check.ts', 'zod/mini'],
  ['lib/store/tables.ts', 'dexie'],
  ['crm/endpoint.ts', '../lib/crm/open/contract.ts'],
  ['lib/sync/fine.ts', '../crm/open/push.ts'],
  ['lib/sync/fine.test.ts', '../../tests/helper.ts'],
]

describe('planted violations', () => {
  let folder: string
  let found: readonly Violation[]

  const plant = async (path: string, code: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), code)
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'planted-'))
    await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction')
    await plant('tsconfig.json', '{"compilerOptions": {"allowImportingTsExtensions": true}}')
    for (const path of THERE) await plant(path, 'export const there = 1\n')
    for (const [, from, to] of PLANTED) await plant(from, `import * as it from '${to}'\nit\n`)
    for (const [from, to] of ALLOWED) await plant(from, `import * as it from '${to}'\nit\n`)
    await plant('components/E.tsx', "import type { there } from '../lib/store/drafts.ts'\n")
    found = (await cruise(folder, FOLDERS)).violations
  }, 60_000)

  afterAll(() => rm(folder, { recursive: true, force: true }))

  it.each(PLANTED)('%s is found in %s', (rule, from) => {
    expect(found.filter(violation => violation.from === from).map(({ rule }) => rule)).toContain(
      rule,
    )
  })

  it('finds nothing where nothing is wrong', () => {
    const fine = [...ALLOWED.map(([from]) => from), 'components/E.tsx', ...THERE]
    expect(found.filter(({ from }) => fine.includes(from))).toEqual([])
  })
})
