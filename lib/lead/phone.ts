import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min'

/**
 * Reads a phone number as people write it.
 *
 * @param text what stands in the field
 * @param country ISO 3166-1 alpha-2 of numbers without a country code
 * @returns E.164 (ITU-T), such as `+4722334455`; `undefined` where no number could be read
 */
export function readPhone(text: string, country: string): string | undefined {
  const region: CountryCode | undefined = isSupportedCountry(country) ? country : undefined
  const read = parsePhoneNumberFromString(text, region === undefined ? undefined : region)
  return read?.isPossible() ? read.number : undefined
}
