import { companyScore } from './company.ts'
import { hasLegalForm } from './legalForms.ts'
import { type Piece, piecesOf, trimmed } from './lines.ts'
import { readName } from './name.ts'
import { hasOrgWord } from './orgWords.ts'
import { splitRun } from './run.ts'
import { isDepartment, titleScore } from './title.ts'

/** What a word before a colon says that follows. */
export type Hint = 'name' | 'title' | 'company'

export interface Hinted extends Piece {
  readonly hint?: Hint | undefined
  /** Which half of a name it is, as forms ask for it. */
  readonly half?: 'given' | 'family'
  /** Whether it stands after "at" or "hos": where somebody works. */
  readonly isEmployer?: boolean
}

const HINTS: [Hint, RegExp][] = [
  [
    'name',
    /^(?:(?:full\s?)?name|navn|namn|naam|nom|nombre|nome|nimi|kontaktperson|ansprechpartner(?:in)?|contact person|kontakt|contact|v\/|attn\.?|deltaker|deltager|besøkende|visitor|foredragsholder|speaker|keynote|referent(?:in)?|arrangør|organi[sz]er|veranstalter(?:in)?|organisateur|organizador|organizzatore|moderator|panelist|ordstyrer|ordstyrar|møteleder|konferansier|innleder|hvem|vem|wer|who|v[åa]r ref|our ref|unser zeichen|host|gastgeber(?:in)?|vært|värd|inviter\w*)\.?\s?"?[:/]?"?\s*(?=(?-i:\p{Lu}))/iu,
  ],
  [
    'name',
    /^(?:(?:foredrag|innlegg|presentasjon|talk|lecture|föredrag|oplæg|indlæg|vortrag)\s(?:av|af|by|ved|von|v\/)|(?:møte|avtale|lunsj|meeting|möte|termin|lunch)\s(?:med|with|mit))\s+/iu,
  ],
  [
    'title',
    /^(?:title|tittel|titel|stilling|position|job\s?title|role|rolle|funktion|functie|fonction|poste|cargo|puesto|ruolo|qualifica|asema|nimike|tehtävä)\s?"?:\s*/iu,
  ],
  [
    'company',
    /^(?:company|firma|firmanavn|selskap|bedrift|virksomhed|virksomhet|företag|société|entreprise|empresa|azienda|società|bedrijf|yritys|organisasjon|organi[sz]ation|arbeidsgiver|arbeids(?:sted|plass)|arbetsplats|arbejdsplads|skole|skola|school|schule|institution|klubb|verein|employer)\s?"?:\s*/iu,
  ],
]
const HALVES: ['given' | 'family', RegExp][] = [
  ['given', /^(?:fornavn|førenamn|förnamn|(?:first|given)\s?name|vorname|prénom|etunimi)\s?:\s*/iu],
  [
    'family',
    /^(?:etter?navn|etternamn|efternavn|efternamn|(?:last|family)\s?name|surname|nachname|nom de famille|sukunimi)\s?:\s*/iu,
  ],
]
/** Longer pieces are prose, and not looked into. */
const LONGEST = 160

