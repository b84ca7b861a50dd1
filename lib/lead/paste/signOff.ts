import { beginsWithGivenName } from './givenNames.ts'

/** How a letter ends, in the languages of our users. */
const PHRASE = String.raw`ystävällisesti|lykke til|vi snakkes|ha det (?:bra|fint)|alt godt|mange takk|(?:med )?kærlig hilsen|k\.?h\.?|hjertelig hilsen|de bästa hälsningar|freundliche gr(?:ü|ue)(?:ß|ss)e|warmly|respectfully|(?:med )?(?:vennlig(?:e)?|venleg|venlig|beste|bedste|hjertelige?|varme|de beste|mange|sol)?\s?(?:hilsen|hilsner|helsing(?:ar)?|hils)(?:en)?|m\.?v\.?h\.?|v\.?h\.?|d\.?v\.?h\.?|(?:med )?(?:vänlig(?:a)?|bästa|varma|soliga|hjärtliga)\s?hälsning(?:ar)?|hälsar|hälsning(?:ar)?|allt gott|ha en (?:fin|god|bra) (?:dag|helg)|god helg|(?:with )?(?:kind|kindest|best|warm|warmest|many|sincere)?\s?regards|best wishes|all the best|best|cheers|(?:many |kind )?thanks(?: and regards| again| in advance)?|thank you|sincerely|yours (?:truly|sincerely|faithfully)|b\.?r\.?|rgds|kr|på forhånd takk|takk|tusen takk|tack|tak|mit (?:freundlichen|besten|herzlichen|lieben|kollegialen) gr(?:ü|ue)(?:ß|ss)en|mit (?:freundlichem|bestem|herzlichem|liebem) gru(?:ß|ss)|(?:viele|beste|herzliche|liebe|freundliche|schöne|sonnige)\s?gr(?:ü|ue)(?:ß|ss)e|gru(?:ß|ss)|mfg|lg|vg|bg|(?:bien |très )?cordialement|bien à vous|(?:sincères|meilleures|cordiales) salutations|salutations|bonne journée|(?:un )?(?:cordial )?saludos?(?: cordial(?:es)?)?|atentamente|cordialmente|(?:cordiali|distinti|cari|un)?\s?saluti?o?|(?:met )?(?:vriendelijke|hartelijke|beste)?\s?groet(?:en|jes)?|mvg|m\.vr\.gr\.?|ystävällisin terveisin|(?:parhain )?terveisin|(?:parhain|lämpimin) terveisin|terv\.?|yt\.?|com os melhores cumprimentos|cumprimentos|atenciosamente|abraços`
/** Where the greeting comes from: *Beste Grüße aus Hamburg*. */
const PLACE = String.raw`(?:aus|fra|frå|från|from|de|uit)(?: (?:dem|der|sunny|solrike|et)(?: \p{L}+)?)? (?-i:\p{Lu})\p{L}+`
const START = new RegExp(
  String.raw`(?:^|\n)[ \t]*(?:${PHRASE})(?:\s?[/|–-]\s?(?:${PHRASE}))?(?: ${PLACE})?(?![\p{L}\p{N}])[ \t]*[,.!–-]?[ \t]*(?<after>[^\n]{0,40})`,
  'giu',
)
const SLASHED =
  /(?:^|\n)[ \t]*\/{1,2}[ \t]?(?<after>\p{Lu}[\p{L}-]{1,20}(?: \p{Lu}[\p{L}-]{1,20})?)[ \t]*(?=\n|$)/gu
