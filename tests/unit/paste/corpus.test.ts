import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Case, casesOf, onOneLine, readCase, score } from './measure.ts'

const LEAST = { name: 0.92, title: 0.88, company: 0.88, emails: 0.95, phones: 0.95 }
/** What is left of it where the line breaks are lost. */
const LEAST_FLAT = { name: 0.88, title: 0.88, company: 0.85, emails: 0.95, phones: 0.98 }

const own = casesOf(readFileSync(join(import.meta.dirname, 'cases.jsonl'), 'utf8'))
/** Where a corpus of the field lies: where `PASTE_CORPUS` says, or in a folder beside the checkout. */
const shared =
  process.env.PASTE_CORPUS ?? join(process.cwd(), '..', 'shared', 'corpus', 'signatures.jsonl')

function holds(cases: readonly Case[]) {
  const { f1, wrong } = score(cases)
  for (const [field, least] of Object.entries(LEAST)) {
    expect(f1[field as keyof typeof LEAST], `${field}\n${wrong.join('\n')}`).toBeGreaterThanOrEqual(
      least,
    )
  }
  const flat = score(cases, (text, country) => readCase(onOneLine(text), country))
  for (const [field, least] of Object.entries(LEAST_FLAT)) {
    const value = flat.f1[field as keyof typeof LEAST]
    expect(value, `${field} on one line\n${flat.wrong.join('\n')}`).toBeGreaterThanOrEqual(least)
  }
}

describe('our own cases', () => {
  test('are read as well as promised', () => holds(own))

  test('no number is a fax', () => {
    const faxes = own.flatMap(({ text, country }) => {
      const phones = readCase(text, country).phones ?? []
      const lines = text.split(/\n|[|•·]| {2,}/).filter(part => /fax|faks/i.test(part))
      const digits = lines.map(part =>
        part
          .replace(/^.*(?:fax|faks)/i, '')
          .replace(/\D/g, '')
          .slice(-7),
      )
      return phones.filter(phone => digits.some(fax => fax.length === 7 && phone.endsWith(fax)))
    })
    expect(faxes).toEqual([])
  })
})

test('a corpus beside this checkout is read as well as promised', context => {
  if (!existsSync(shared))
    return context.skip('No corpus beside this checkout, nor at PASTE_CORPUS.')
  holds(casesOf(readFileSync(shared, 'utf8')))
})
