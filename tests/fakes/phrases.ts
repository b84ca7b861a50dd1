import type { Locale } from '../../lib/language/words.ts'

/** How each language says what a sentence about trouble has to say. */
interface Phrases {
  /** Where the lead is meanwhile. */
  keptHere: RegExp
  /** That nobody has to do anything for another try. */
  byItself: RegExp
  /** What became of what was written, in one of the ways there are. */
  notLost: RegExp
}

export const PHRASES: Record<Locale, Phrases> = {
  en: {
    keptHere: /kept here/,
    byItself: /by itself/,
    notLost: /kept|nothing is lost|still here|only in this window|goes on the card/i,
  },
  nb: {
    keptHere: /ligger trygt her/,
    byItself: /av seg selv/,
    notLost:
      /tatt vare på|ingenting er tapt|står fortsatt her|bare i dette vinduet|egen kladd|havner på kortet/i,
  },
  nn: {
    keptHere: /ligg trygt her/,
    byItself: /av seg sjølve?/,
    notLost:
      /teken? vare på|ingenting er tapt|står framleis her|berre i dette vindauget|eigen kladd|hamnar på kortet/i,
  },
  sv: {
    keptHere: /ligger tryggt här/,
    byItself: /av sig självt?/,
    notLost:
      /är sparat|inget är förlorat|finns kvar här|bara i det här fönstret|eget utkast|hamnar på kortet/i,
  },
  da: {
    keptHere: /ligger trygt her/,
    byItself: /af sig selv/,
    notLost:
      /er gemt|intet er tabt|står her stadig|kun i dette vindue|kladde for sig|havner på kortet/i,
  },
}