const DASHES = /(?:^|\n)-- ?(?=\n)/g
/** The same where line breaks were lost: only what can't be part of a sentence. */
const FLAT =
  /(?<![\p{L}\p{N}])(?:m\.?v\.?h\.?|v\.?h\.?|(?:med )?(?:vennlig|venleg|venlig|beste|bedste) (?:hilsen|hilsner|helsing)|hilsen|helsing|(?:med )?(?:vänliga|bästa|varma|hjärtliga|soliga) hälsningar|hälsar|(?:bedste|mange) hilsner|(?:varm|hjertelig|kærlig) hilsen|alt godt|all the best|yours (?:sincerely|faithfully|truly)|warmly|hälsningar|(?:kind|best|warm) regards|regards|best wishes|allt gott|many thanks|thanks|cheers|sincerely|mit (?:freundlichen|besten|herzlichen) gr(?:ü|ue)(?:ß|ss)en|mit (?:freundlichem|bestem|herzlichem|liebem) gru(?:ß|ss)|(?:viele|beste|liebe|freundliche|herzliche) gr(?:ü|ue)(?:ß|ss)e|gruß|grüße|mfg|vänligen|(?:bien )?cordialement|(?:un )?(?:cordial )?saludos?|atentamente|(?:cordiali|distinti) saluti|met vriendelijke groet(?:en)?|(?:ystävällisin|parhain|lämpimin) terveisin|ystävällisesti|terveisin)(?:\s?\/\s?(?:best|kind) regards)?(?<from> (?:aus|fra|frå|från|from) (?<place>(?-i:\p{Lu})\p{L}+))?[,.!]?\s+(?=["“]?(?-i:\p{Lu})|\/|--|(?-i:i\.\s?[AV]\.)|siv\.|cand\.|v\/)/giu

const OPENING = new RegExp(
  String.raw`^\s*(?:${PHRASE})(?![\p{L}\p{N}])(?<from> (?:aus|fra|frå|från|from) (?<place>(?-i:\p{Lu})\p{L}+))?[,.!]?\s+`,
  'iu',
)

export interface SignOff {
  /** Where the letter ends and the signature begins. */
  readonly at: number
  /** The name that it was signed with, if that stands beside the greeting. */
  readonly signed: string | undefined
}

/** Where the last greeting is that has something beneath it. */
export function findSignOff(text: string): SignOff | undefined {
  const found: SignOff[] = []
  for (const pattern of [START, SLASHED]) {
    for (const match of text.matchAll(pattern)) {
      const after = match.groups?.after ?? ''
      const isName = /^(?:\p{Lu}[\p{L}.'’-]*)(?:\s\p{Lu}[\p{L}.'’-]*){0,3}\s*(?:[,|(–-].*)?$/u.test(
        after.trim(),
      )
      if (after.trim() !== '' && !isName) continue
      found.push({ at: match.index + match[0].length - after.length, signed: signedBy(after) })
    }
  }
  for (const match of text.matchAll(DASHES))
    found.push({ at: match.index + match[0].length, signed: undefined })
  found.sort((a, b) => a.at - b.at)
  const isFollowed = ({ at }: SignOff) => /\p{L}{2}/u.test(text.slice(at))
  const last = found.filter(isFollowed).at(-1)
  if (last === undefined) return undefined
  const signed = found.find(one => one.signed !== undefined)?.signed
  return { at: last.at, signed: last.signed ?? signed }
}

const signedBy = (after: string) => /^\p{Lu}[\p{L}'’-]+(?=\s*$)/u.exec(after.trim())?.[0]

/** Where greetings stand in a text without line breaks: the ends of each. */
export function flatSignOffs(text: string): { start: number; end: number }[] {
  const opening = OPENING.exec(text)
  const all = [...(opening ? [opening] : []), ...text.matchAll(FLAT)]
  return all.map(match => ({ start: match.index, end: match.index + lengthOf(match) }))
}

/** How long a greeting is: *Hilsen fra Bergen*, but *Hilsen fra* where somebody is named. */
function lengthOf(match: RegExpExecArray): number {
  const whole = match[0]
  const { place = '', from = '' } = match.groups ?? {}
  const isSomebody = beginsWithGivenName(place)
  return isSomebody ? whole.indexOf(place, whole.indexOf(from)) : whole.length
}
