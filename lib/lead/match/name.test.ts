import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { isSameName, nameWords } from './name.ts'
import { NICKNAMES } from './nicknames.ts'

const isSame = (one: string, other: string) => isSameName(nameWords(one), nameWords(other))

test('no short form has two lines: the second would take the place of the first', () => {
  const short = NICKNAMES.trim()
    .split(/\n+/)
    .map(line => nameWords(line.split(' ')[0] ?? '').join())
  expect(short.filter((one, at) => short.indexOf(one) !== at)).toEqual([])
})

describe('names that may be one person’s at one company', () => {
  it.each([
    ['Sample Person', 'sample  PERSON'],
    // Letters that a keyboard lacks
    ['Åse Sørby', 'Aase Soerby'],
    ['Åse Sørby', 'Ase Sorby'],
    ['Jörg Müller', 'Joerg Mueller'],
    ['Jörg Müller', 'Jorg Muller'],
    ['Kjær Ågård', 'Kjaer Aagaard'],
    ['Märta Svärd', 'Maerta Sværd'],
    ['Jan Groß', 'Jan Gross'],
    ['Łukasz Sample', 'Lukasz Sample'],
    ['José Muñoz', 'Jose Munoz'],
    ['Andy Sample', 'Andrew Sample'],
    ['Andi Sample', 'Andreas Sample'],
    // Double names
    ['Anne-Marie Sample', 'Anne Marie Sample'],
    ['Anne-Marie Sample', 'Annemarie Sample'],
    ['Anne-Marie', 'AnneMarie'],
    ['Kari Sample-Person', 'Kari Sample Person'],
    ['Kari Sample Person', 'Kari Person'],
    // Middle names and initials
    ['Kari Marie Person', 'Kari Person'],
    ['Kari M. Person', 'Kari Person'],
    ['Kari M. Person', 'Kari Marie Person'],
    ['K. Person', 'Kari Person'],
    ['H.C. Person', 'Hans Christian Person'],
    ['J-P. Person', 'Jean Paul Person'],
    // What stands around a name
    ['Kari Person jr.', 'Kari Person'],
    ['Dr. Kari Person, Ph.D.', 'Kari Person'],
    ['Prof. Dr. Jörg Person', 'Joerg Person'],
    ['Kari (Mia) Person', 'Kari Person'],
    ['Robert "Bob" Person', 'Bob Person'],
    // Another order
    ['Person, Kari', 'Kari Person'],
    ['Person, Kari Marie', 'Kari Person'],
    ['PERSON Kari', 'Kari Person'],
    // Short names
    ['Bob Person', 'Robert Person'],
    ['Bob Person', 'Rob Person'],
    ['Bill Person', 'William Person'],
    ['Lasse Person', 'Lars Person'],
    ['Calle Person', 'Karl Person'],
    ['Micke Person', 'Michael Person'],
    ['Stine Person', 'Christine Person'],
    ['Uli Person', 'Ulrich Person'],
    ['Liz Person', 'Elisabeth Person'],
    ['Nick Person', 'Niklas Person'],
    // One name alone
    ['Kari', 'Kari Person'],
    ['Person', 'Kari Person'],
    ['Bob', 'Robert Person'],
    // Spellings that sound alike
    ['Christian Person', 'Kristian Person'],
    ['Sofie Hansson', 'Sophie Hanson'],
    ['Mathias Person', 'Matias Person'],
    // Other scripts
    ['Анна Образцова', 'анна образцова'],
    ['山田 太郎', '山田太郎'],
  ])('%s and %s', (one, other) => {
    expect(isSame(one, other)).toBe(true)
    expect(isSame(other, one)).toBe(true)
  })
})

describe('names that are two people’s', () => {
  it.each([
    ['Kari Person', 'Ola Person'],
    ['Kari Person', 'Kari Sample'],
    ['Kari M. Person', 'Kari T. Person'],
    ['K. Person', 'Ola Person'],
    ['K. P.', 'Kari Person'],
    ['K', 'Kari'],
    ['Marie', 'Kari Marie Person'],
    ['Christian Person', 'Christopher Person'],
    ['Bob Person', 'Bill Person'],
    ['Bob Person', 'Bob Sample'],
    ['', 'Kari Person'],
    ['', ''],
    ['!!!', '???'],
    ['がく', 'かく'],
    ['Дарья Образцова', 'Анна Образцова'],
  ])('%s and %s', (one, other) => {
    expect(isSame(one, other)).toBe(false)
    expect(isSame(other, one)).toBe(false)
  })
})

test('somebody who is called by nothing but titles keeps them', () => {
  expect(nameWords('Dr. Prof.')).toEqual(['dr', 'prof'])
})

const part = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('Anne-Marie', 'Åse', 'Bob', 'Robert', 'K.', 'jr.', 'van der', 'Ph.D.', ',', '(x'),
)
const names = fc.array(part, { maxLength: 6 }).map(parts => parts.join(' '))

test('who is compared with whom makes no difference, and everybody is themselves', () => {
  fc.assert(
    fc.property(names, names, (one, other) => {
      expect(isSame(one, other)).toBe(isSame(other, one))
      expect(isSame(one, one)).toBe(nameWords(one).length > 0)
    }),
  )
})

test('a long text is read in no time, whatever is in it', () => {
  const long = 'Anna-Anna, (A. '.repeat(5000)
  const started = performance.now()
  isSame(long, `${long}B`)
  expect(performance.now() - started).toBeLessThan(100)
})
