import tables from 'libphonenumber-js/min/metadata'

/** What of a lead tells where somebody is. */
export interface Traces {
  /** E.164, such as `+4722334455`. */
  phones: readonly string[]
  /** As it is written, with its scheme or without. */
  website: string
  emails: readonly string[]
}

const codes: Partial<Record<string, readonly string[]>> = tables.country_calling_codes

/**
 * Guesses the country in which somebody works: by their phone, else by the address of their
 * company's site or of their mail.
 *
 * @returns ISO 3166-1 alpha-2; `undefined` where nothing tells
 */
export function countryOf({ phones, website, emails }: Traces): string | undefined {
  const hosts = [website, ...emails.map(email => email.slice(email.lastIndexOf('@') + 1))]
  return [...phones.map(countryOfPhone), ...hosts.map(countryOfHost)].find(
    country => country !== undefined,
  )
}

/** Of countries that share a code, the one that it is mostly of. */
function countryOfPhone(phone: string): string | undefined {
  const digits = phone.replace(/^\+/, '')
  const found = [1, 2, 3].map(length => codes[digits.slice(0, length)]?.[0])
  return found.find(country => country !== undefined)
}

/** Domains of countries that are used everywhere, for what their letters look like. */
const ANYWHERE = new Set('ai cc co eu fm gg io la ly me nu sh so tk to tv vc ws'.split(' '))

function countryOfHost(text: string): string | undefined {
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`
  if (!URL.canParse(address)) return undefined
  const domain = /\.([a-z]{2})\.?$/.exec(new URL(address).hostname)?.[1]
  if (domain === undefined || ANYWHERE.has(domain)) return undefined
  return domain === 'uk' ? 'GB' : domain.toUpperCase()
}
