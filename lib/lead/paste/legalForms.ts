/** What the law of a country has companies add to their name. */
const ANY_CASE = String.raw`gmbh\s?&\s?co\.?\s?kgaa|gmbh\s?&\s?co\.?\s?kg|gmbh|ggmbh|mbh|ohg|partg(?:\s?mbb)?|p?llc|l\.l\.c\.|inc\.?|corp\.?|corporation|incorporated|plc|ltd\.?|limited|llp|pty\.?\s?ltd\.?|pvt\.?\s?ltd\.?|pte\.?\s?ltd\.?|aps|a\/s|i\/s|k\/s|p\/s|s\.p\.a\.?|s\.r\.l\.?(?:s\.?)?|s\.a\.s\.?|s\.a\.r\.l\.?|s\.à\.?r\.l\.?|s\.n\.c\.?|s\.l\.u?\.?|s\.a\.u?\.?|s\.c\.|s\.coop\.?|b\.v\.?|n\.v\.?|v\.o\.f\.?|e\.v\.|e\.k\.|oyj|ehf\.?|sp\.\s?z\s?o\.?\s?o\.?|s\.r\.o\.|a\.s\.|d\.o\.o\.|kft\.?|zrt\.?|sàrl|sarl|selarl|selas|sca|scp|scea|earl|eirl|eurl|sasu|gbr|kgaa|bvba|cvba|amba|a\.m\.b\.a\.|a\.mba|ek\.?\s?för\.?|f\.m\.b\.a\.?`
const AS_WRITTEN = String.raw`ASA|AS|As|AB \(publ\)|AB|Ab|AG|KG|UG|SE|SA|SAS|DA|ANS|ENK|BA|KF|IKS|NUF|HF|RHF|CIC|IVS|HB|KB|LP|BV|NV|VOF|Oy|OY|Oy\s?Ab|OY\s?AB|SL|SLU|SAU|SC|SNC|SpA|SPA|Srl|SRL|eG|eV|OÜ|UAB|SIA|Co\.|& Co|& Co\.|KGaA|Tmi|Ky|Ry|rf|ry`

const EDGE = String.raw`(?![\p{L}\p{N}&])`
const AT_END = new RegExp(
  String.raw`(?<![\p{L}\p{N}/.])(?:${AS_WRITTEN})${EDGE}|(?<![\p{L}\p{N}/.])(?:${ANY_CASE})${EDGE}`,
  'u',
)
/** *Fastighets AB Exempel*, *Rederi AB Exempel*. */
const TRADE = /^\p{Lu}\p{Ll}*(?:\p{Ll}{3}s|eri) (?:AB|Aktiebolaget)(?: \p{Lu}\p{Ll}+)(?! AB)/u

const ANY = new RegExp(
  String.raw`(?<![\p{L}\p{N}/.]|\d{4} )(?:${AS_WRITTEN}|${caseless(ANY_CASE)})${EDGE}`,
  'gu',
)
const LEADING =
  /^(?:AB|A\/S|AS|Oy|OY|SARL|SAS|SA|Soci[eé]t[eé]|Stichting|Stiftelsen|Stiftung|Foreningen|Vereniging|Fundaci[oó]n|Fondazione|Asociaci[oó]n|Associazione|Association) \p{Lu}/u

/** A pattern that reads both cases without the flag, so that others beside it stay as written. */
function caseless(pattern: string): string {
  return pattern.replace(/\\.|\p{L}/gu, part =>
    part.startsWith('\\') ? part : `[${part.toLowerCase()}${part.toUpperCase()}]`,
  )
}

const ALONE = new RegExp(`^(?:${caseless(ANY_CASE)})$`, 'u')

/** Where the last legal form that ends a name ends; `undefined` where there is none. */
export function endOfLegalForm(text: string): number | undefined {
  const all = formsIn(text).filter(({ index }) => index > 1)
  const last = all.at(-1)
  // *Bostads AB Exempel*: what comes before says the trade alone.
  const trade = TRADE.exec(text)?.[0].length
  if (trade !== undefined) return trade
  // "AS" twice in a line is two companies; the first is the one that the line begins with.
  const first = all[0]
  const use = first && last && last.index - (first.index + first[0].length) <= 3 ? last : first
  return use === undefined ? undefined : use.index + use[0].length
}

export const hasLegalForm = (text: string) =>
  endOfLegalForm(text) !== undefined || LEADING.test(text)

/** Whether this is a legal form and nothing else, as after the comma of *Example, Inc.* */
export const isLegalForm = (text: string) =>
  AT_END.exec(text.trim())?.[0].length === text.trim().length || ALONE.test(text.trim())

/** Where each legal form in a text ends. */
export const legalFormEnds = (text: string) =>
  formsIn(text).map(one => {
    const end = one.index + one[0].length
    const from = text.lastIndexOf(' ', one.index - 2) + 1
    const trade = TRADE.exec(text.slice(from, end + 40))?.[0].length
    return trade === undefined ? end : from + trade
  })

/** All but the *& Co* that a name goes on behind: *Prøve & Co Bygg AS*. */
function formsIn(text: string): RegExpExecArray[] {
  const all = [...text.matchAll(ANY)]
  return all.filter((one, at) => {
    const next = all[at + 1]?.index ?? Number.MAX_SAFE_INTEGER
    const between = text.slice(one.index + one[0].length, next)
    return !(
      /^(?:& )?Co\.?$/.test(one[0]) &&
      next < text.length &&
      /^(?: [\p{Lu}][\p{L}-]*){1,2} $/u.test(between)
    )
  })
}
