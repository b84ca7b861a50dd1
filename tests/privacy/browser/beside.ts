import { expect } from '@playwright/test'
import { DRAFT_FIELDS, type Draft } from '../../../lib/lead/draft.ts'
import { button, start, writeDown } from '../../e2e/steps.ts'
import { startExtension } from '../../harness/extension.ts'
import type { Breach } from '../breach.ts'
import { canariesIn } from '../canary.ts'
import { openGate, type Passed } from '../gate/gate.ts'
import { draftOf, idOf, seedDrafts } from './seed.ts'
import { CRM, SITES } from './sites.ts'

/** The people who are promoted, the same beside whomever. */
const PROMOTED: readonly Draft[] = [1, 2, 3].map(index =>
  draftOf(idOf('8000', index), {
    ...{ name: `Sample Promoted ${index}`, title: 'Head of Åse', phone: '+47 22 33 44 55' },
    ...{ email: `sample.${index}@example.com`, profile: 'example.com/sample', notes: 'One\nTwo' },
    ...{ where: 'The fair', followUp: '2027-01-31', paste: `kanari-paste-${index}` },
  }),
)

/** A draft with a canary in every field that takes text. */
function privateDraft(set: string, index: number): Draft {
  const fields = Object.fromEntries(
    DRAFT_FIELDS.map(field => [field, `kanari-${set}${index}-${field}`]),
  )
  const read = { relation: index % 2 === 0 ? 'personal' : 'prospect', metOn: '1911-02-03' }
  return draftOf(idOf(set === 'a' ? 'aaaa' : 'bbbb', index), { ...fields, ...read })
}

export interface Surroundings {
  readonly name: string
  /** Written down before the promoted ones, and after them. */
  readonly older: readonly Draft[]
  readonly newer: readonly Draft[]
}

const some = (set: string, from: number, count: number) =>
  Array.from({ length: count }, (_, index) => privateDraft(set, from + index))

export const FEW: Surroundings = { name: 'a', older: some('a', 0, 1), newer: some('a', 1, 2) }
export const MANY: Surroundings = { name: 'b', older: some('b', 0, 90), newer: some('b', 90, 47) }

export interface Told {
  /** Every byte that the CRM was told, over all connections in turn, after TLS was taken off. */
  readonly bytes: string
  readonly requests: readonly Passed[]
}

/** Promotes the same people beside other private drafts, in a browser of their own. */
export async function promoteBeside(
  { name, older, newer }: Surroundings,
  folder: string,
): Promise<Told> {
  const gate = await openGate(SITES)
  const extension = await startExtension({ extension: folder, extra: gate.flags })
  try {
    await start(extension, { address: `https://${CRM}`, token: 'sample-token' })
    const form = await extension.open('popup.html')
    await writeDown(form, { name: `kanari-${name}-open`, notes: `kanari-${name}-open-notes` })
    const list = await extension.open('options.html#leads')
    await expect(list.getByRole('row').filter({ hasText: `kanari-${name}-open` })).toBeVisible()
    await seedDrafts(list, [...older, ...PROMOTED, ...newer])
    await list.getByLabel('Search leads').fill('promoted')
    for (const { fields } of PROMOTED) {
      await list.getByRole('checkbox', { name: `Select ${fields.name}` }).check()
    }
    await button(list, 'Promote selected').click()
    await expect(list.getByRole('link', { name: 'On the card' })).toHaveCount(PROMOTED.length)
  } finally {
    await extension.close()
    await gate.close()
  }
  const requests = gate.passed.filter(({ origin }) => origin === `https://${CRM}`)
  const bytes = gate.bytesTo(CRM)
  if (!bytes.includes('"leads":[')) throw new Error('The recorder at the gate heard no lead')
  return { bytes, requests }
}

/**
 * Every header that may be on a request. None differs between two runs in one browser, so nothing is
 * taken out of the bytes before they are compared; between two people, `user-agent` tells which
 * browser it is, as it does for every page that it opens.
 */
const HEADERS = new Set([
  // the door's
  ...['accept', 'accept-language', 'authorization', 'content-type'],
  // the platform's, for a body and for asking not to be kept in a cache
  ...['host', 'connection', 'content-length', 'accept-encoding', 'pragma', 'cache-control'],
  // the platform's, on behalf of the server: who asks, and a preflight
  ...['origin', 'sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest'],
  ...['access-control-request-method', 'access-control-request-headers'],
  ...['user-agent'],
])

const CANARIES = [FEW, MANY].flatMap(({ name, older, newer }) => [
  ...[`kanari-${name}-open`, `kanari-${name}-open-notes`],
  ...[...older, ...newer].flatMap(({ id, fields }) => [
    id,
    ...Object.values(fields).filter(text => text.startsWith('kanari-')),
  ]),
])

/** Compares what a CRM was told beside few private drafts and beside many. */
export function tellsApart(few: Told, many: Told): Breach[] {
  const both = [few, many]
  const pastes = PROMOTED.map(({ fields }) => fields.paste)
  const names = both.flatMap(({ requests }) => requests.flatMap(one => Object.keys(one.headers)))
  const others = [...new Set(names)].filter(name => !HEADERS.has(name))
  return [
    ...(few.bytes === many.bytes ? [] : [differ(few.bytes, many.bytes)]),
    ...canariesIn(few.bytes + many.bytes, [...CANARIES, ...pastes]).map(detail => ({
      kind: 'a canary left' as const,
      detail,
    })),
    ...others.map(detail => ({ kind: 'more than the reviewed lead left' as const, detail })),
  ]
}

function differ(a: string, b: string): Breach {
  const at = [...a].findIndex((byte, index) => byte !== b[index])
  const from = Math.max(0, at - 60)
  const detail = `${a.slice(from, at + 60)} | ${b.slice(from, at + 60)}`
  return { kind: 'drafts change the traffic', detail }
}
