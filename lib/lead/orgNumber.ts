const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2]

/** Whether nine digits are a Norwegian organisation number: MOD-11, as Brønnøysundregistrene says. */
export function isOrgNumber(digits: string): boolean {
  if (!/^[89]\d{8}$/.test(digits)) return false
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
  const control = (11 - (sum % 11)) % 11
  return control === Number(digits[8])
}

/**
 * An organisation number as somebody writes it. A Norwegian one loses its spaces and what stands
 * around it (NO, MVA); one of another country stays as given.
 *
 * @param country ISO 3166-1 alpha-2, where the company is taken to be
 * @returns `undefined` for nine digits that can't be a Norwegian number
 */
export function readOrgNumber(text: string, country: string): string | undefined {
  const [, digits] = /^(?:NO[\s-]*)?((?:\d[\s.]?){9})(?:\s*MVA)?$/i.exec(text) ?? []
  if (country !== 'NO' || digits === undefined) return text
  const number = digits.replace(/\D/g, '')
  return isOrgNumber(number) ? number : undefined
}
