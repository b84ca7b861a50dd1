import type { Lead } from '../../lib/crm/open/contract.ts'
import { fold, foldedWords } from './fold.ts'
import { withoutLegalForm } from './legal-forms.ts'
import { isSharedHost } from './shared-hosts.ts'

/** By what a company is recognised, the surest first. */
export type CompanyKeys = {
  number: string | null
  domain: string | null
  name: string
}

/** The keys of the company that a lead names. */
export function companyKeys(company: Lead['company']): CompanyKeys {
  return {
    number: company.number === undefined ? null : numberKey(company.number),
    domain: company.website === undefined ? null : domainKey(company.website),
    name: companyNameKey(company.name),
  }
}

/**
 * An organisation number as it is compared: letters and digits only, and a Norwegian one without
 * its country and VAT letters. Null for what has no digit (`unknown`), since that names nobody.
 */
export function numberKey(number: string): string | null {
  const plain = fold(number)
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replace(/^org(?:nr|no|nummer)?/, '')
  const norwegian = /^(?:no)?(\d{9})(?:mva)?$/.exec(plain)
  if (norwegian?.[1] !== undefined) return norwegian[1]
  return /\d/.test(plain) ? plain : null
}

/** The website's host without `www.`; null for a page on a host that many share. */
export function domainKey(website: string): string | null {
  if (!URL.canParse(website)) return null
  const host = new URL(website).hostname.replace(/\.$/, '').replace(/^www\./, '')
  const isName = host.includes('.') && !/^[\d.]+$/.test(host) && !host.startsWith('[')
  return isName && !isSharedHost(host) ? host : null
}

/** A company's name as it is compared: `ACME A/S ` and `Acme AS` are one. */
export function companyNameKey(name: string): string {
  const joined = fold(name)
    .replaceAll(/(?<=^|\s)a\s*\/\s*s(?=\W*$)/gu, 'as')
    // `I/S`, `K/S` and `P/S` go with their slash: `Diplom Is` sells ice cream.
    .replace(/(?<=\S)[\s,]+[ikp]\/s\W*$/u, '')
  return withoutLegalForm(foldedWords(joined))
}
