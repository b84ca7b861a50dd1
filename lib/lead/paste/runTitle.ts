import { hasLegalForm } from './legalForms.ts'
import { isDegree, isNoName } from './name.ts'
import { hasOrgWord } from './orgWords.ts'
import { mayBeJob, titleWeight } from './titleWords.ts'

export interface Word {
  readonly text: string
  readonly at: number
}

export const wordsIn = (row: string): Word[] =>
  [...row.matchAll(/\S+/g)].map(match => ({ text: match[0], at: match.index }))

export const joined = (words: readonly Word[]) => words.map(word => word.text).join(' ')

/** English builds its jobs of words that are no job's: *Visitor Experience Manager*. */
export const ENGLISH =
  /^(?:manager|coordinator|officer|engineer|technician|specialist|assistant|director|executive|advis[eo]r|analyst|consultant|secretary|administrator|representative|supervisor|planner|buyer|designer|developer|inspector|operator|controller|scientist|architect|partner|lead)[,.]?$/i

/** Which word begins the title: the first that is a job's, and those right before it that go with one. */
export function titleStart(words: readonly Word[]): number {
  const isLeading = titleWeight(words[0]?.text ?? '') === 2
  const least = isLeading ? 3 : 1
  const sure = words.findIndex((word, at) => at >= least && titleWeight(word.text) === 2)
  // *Kari Nordmann Kokk Example AS*: some jobs are surnames too, but not behind one.
  const job = sure === -1 ? words.findIndex((word, at) => at > least && mayBeJob(word.text)) : sure
  if (job === -1 || (sure === -1 && job === words.length - 1)) return -1
  const isLink = (text: string) => /^(?:of|Of|&|og|och|und|-)$|\p{L}-$/u.test(text)
  let start = job
  while (start > 1) {
    const before = words[start - 1]?.text ?? ''
    // "Jane Doe Estate Manager": in English a title begins with the place that is run.
    const isPlace =
      start > 2 && (hasOrgWord(before) || /^(?:Box|Room|Stand|Press|Guest|Web)$/.test(before))
    if (/^Jr\.?$/.test(before) || !(titleWeight(before) === 1 || isPlace || isLink(before))) break
    start--
  }
  // Nobody has four names in English, so what is before the job goes with it.
  const name = words.slice(0, start)
  const isPlain = name.every(
    ({ text }, at) =>
      (/^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u.test(text) && !isNoName(text)) ||
      (at > 2 && text === 'of'),
  )
  if (name.length > 3 && isPlain && ENGLISH.test(words[job]?.text ?? '')) start = 2
  return /^(?:of|&|og|och|und|-)$/.test(words[start]?.text ?? '') ? start + 1 : start
}

/** Where a title ends that began at a word: what goes with it, and where in the world it is done. */
export function titleEnd(words: readonly Word[], title: number): number {
  const goesOn = ({ text }: Word) =>
    titleWeight(text) > 0 ||
    /^(?:\p{Ll}|[&/|–@-]|\p{L}+-$)/u.test(text) ||
    FIELD.test(text) ||
    (/^[A-ZÆØÅ]{2,4}$/.test(text) &&
      !hasLegalForm(`X ${text}`) &&
      words.some(word => /\p{Ll}{3}/u.test(word.text) && word !== words[title])) ||
    isDegree(text)
  const isObject = (at: number) =>
    /^(?:of|for|für|de|des|du|di|van|voor)$/.test(words[at - 1]?.text ?? '')
  const end = words.findIndex(
    (word, at) =>
      at > title && (/[;|,]$/.test(words[at - 1]?.text ?? '') || (!goesOn(word) && !isObject(at))),
  )
  return end === -1 ? words.length : end
}

/** Where in the world, and in which field: *VP Sales EMEA*, *Leiter Werkstatt*, *Regionsjef Midt*. */
export const FIELD =
  /^(?:EMEA|APAC|DACH|LATAM|Nordics?|Norden|Benelux|UK|BIM|HMS|HSE|IKT|ICT|IT|HR|QA|Vest|Øst|Nord|Sør|Midt|Syd|Väst|Öst|Mitt|Midtjylland|Süd|Ost|West|Mitte|North|South|East|Europe|Norge|Sverige|Danmark|Finland|Deutschland|Nederland|Controlling|(?:Haus)?[Tt]echni[kc]|Teknikk?|Tecnic[ao]|Technique|Analyti[kc]|Werkstatt|Verksted|Inkoop|Verkoop|Einkauf|Verkauf|Vertrieb|Logistikk?|Logistics|Logistiek|Produk[ts]i?[ojt]n|Produksjon|Personal|Finan[sz]en?|Finans|Økonomi|Ekonomi|Regnskap|Marked|Marknad|Marketing|Innovasjon|Utvikling|Udvikling|Utveckling|Entwicklung|Forschung|Qualität|Kvalitet|Kwaliteit|Calidad|Qualité|Qualità|Instandhaltung|Vedlikehold|Montage|Planung|Lager|Versand|Kundenservice|Kundeservice|Kundtjänst|Commerciale?|Comercial|Ventes|Achats|Ventas|Compras|Acquisti|Vendite|Salg|Innkjøp|Indkøb|Inköp|Försäljning|Drift|Service|Support|Sikkerhet|Miljø|Miljö|Personal|Prosjekt|Projekt|Projekte|Eksport|Export|Offentlig|Privat|Bedrift|Offshore|Subsea|Growth|Communications|Messebau)[,.]?$/
