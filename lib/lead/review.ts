import type { Draft, DraftField } from './draft.ts'
import { readOrgNumber } from './orgNumber.ts'
import { readPhone } from './phone.ts'
import { type Activity, type Lead, LIMITS, leadSchema, MOST_TAGS, RELATIONS } from './schema.ts'
import { emailsIn, phonesIn } from './several.ts'

/** What is missing or wrong in a field. Each has its sentence in the locales, shown at the field. */
export const FAULTS = [
  'name-missing',
  'company-missing',
  'personal',
  'email-wrong',
  'phone-wrong',
  'profile-wrong',
  'date-wrong',
  'number-wrong',
  'too-long',
] as const

export type Fault = (typeof FAULTS)[number]

export type Faults = Partial<Record<DraftField, Fault>>

export type Review = { ok: true; lead: Lead } | { ok: false; faults: Faults }

const LENGTHS: Partial<Record<DraftField, number>> = {
  name: LIMITS.name,
  company: LIMITS.company,
  title: LIMITS.title,
  email: LIMITS.email,
  phone: LIMITS.phone,
  profile: LIMITS.profile,
  where: LIMITS.where,
  event: LIMITS.where,
  notes: LIMITS.note,
  website: LIMITS.profile,
  orgNumber: LIMITS.number,
}

/** The schema's word on one field, for the fields whose form it knows better than we do. */
const FORMS: [DraftField, Fault, (text: string) => boolean][] = [
  [
    'email',
    'email-wrong',
    text => leadSchema.shape.person.shape.emails.safeParse(emailsIn(text)).success,
  ],
  ['profile', 'profile-wrong', text => readAddress(text) !== undefined],
  ['website', 'profile-wrong', text => readAddress(text) !== undefined],
  ['metOn', 'date-wrong', text => leadSchema.shape.followUp.safeParse(text).success],
  ['followUp', 'date-wrong', text => leadSchema.shape.followUp.safeParse(text).success],
]

/**
 * Decides whether a draft can be promoted, and makes the lead of it. A name and a company are
 * enough. What this returns is what is sent: nothing is added later.
 *
 * @param draft what stands in the form, and what was noted of this person since they were promoted
 * @param revision the number that this promotion gets, from 1
 * @param country ISO 3166-1 alpha-2, for phone numbers written without a country code
 * @returns the lead, or each field's first fault
 */
export function review(
  draft: Pick<Draft, 'id' | 'fields'> & { activities?: readonly Activity[] },
  revision: number,
  country: string,
): Review {
  // Rows of before a field was there lack it.
  const at = (field: DraftField) => visible(draft.fields[field] ?? '', field === 'notes')
  const faults: Faults = {}
  if (at('name') === '') faults.name = 'name-missing'
  if (at('company') === '') faults.company = 'company-missing'
  for (const [field, max] of Object.entries(LENGTHS) as [DraftField, number][]) {
    if (partsOf(field, at(field)).some(part => part.length > max)) faults[field] ??= 'too-long'
  }
  for (const [field, fault, holds] of FORMS) {
    if (at(field) !== '' && !holds(at(field))) faults[field] ??= fault
  }
  const tags = tagsIn(at('tags'))
  if (tags.length > MOST_TAGS || tags.some(tag => tag.length > LIMITS.tag)) faults.tags = 'too-long'
  const read = phonesIn(at('phone')).map(phone => readPhone(phone, country))
  const phones = [...new Set(read.filter(phone => phone !== undefined))]
  const isList = leadSchema.shape.person.shape.phones.safeParse(phones).success
  if (read.includes(undefined) || !isList) faults.phone ??= 'phone-wrong'
  const number = readOrgNumber(at('orgNumber'), country)
  if (number === undefined) faults.orgNumber ??= 'number-wrong'
  const relation = RELATIONS.find(known => known === at('relation'))
  // Anything that isn't a business relation is treated as personal: the safe side is home.
  if (relation === undefined) faults.relation = 'personal'
  if (relation === undefined || Object.keys(faults).length > 0) return { ok: false, faults }

  const lead: Lead = {
    id: draft.id,
    revision,
    person: {
      name: at('name'),
      ...optional('title', at('title')),
      emails: emailsIn(at('email')),
      phones,
      ...optional('profile', readAddress(at('profile'))),
    },
    company: {
      name: at('company'),
      ...optional('number', number),
      ...optional('website', readAddress(at('website'))),
    },
    meeting: {
      ...optional('where', at('where')),
      ...optional('on', at('metOn')),
      ...optional('event', at('event')),
    },
    relation,
    ...optional('note', at('notes')),
    tags,
    ...optional('followUp', at('followUp')),
    activities: (draft.activities ?? []).map(({ id, kind, on, text }) => ({ id, kind, on, text })),
  }
  return { ok: true, lead }
}

/** What stands between commas, each once, whatever its letters' case. */
function tagsIn(text: string): string[] {
  const tags = text.split(/[,;]/).map(tag => tag.trim())
  const isFirst = (tag: string, at: number) =>
    tags.findIndex(other => other.toLowerCase() === tag.toLowerCase()) === at
  return tags.filter((tag, at) => tag !== '' && isFirst(tag, at))
}

/** The values in a field; most have one. */
function partsOf(field: DraftField, text: string): string[] {
  if (field === 'email') return emailsIn(text)
  return field === 'phone' ? phonesIn(text) : [text]
}

/**
 * The text as it is seen: without control characters and without the marks that turn the direction
 * of what follows, which would show one thing here and another on the card. Notes keep their lines.
 */
function visible(text: string, hasLines: boolean): string {
  const line = text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
  const kept = hasLines ? line.replace(/\r\n?/g, '\n') : line.replace(/\s+/g, ' ')
  return kept.replace(/[^\P{Cc}\n\t]/gu, '').trim()
}

/** `{[key]: text}`, or nothing at all where there is no text: a CRM gets no empty fields. */
function optional<K extends string>(key: K, text: string | undefined): Partial<Record<K, string>> {
  return text === undefined || text === '' ? {} : ({ [key]: text } as Record<K, string>)
}

/** An address of the web as people write it, scheme or not; `undefined` where it isn't one. */
function readAddress(text: string): string | undefined {
  if (text === '' || /\s/.test(text)) return undefined
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`
  if (!/^https?:\/\/[^/]+\.[^/]/i.test(whole) || !URL.canParse(whole)) return undefined
  return leadSchema.shape.person.shape.profile.safeParse(whole).success ? whole : undefined
}
