import { folds } from './fold.ts'
import { beginsWithGivenName } from './givenNames.ts'
import { isLegalForm } from './legalForms.ts'
import { isDegree, isParticle } from './name.ts'
import { hasOrgWord } from './orgWords.ts'
import { EMPLOYED, isOrgLead } from './run.ts'
import { ENGLISH, FIELD, type Word } from './runTitle.ts'
import { mayBeJob, titleWeight } from './titleWords.ts'

/** What the addresses in a text tell of its words. */
export interface Known {
  /** The companies that they name. */
  readonly brands: readonly string[]
  /** What stands before their `@`. */
  readonly locals: readonly string[]
}

/** A word of a text without lines, with all that it tells by itself, so that it is asked once. */
export interface FlatWord extends Word {
  /** Without the marks around it. */
  readonly bare: string
  readonly isCapital: boolean
  readonly isShouted: boolean
  /** `2` where it is a job, `1` where it stands beside one. */
  readonly job: 0 | 1 | 2
  readonly isTrade: boolean
  readonly isField: boolean
  readonly isOrg: boolean
  readonly isForm: boolean
  /** *Advokatfirmaet*: what stands first in a company's name. */
  readonly isLead: boolean
  readonly isGiven: boolean
  readonly isInitial: boolean
  readonly isParticle: boolean
  readonly isDegree: boolean
  /** *Jr.*, *III* */
  readonly isSuffix: boolean
  /** A dash that stands alone. */
  readonly isMark: boolean
  /** Jobs that English builds of words that are no job's. */
  readonly isEnglish: boolean
  /** *&* and *og*: what two words are joined by. */
  readonly isLink: boolean
  /** *for* and *of*: what another word has to follow. */
  readonly isOpen: boolean
  /** Whether an address has it before its `@`, or behind. */
  readonly isLocal: boolean
  readonly isBrand: boolean
  readonly hasDigit: boolean
  /** *Sponsorship*: no name ends so in English, but what somebody leads does. */
  readonly isAbstract: boolean
  /** *Ärztlicher*, *Fung.*: what stands before a job. */
  readonly isAdjective: boolean
  /** *hos*, *i*: between a job and where it is done. */
  readonly isEmployed: boolean
  readonly isIn: boolean
}

const LINK = /^(?:&|\+|\/|og|och|und|and|et|y|ja|samt)$/
const OPEN =
  /^(?:of|for|für|av|af|til|till|to|i|in|im|på|ved|vid|hos|at|bei|de|des|du|di|der|des|van|voor|en|innen|c\/o|fra|från|from|with|med|v\/|the|la|le)$/

/** *Kaffebrenneriet*, *Dyreklinikken*: one that is called after what it is. */
const DEFINITE =
  /^\p{Lu}\p{L}{2,}(?:eriet|senteret|klinikken|huset|verket|laget|kontoret|byrået|firmaet|selskapet|verkstedet|stua|stuen|fabrikken|institutet|instituttet|skolen|foreningen|tjenesten|centralen|sameiet|bolaget|kompaniet)$|^(?:Sameiet|Institutet|Instituttet)$/iu

export function flatWords(words: readonly Word[], known: Known): FlatWord[] {
  return words.map(word => {
    const bare = word.text.replace(/^[^\p{L}\p{N}&+/]+|[^\p{L}\p{N}&+/]+$/gu, '')
    const ways = folds(bare).filter(way => way.length > 1)
    const isCapital = /^["“«(]?\p{Lu}/u.test(word.text)
    const isInitial = /^\p{Lu}\.?$/u.test(word.text)
    const letters = bare.replace(/[^\p{L}]/gu, '')
    return {
      ...word,
      bare,
      isCapital,
      isShouted: letters.length > 2 && letters === letters.toUpperCase(),
      job: titleWeight(word.text),
      isTrade: mayBeJob(bare),
      isField: FIELD.test(word.text),
      isOrg: hasOrgWord(bare),
      isForm: isLegalForm(bare) || isLegalForm(word.text),
      isLead: isOrgLead(word) || (isCapital && DEFINITE.test(bare)),
      isGiven: isCapital && beginsWithGivenName(bare),
      isInitial,
      isParticle: isParticle(bare),
      isDegree: isDegree(bare) || isDegree(word.text),
      isSuffix: /^(?:Jr\.?|JR\.?|Sr\.|SR\.|I{2,3}|IV)$/.test(word.text),
      isMark: /^(?:[–—~*|•·/=-]+|\p{Extended_Pictographic}\ufe0f?)$/u.test(word.text),
      isEnglish: ENGLISH.test(word.text),
      isLink: LINK.test(bare) || word.text === '&',
      isOpen: OPEN.test(word.text),
      isLocal: ways.some(way => known.locals.some(local => isIn(way, local))),
      isBrand: ways.some(way => known.brands.some(brand => isBrandPart(way, brand))),
      hasDigit: /\d/.test(bare),
      isAbstract: /\p{L}{3}(?:ship|tion|ment|ility|ance|ence|ics|shop|room|ware)s?$/u.test(bare),
      isAdjective:
        /\p{L}{2}(?:licher?|ischer?|isk|lig|ning)$|^\p{L}{2,8}\.$/u.test(word.text) && !isInitial,
      isEmployed: EMPLOYED.test(word.text),
      isIn: /^(?:i|in|på|ved|vid)$/.test(word.text),
    }
  })
}

/** Whether an address has a name before its `@`: by itself if it is short. */
function isIn(way: string, local: string): boolean {
  const parts = local.toLowerCase().split(/[^\p{L}\p{N}]+/u)
  return parts.some(part =>
    folds(part).some(one => (way.length > 3 ? one.includes(way) : one === way)),
  )
}

/** Whether a word is one of those that a domain is made of. */
const isBrandPart = (way: string, brand: string) =>
  way.length > 2 &&
  (brand.startsWith(way) ||
    (way.length > 3 && brand.includes(way)) ||
    (way.length > 5 && brand.length > 5 && way.startsWith(brand.slice(0, 6))))
