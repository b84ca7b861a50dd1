import { folds, wordsOf } from './fold.ts'
import { endOfLegalForm, hasLegalForm } from './legalForms.ts'
import { hasOrgWord } from './orgWords.ts'

/** Mail providers: an address there says nothing about where somebody works. */
const FREE =
  /^(?:gmail|googlemail|hotmail|outlook|live|msn|icloud|me|mac|yahoo|ymail|aol|mail|gmx|web|t-online|freenet|posteo|mailbox|proton|protonmail|pm|fastmail|zoho|orange|wanadoo|free|laposte|sfr|neuf|libero|virgilio|tiscali|alice|telia|bredband|comhem|spray|online|broadpark|frisurf|getmail|start|lyse|altibox|nextgentel|jubii|stofanet|tdcadsl|mail\.dk|kolumbus|elisanet|saunalahti|luukku|suomi24|ziggo|kpnmail|xs4all|planet|hetnet|telefonica|terra|btinternet|sky|virginmedia|talktalk|comcast|verizon|att|privat|private|freemail|webmail)$/i

/**
 * The label of a host that a company chose: `nordkyst-emballage` of `www.nordkyst-emballage.example`.
 * @returns it folded to letters and digits; empty for mail providers
 */
export function brandOf(host: string): string {
  const labels = host
    .toLowerCase()
    .replace(/^www\d?\./, '')
    .split('.')
  labels.pop()
  while (
    labels.length > 1 &&
    /^(?:example|co|com|org|ac|gov|net|kommune|test|invalid)$/.test(labels.at(-1) ?? '')
  )
    labels.pop()
  const label = labels.at(-1) ?? ''
  return FREE.test(label) ? '' : (folds(label)[0] ?? '')
}

const SMALL = /^(?:og|and|och|und|et|y|e|i|av|af|of|the|de|la|le|&|ja|en)$/i

/** How well a text names the company of a brand, from 0 to 1. */
export function brandScore(text: string, brand: string): number {
  if (brand.length < 2) return 0
  const end = endOfLegalForm(text)
  const bare = end === undefined ? text : text.slice(0, end).replace(/[\s,]+\S+$/u, '') || text
  const words = wordsOf(bare).filter(word => !SMALL.test(word))
  let best = 0
  for (const way of [0, 1]) {
    const parts = words.map(word => folds(word)[way] ?? folds(word)[0] ?? '').filter(Boolean)
    const joined = parts.join('')
    if (joined === '') continue
    if (joined === brand) return 1
    // *Pine & Sample* is *pineandsample*, and *Bäckerei Muster* has *muster* alone.
    if (
      text.includes('&') &&
      brand === AND.map(and => spelt(bare, and, way)).find(one => one === brand)
    )
      return 1
    if (brand.length > 6 && joined.endsWith(brand)) best = Math.max(best, 0.95)
    let common = 0
    while (common < Math.min(joined.length, brand.length) && joined[common] === brand[common])
      common++
    if (common >= 3)
      best = Math.max(best, common / Math.max(brand.length, Math.min(joined.length, brand.length)))
    if (parts.length > 1 && parts.map(part => part[0]).join('') === brand)
      best = Math.max(best, 0.9)
    if (
      parts.some(
        part =>
          part.length > 3 &&
          (part === brand || (brand.includes(part) && part.length / brand.length > 0.5)),
      )
    )
      best = Math.max(best, 0.7)
  }
  return best
}

const AND = ['and', 'og', 'och', 'und', 'et', 'y']
/** A name as it is in an address, with a word for its ampersand. */
const spelt = (text: string, and: string, way: number) =>
  wordsOf(text.replace(/&/g, ` ${and} `))
    .map(word => folds(word)[way] ?? folds(word)[0] ?? '')
    .join('')

/** How likely a text names a company, from its words alone and from the brands around it. */
export function companyScore(text: string, brands: readonly string[]): number {
  if (!/\p{L}{2}/u.test(text) || text.length > 90) return 0
  const brand = Math.max(0, ...brands.map(one => brandScore(text, one)))
  return (hasLegalForm(text) ? 5 : 0) + (hasOrgWord(text) ? 2 : 0) + (brand >= 0.5 ? 4 * brand : 0)
}

/** A company's name without what follows its legal form and without remarks in brackets. */
export function trimCompany(text: string): string {
  const end = endOfLegalForm(text)
  const cut = end === undefined ? text : text.slice(0, end)
  return cut
    .replace(/\s*[([](?!publ\))[^)\]]*[)\]]?$/u, '')
    .replace(/\s+c\/o\s.*$/iu, '')
    .replace(
      /^(?:kundeservice|kundenservice|kundtjänst|customer service)\s+(?=(?-i:\p{Lu}))|^(?:company|firma|firmanavn|selskap|bedrift|virksomhed|företag|société|empresa|azienda|bedrijf|yritys|organisasjon|organization|organisation|arbeidsgiver|employer)\s?:\s*|^(?:c\/o|(?:for and )?on behalf of|på vegne av|for|hos|at|i|bei|chez|@)\s+(?=(?-i:\p{Lu})|\d)/iu,
      '',
    )
    .replace(/[\s,:;|–-]+$/u, '')
}
