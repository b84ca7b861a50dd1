import { flatCuts } from './flatRun.ts'
import { isLegalForm, legalFormEnds } from './legalForms.ts'
import { isDegree, readName } from './name.ts'
import { nameStart, splitRun } from './run.ts'
import { titleStart, wordsIn } from './runTitle.ts'
import { flatSignOffs } from './signOff.ts'
import { titleWeight } from './titleWords.ts'

/** Words before a number or an address that stood at the beginning of a line. */
const LABELS =
  /(?<![\p{L}\p{N}/(-])(?:m|t|d|e|w|p|o|c|b|k|f|dd|in|fon|gsm|puh|tfno|mob\.?\s?nr|adr|tlf|tel|mob|mobil\p{L}*|mobile|cell|telefon\p{L}*|phone|t[eé]l[eé]phone|tel[eé]fono|m[oó]vil|cellulare|puhelin|direkte?|direct|main|front desk|(?:box|head|main|front|sales) office|direktnr|sentralbord|hovednr|v[aä]xel|switchboard|kontor|office|fax|telefax|faks|e-?fax|e-?post|e-?mail|mail|s[aä]hk[oö]posti|courriel|correo|web|www|webseite|website|homepage|h(?:j|e)e?mme?sid[ea]|heimeside|nettside|linkedin|org\.?(?:\s?-?n(?:r|ummer)\.?)?|vakt|vagt|jour|bestilling|bokning|buchung|call us(?: on)?|ring(?: oss)?(?: på)?|organisasjonsnummer|f[oø]retaksn(?:r|ummer)\.?|cvr(?:-nr)?\.?|ust-?idnr\.?|adresse|besøk|besöksadress|address)\s?[.:]{0,2}\s{1,8}(?=[+(]?\d|\S{1,60}@|www\.|https?:|no\s\d|de\d|\S{1,60}\.\S{2,}(?:\s|$))/giu
const ADDRESS =
  /(?<=\s)(?:(?-i:\p{Lu})\p{L}{0,30}(?:gate|gata|gaten|gade|vei|veien|vegen|veg|vej|vägen|gatan|straße|strasse|straat|weg|platz|allee|katu|tie)|(?-i:\p{Lu})\p{L}{1,30} (?:gate|gata|vei|veg|plass|brygge|allé|street|road|avenue|lane|row|quay|square))\s\d{1,4}|(?<=\s)(?:postboks|postbox|box|p\.?o\.?\s?box|postfach|postbus|rue|calle|via|avenue|piazza|plaza|viale|am|an der)\s(?:(?-i:\p{Lu})\p{L}*\s){0,3}\d|(?<=\s)\d{1,4},? (?:rue|avenue|boulevard|chemin|place|quai)\s/giu
/** Any word with a colon before a number, and those of a form: *Timebestilling: 22 33*, *Firma: Prøve AS*. */
const FORM =
  /(?<=\s)(?:(?-i:\p{Lu})[\p{L}-]{2,24}(?: ?\([^()\n]{1,12}\)| (?-i:\p{Ll}){2,12}){0,2}:(?=\s[+(]?\d)|(?:company|firma|selskap|bedrift|virksomhe[dt]|företag|arbeidsgiver|organi[sz]a[ts]ion|organisasjon|title|tittel|titel|stilling|position|rolle|role|funktion|navn|namn|name|adresse|address):(?=\s))/giu
/** Any other word with a colon, unless it is a job's: *Managing Director: Jane Doe*. */
const LABELLED = /(?<=\s)(\p{Lu}\p{L}{2,20}):(?=\s\S)/gu
/** How the things begin that stand beneath a signature. */
const BENEATH =
  /(?<=\s)(?:sendt fra|sent from|skickat från|gesendet|von mein|envoyé d|inviato da|enviado d|verzonden v|lähetetty|get outlook|denne e-?(?:post|mail)|this e-?mail|this message|diese e-?mail|detta (?:meddelande|mejl)|ce (?:message|courriel)|questo messaggio|este (?:mensaje|correo)|dit bericht|deze e-?mail|the information in|tämä (?:viesti|sähköposti)|tenk (?:på )?miljø|tænk på|tänk på|please consider|følg oss|følg os|få vårt|meld deg|meld dig|tilmeld|les mer|læs mere|läs mer|read more|notice:|följ oss|follow us|folgen sie|suivez|síguenos|seguici|volg ons|winner\b|registered\s(?:in|office)|geschäftsführ\p{L}*:|amtsgericht|ust-id|spørsmål om|questions |frågor |jag är |jeg er |i am (?:out|away|on)|for urgent|in dringenden|sitz der|registergericht|i mitt fravær|ved fravær|vid brådskande|in my absence|book et|så behandlar|f-gass|vi er |vi holder|we are |\*{3}|>{3}|-{5,}|\[cid:)/giu
/** A post code with its town where no street is before it, and where on the fair somebody is. */
const PLACE =
  /(?<=\p{L} )\d{4,5} \p{Lu}\p{Ll}|(?<=\s)(?:#\d|(?:Bord|Stand|Table|Booth|Sal|Spår|Hall|Track|Room|Messe) (?:\p{Lu}?-?\d|\p{Lu}(?:\s|$)))|(?<=\s)(?:-{2,10}|_{5,60})(?=\s)/gu
/** A sentence that ends before somebody's name, or anything else with capitals. */
const SENTENCE = /(?:(?<=\s)\p{Ll}{2,20}\.|[!?])\s(?=\p{Lu}\p{L}+ \p{Lu})/gu
/** What is printed on a badge above the name. */
const BADGE =
  /(?:hello,? (?:my name is|i am|i['’]m)|jeg (?:heter|hedder)|eg heiter|jag heter|ich heiße|mein name ist|(?-i:DELEGATE|VISITOR|SPEAKER|EXHIBITOR|DELTA[KG]ERE?|BESØKENDE|UTSTILLER|FOREDRAGSHOLDER|UTSTÄLLARE|TALARE|TEILNEHMER(?:IN)?|BESUCHER(?:IN)?|AUSSTELLER(?:IN)?|REFERENT(?:IN)?|UDSTILLER))[:!]?\s(?=(?-i:\p{Lu}))/giu
/** Whom to ask while the writer is away: what follows belongs to somebody else. */
const AWAY =
  /(?<=\s)(?:for urgent|in my absence|in dringenden|vid brådskande|i mitt fravær|ved fravær|i min frånvaro)[^\n]{0,160}/giu
/** What goes behind a name, and the number of a company: both end their lines. */
const ENDS =
  /(?<=\s)\(?(?:she|he|they|hun|han|hen|hon|hän|ho)(?:\s?\/\s?(?:her|him|them|they|henne|hende|ham|honom|hans)s?){1,2}\)?\s|(?<!\p{L})(?:org|foretaks|cvr)[.\s-]{0,2}n\p{L}*\.?:?\s(?:\d{6}-\d{4}|\d{3} ?\d{3} ?\d{3}|\d{8})\s(?=[\p{L}\d+])/giu
const CONTACT = /(?:https?:\/\/|www\.)\S+|[^\s;,"|]{1,64}@[\p{L}\p{N}.-]{3,80}[^\s;,"|]*/giu

/** No card names more companies by their addresses. */
const MOST_BRANDS = 8

/** All ways to read a row are tried for as many words as a card and a letter above it have. */
const MOST = 110

/**
 * Guesses where the lines of a text ended that lost its line breaks, as selected text does on its
 * way through the browser's menu. Breaks take the place of spaces, so that offsets stay.
 *
 * @param brands the companies that addresses in the text name
 */
export function withLines(
  text: string,
  brands: readonly string[],
  locals: readonly string[] = [],
): string {
  if (/\S\s*\n\s*\S/.test(text.trim()) || text.trim().length < 25) return text
  const few = brands.slice(0, MOST_BRANDS)
  const letters = text.split('')
  const breakAt = (offset: number) => {
    if (offset > 0 && /[ \t]/.test(letters[offset - 1] ?? '')) letters[offset - 1] = '\n'
  }
  const greeted: number[] = []
  for (const { start, end } of flatSignOffs(text)) {
    greeted.push(end)
    breakAt(start)
    breakAt(end)
  }
  for (const pattern of [LABELS, FORM, ADDRESS, PLACE, BENEATH]) {
    for (const match of text.matchAll(pattern)) breakAt(match.index)
  }
  for (const match of text.matchAll(LABELLED))
    if (titleWeight(match[1] ?? '') === 0) breakAt(match.index)
  for (const pattern of [BADGE, ENDS, SENTENCE])
    for (const match of text.matchAll(pattern)) breakAt(match.index + match[0].length)
  const others = [...text.matchAll(AWAY)].map(match => match.index)
  for (const match of text.matchAll(CONTACT)) {
    if (others.some(at => at < match.index && match.index < at + 160)) continue
    breakAt(match.index + match[0].length + 1)
    if (
      !/[:<(]\s{0,3}$|\s(?:e|w|m|in|e-?post|mail|web)\.?\s{1,3}$/i.test(
        text.slice(Math.max(0, match.index - 12), match.index),
      )
    )
      breakAt(match.index)
  }
  for (const end of legalFormEnds(text)) {
    const next = /^\s(\S+)/.exec(text.slice(end, end + 12))?.[1] ?? ''
    if (/^[\p{Lu}\d]/u.test(next) && !isLegalForm(next)) breakAt(end + 1)
  }
  for (const match of text.matchAll(/(?<=\s)-{2,10}\s/g)) breakAt(match.index + match[0].length)
  let from = 0
  let left = MOST
  const rows = letters
    .join('')
    .split('\n')
    .map(row => {
      const isGreeted = greeted.includes(from)
      from += row.length + 1
      const cells = row.split(/([|;•·▪]+|"\s+"|(?:[–—-]\s){3,})/)
      return cells
        .map((cell, at) => {
          if (!/\S\s\S/.test(cell)) return cell
          left -= wordsIn(cell).length
          const place = { isGreeted: isGreeted && at === 0, isCell: cells.length > 1 }
          return left < 0
            ? splitRun(cell, few)
            : splitFlat(cell, flatCuts(cell, { brands: few, locals }, place), few)
        })
        .join('')
    })
  // What was blanked is no empty line, which would part two people.
  return rows.join('\n').replace(/\n(?=[ \t]+\n)/g, ' ')
}

/** Breaks a row between the things in it, as far as it is short enough to tell. */
function splitFlat(
  row: string,
  cuts: readonly number[] | undefined,
  brands: readonly string[],
): string {
  if (cuts === undefined) return splitRun(row, brands)
  const letters = row.split('')
  const words = wordsIn(row)
  for (const cut of cuts) {
    const at = (words[cut]?.at ?? 0) - 1
    if (at > 0) letters[at] = '\n'
  }
  return letters.join('')
}

/** Whether a text without lines begins as a card does, whatever sentences follow: *Kari Nordmann Salgssjef*. */
export function beginsAsCard(text: string): boolean {
  const words = wordsIn(text.slice(0, 160)).slice(0, 12)
  const title = titleStart(words)
  const isName = (from: number) => {
    const all = words.slice(from, Math.max(0, title)).map(word => word.text)
    const name = all
      .map((word, at) => (isDegree(all[at + 1] ?? '') ? word.replace(/,$/, '') : word))
      .filter((word, at) => at === 0 || !isDegree(word))
    return (
      name.length > 1 &&
      name.every(word => /^\p{Lu}[\p{L}.'’-]*$/u.test(word) && titleWeight(word) === 0) &&
      readName(name.join(' ')) !== undefined
    )
  }
  return (
    /^\p{Lu}/u.test(words[title]?.text ?? '') &&
    [0, nameStart(words, title), title - 3].some(from => from >= 0 && isName(from))
  )
}
