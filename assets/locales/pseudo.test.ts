import { readFileSync } from 'node:fs'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { expect, it } from 'vitest'
import { pseudo } from './pseudo.ts'

it.each([
  ['', ''],
  ['Name', 'Ñààɱéé'],
  ['CRM', 'ĆŘṀṀṀ'],
  ['Each: 1, 2 …', 'ÉÉàćĥĥ: 1, 2 …'],
])('%j is %j', (text, expected) => expect(pseudo(text)).toBe(expected))

it('has no plain letter, and two fifths more than the English text', () => {
  const lettersIn = (text: string) => text.match(/\p{L}/gu)?.length ?? 0
  const english = readFileSync(new URL('en.json', import.meta.url), 'utf8')
  for (const text of Object.values(JSON.parse(english) as Record<string, string>)) {
    const made = pseudo(text)
    expect(made).not.toMatch(/[A-Za-z]/)
    expect(lettersIn(made)).toBe(Math.ceil(lettersIn(text) * 1.4))
  }
})

it('is said of one and of many, and leaves alone what is filled in', () => {
  const message = '{name}: {count, plural, =0 {no lead} one {# of {name}} other {#}}'
  const choices = { 0: ['ñöö ĺééàđđ'], one: ['#', ' ööƒ ', ['name']], other: ['#'] }
  expect(compileMessage(message, pseudo)).toMatchObject([
    ['name'],
    ': ',
    ['count', 'plural', choices],
  ])
})