const STRONG_AT = /\s+(?:@|at|hos|bei|chez|bij|presso)\s+(?=["«“]?(?-i:[\p{Lu}\d]))/iu
const WEAK_AT =
  /\s+(?:i|in|på|ved|for|of|der|des|von|de|du|en|van|voor|di|da|til|av|af|à)\s+(?=["«“]?(?-i:\p{Lu}))/iu

/** What a badge says before the name. */
const BADGE =
  /(?:jeg heter|eg heiter|jag heter|jeg hedder|my name is|hello i['’ ]a?m|ich heiße|mein name ist|je m['’]appelle|mijn naam is)[:,]?$/iu

/** The pieces of a text, with those split in two that hold more than one thing. */
export function hintedPieces(text: string, brands: readonly string[]): Hinted[] {
  return piecesOf(text).flatMap((piece, at, all) =>
    (BADGE.test(all[at - 1]?.text ?? '')
      ? [{ ...piece, hint: 'name' as const }]
      : (halved(piece) ?? ownLabel(piece))
    )
      .flatMap(fromEmployer)
      .flatMap(hinted)
      .flatMap(together)
      .flatMap(one => bracketed(one, brands))
      .flatMap(one => atEmployer(one, brands))
      .flatMap(one => runs(one, brands, all[at - 1])),
  )
}

/**
 * What stands before a colon or *v/* and is no word for what follows: *Daglig leder: Kari Nordmann*,
 * *Example AS: Kari Nordmann*, *Example Blomster v/ Kari Nordmann*, *Innkalt av: Kari Nordmann*.
 */
function ownLabel(piece: Hinted): Hinted[] {
  const match =
    piece.text.length > LONGEST
      ? null
      : /^([\p{L}][^:|]{1,50}?)(:\s+|\s+v\/\s*)(?=\p{Lu})(.+)$/u.exec(piece.text)
  const [, left = '', mark = '', right = ''] = match ?? []
  if (match === null || HINTS.some(([, pattern]) => pattern.exec(piece.text)?.[0] === left + mark))
    return [piece]
  const rest = { ...piece, ...trimmed(right, piece.start + left.length + mark.length) }
  const isTitle = titleScore(left) >= 4
  const isFirm = hasLegalForm(left) || hasOrgWord(left) || mark.includes('/')
  const someone = readName(together(rest)[0]?.text ?? '') ?? readName(bare(right))
  if (someone === undefined || (someone.profession === undefined && titleScore(bare(right)) >= 4))
    return hasLegalForm(right) && !hasLegalForm(left) ? [rest] : [piece]
  if (HINTS[0]?.[1].test(`${left.split(/\s+/).at(-1)}: X`)) return [{ ...rest, hint: 'name' }]
  if (!isTitle && !isFirm) return left.split(/\s+/).length <= 3 ? [rest] : [piece]
  return [
    { ...piece, ...trimmed(left, piece.start), ...(isTitle ? {} : { isEmployer: true }) },
    { ...rest, part: piece.part + 0.2, hint: 'name' },
  ]
}

/** *Etternavn: Nordmann*, and on another line *Fornavn: Kari*. */
function halved(piece: Hinted): Hinted[] | undefined {
  for (const [half, pattern] of HALVES) {
    const label = pattern.exec(piece.text)?.[0].length
    if (label === undefined || label === piece.text.length) continue
    return [{ ...piece, ...trimmed(piece.text.slice(label), piece.start + label), half }]
  }
  return undefined
}

/** Without what stands in brackets at the end. */
const bare = (text: string) => text.replace(/\s*[([][^()[\]]*[)\]]?$/u, '')

function hinted(piece: Hinted): Hinted[] {
  if (piece.hint !== undefined || piece.text.length > LONGEST) return [piece]
  for (const [hint, pattern] of HINTS) {
    const label = pattern.exec(piece.text)?.[0]
    const isBare =
      label !== undefined &&
      !/[:/]\s*$/.test(label) &&
      /^(?:kontakt|contact|name|navn)/i.test(label)
    if (label === undefined || label === piece.text || isBare) continue
    return [
      { ...piece, ...trimmed(piece.text.slice(label.length), piece.start + label.length), hint },
    ]
  }
  return [piece]
}

/** *Kari Nordmann og Ola Nordmann*: the first who is named is meant. */
function together(piece: Hinted): Hinted[] {
  const match =
    piece.text.length > 80
      ? null
      : /^(.+?)\s(?:og|and|och|und|et|y|e|en|ja|&)\s(.+)$/u.exec(piece.text)
  const [, one = '', other = ''] = match ?? []
  const isPair = one.includes(' ') && other.includes(' ') && readName(one) && readName(other)
  if (!isPair || hasOrgWord(piece.text) || hasLegalForm(piece.text)) return [piece]
  if (titleScore(one) >= 4 || titleScore(other) >= 4) return [piece]
  return [{ ...piece, ...trimmed(one, piece.start) }]
}

/** *Kari Nordmann (Example AS)*: somebody, and where they work or what they are. */
function bracketed(piece: Hinted, brands: readonly string[]): Hinted[] {
  const match =
    piece.text.length > LONGEST ? null : /^(.+?)\s*[([]([^()[\]]+)[)\]]?$/u.exec(piece.text)
  const [, left = '', inner = ''] = match ?? []
  if (match === null || readName(left) === undefined) return [piece]
  const isTitle = titleScore(inner) >= 4
  if (!isTitle && companyScore(inner, brands) < 2) return [piece]
  const at = piece.start + piece.text.indexOf(inner, left.length)
  const rest = { ...piece, ...trimmed(inner, at), hint: undefined, part: piece.part + 0.5 }
  return [
    { ...piece, ...trimmed(left, piece.start) },
    isTitle ? rest : { ...rest, isEmployer: true },
  ]
}

/** *fra Example AS*, on a line of its own. */
function fromEmployer(piece: Hinted): Hinted[] {
  const from =
    /^(?:fra|frå|från|from|von|hos|at|@|for|för|für|på vegne av|on behalf of)\s+(?=["«“]?\p{Lu})/u.exec(
      piece.text,
    )?.[0]
  if (from === undefined || piece.hint !== undefined || piece.part > 0) return [piece]
  const rest = trimmed(piece.text.slice(from.length), piece.start + from.length)
  return [{ ...piece, ...rest, isEmployer: true }]
}

/** *Account Executive @ Example ApS*: what somebody is, and where. */
function atEmployer(piece: Hinted, brands: readonly string[]): Hinted[] {
  if ((piece.hint !== undefined && piece.hint !== 'title') || piece.text.length > LONGEST)
    return [piece]
  for (const pattern of [STRONG_AT, WEAK_AT]) {
    const match = pattern.exec(piece.text)
    if (match === null) continue
    const left = piece.text.slice(0, match.index)
    const right = piece.text.slice(match.index + match[0].length)
    const isTitle =
      titleScore(left) >= 4 ||
      isDepartment(left) ||
      (pattern === STRONG_AT && readName(left) !== undefined)
    // *Head of Lab Automation*: what somebody leads isn't where they work, unless it is surely a firm.
    const least = /(?:^|\s)(?:head|director|vp|chief|leader|lead|leiter(?:in)?|leitung)$/i.test(
      left,
    )
      ? 3
      : 2
    const isSure = pattern === STRONG_AT || companyScore(right, brands) >= least
    if (!isTitle || !isSure) continue
    return [
      { ...piece, ...trimmed(left, piece.start) },
      {
        ...piece,
        ...trimmed(right, piece.start + match.index + match[0].length),
        part: piece.part + 0.5,
        isEmployer: true,
      },
    ]
  }
  return [piece]
}

const isName = (piece: Piece | undefined) =>
  piece?.text.includes(' ') === true &&
  readName(piece.text) !== undefined &&
  !hasOrgWord(piece.text) &&
  titleScore(piece.text) < 2.5

/**
 * A name, a title and a company with nothing in between.
 *
 * @param before *Diocesan Property Secretary* right below a name is no second name, and *Kari
 *   Nordmanns Trykkeri AS* below somebody's name or title is no person at a printer's
 */
function runs(piece: Hinted, brands: readonly string[], before: Piece | undefined): Hinted[] {
  if (piece.hint !== undefined || piece.isEmployer || !/\s/.test(piece.text)) return [piece]
  const parts: Hinted[] = []
  let at = piece.start
  const rows = splitRun(piece.text, brands).split('\n')
  const isTitle = titleScore(piece.text) >= 4
  if (isName(before) && titleScore(rows[0] ?? '') < 2.5 && isTitle) return [piece]
  const isBelow =
    before !== undefined &&
    before.line < piece.line &&
    (isName(before) || titleScore(before.text) >= 4 || isDepartment(before.text))
  if (isBelow && !isTitle && rows.length === 2 && hasLegalForm(rows[1] ?? '')) return [piece]
  for (const row of rows) {
    parts.push({ ...piece, ...trimmed(row, at), part: piece.part + parts.length / 10 })
    at += row.length + 1
  }
  return parts
}
