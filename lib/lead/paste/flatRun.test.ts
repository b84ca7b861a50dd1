import { expect, test } from 'vitest'
import { flatCuts } from './flatRun.ts'
import { wordsIn } from './runTitle.ts'

const known = { brands: ['example'], locals: ['kari.nordmann'] }

/** The row with a bar where a line begins. */
function lined(row: string, place = {}): string {
  const cuts = flatCuts(row, known, place)
  return wordsIn(row)
    .map(({ text }, at) => (cuts?.includes(at) ? `| ${text}` : text))
    .join(' ')
}

test.each([
  // The title is small, or has a slash, or an object.
  'KARI NORDMANN | montør / bas | Prøvegutta Oslo AS',
  'Kari Nordmann | Director, Building Surveying | Sample & Example LLP',
  'Kari Nordmann | Head of Lab Automation | Example Ltd',
  'Kari Nordmann | Community Engagement Officer | Sample Housing Association Limited',
  // A name of three words is whole, and what goes behind it belongs to it.
  'Kari Prøve Nordmann | Veterinær | Dyreklinikken Example AS',
  'Kari W. Nordmann III | Styreleder | Nordmann Rederi AS',
  // The company is as long as it is called, and may stand first.
  'Kari Nordmann | Butikksjef | Kaffebrenneriet Example & Sample AS',
  'Example Bygg AS | Kari Nordmann | Snekker',
  'Kari Nordmann | Vaktmester | Sameiet Prøvebakken 2-8',
  'Kari Nordmann | fastighetsskötare | Bostads AB Exempel',
  // One word more says whose the company is, and no more.
  'Kari Nordmann | Rådgiver hos Example AS',
  // A department stands by itself.
  'Kari Nordmann | Rådgivare | Enheten för digital prøve | Region Exempel',
  // What stands beneath a greeting comes again.
  'Kari Anne | Kari Anne Nordmann | Salgssjef',
])('%s', row => expect(lined(row.replaceAll('| ', ''))).toBe(row))

test('beneath a greeting no row is a sentence', () => {
  const row = 'Kari Nordmann | avdelingsleder | Prøve bu- og omsorgssenter'
  expect(lined(row.replaceAll('| ', ''), { isGreeted: true })).toBe(row)
})

test('a nickname is told apart beneath a greeting alone', () => {
  const row = 'Kasia Katarzyna Nordmann-Prøve Renholdsleder'
  expect(lined(row, { isGreeted: true })).toBe('Kasia | Katarzyna Nordmann-Prøve | Renholdsleder')
  expect(lined(row)).toBe('Kasia Katarzyna Nordmann-Prøve | Renholdsleder')
})

test.each([
  ['a company alone', 'Prøvebygda Tidende AS'],
  ['a dash that parts by itself', 'Kari Nordmann – Salgssjef'],
  ['somebody and somebody else', 'Kari Nordmann og Ola Nordmann'],
  ['a town behind its post code', '6800 Ytre Prøve Example AS'],
])('nothing is cut in %s', (_, row) => expect(flatCuts(row, known)).toEqual([]))

test.each([
  ['a sentence', 'Jeg har snakket med Kari Nordmann om dette, og hun er salgssjef i dag.', {}],
  ['written data', '{"name":"Kari Nordmann","title":"Salgssjef"}', {}],
  ['a title alone between marks', 'Supply Teacher', { isCell: true }],
])('%s is left to others', (_, row, place) => expect(flatCuts(row, known, place)).toBeUndefined())

test('a number stays whole before the address of a company', () => {
  const row = '+47 406 55 913 example.test'
  expect(lined(row)).toBe(row)
})
