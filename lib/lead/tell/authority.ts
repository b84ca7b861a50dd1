import type { TellLanguage } from './language.ts'

/** Who hears complaints about how personal data is used. Germany has one in each of its states. */
const AUTHORITIES: Partial<Record<string, string>> = {
  NO: 'Datatilsynet (datatilsynet.no)',
  SE: 'Integritetsskyddsmyndigheten (imy.se)',
  DK: 'Datatilsynet (datatilsynet.dk)',
  FI: 'Tietosuojavaltuutettu (tietosuoja.fi)',
  IS: 'Persónuvernd (personuvernd.is)',
  AT: 'Österreichische Datenschutzbehörde (dsb.gv.at)',
  CH: 'EDÖB (edoeb.admin.ch)',
  LI: 'Datenschutzstelle (datenschutzstelle.li)',
  GB: 'ICO (ico.org.uk)',
  IE: 'Data Protection Commission (dataprotection.ie)',
  NL: 'Autoriteit Persoonsgegevens (autoriteitpersoonsgegevens.nl)',
  FR: 'CNIL (cnil.fr)',
  PL: 'UODO (uodo.gov.pl)',
}

/** Where the language is hardly spoken elsewhere, it tells the country. */
const HOME: Partial<Record<TellLanguage, string>> = { nb: 'NO', nn: 'NO', sv: 'SE', da: 'DK' }

/**
 * The data protection authority of a country.
 *
 * @param country ISO 3166-1 alpha-2, if anything tells
 * @returns its name and where it is found; `undefined` where it has to be said in general
 */
export const authorityFor = (
  country: string | undefined,
  language: TellLanguage,
): string | undefined => AUTHORITIES[country ?? HOME[language] ?? '']
