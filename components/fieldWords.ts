import type { WordKey } from '../lib/language/words.ts'
import type { DraftField } from '../lib/lead/draft.ts'
import type { PastedField } from '../lib/lead/paste/fill.ts'
import type { Fault } from '../lib/lead/review.ts'

/** Which sentence belongs to which field, relation and fault. */
export const FIELD_WORDS: Record<DraftField, WordKey> = {
  name: 'field.name',
  company: 'field.company',
  title: 'field.title',
  email: 'field.email',
  phone: 'field.phone',
  where: 'field.where',
  metOn: 'field.metOn',
  notes: 'field.notes',
  relation: 'field.relation',
  followUp: 'field.followUp',
  profile: 'field.profile',
  paste: 'field.paste',
}

/** Beside the business relations of a lead stands the one that no lead has. */
export const RELATION_WORDS = {
  prospect: 'relation.prospect',
  customer: 'relation.customer',
  partner: 'relation.partner',
  supplier: 'relation.supplier',
  personal: 'relation.personal',
} as const satisfies Record<string, WordKey>

export const FAULT_WORDS: Record<Fault, WordKey> = {
  'name-missing': 'fault.name-missing',
  'company-missing': 'fault.company-missing',
  personal: 'fault.personal',
  'email-wrong': 'fault.email-wrong',
  'phone-wrong': 'fault.phone-wrong',
  'profile-wrong': 'fault.profile-wrong',
  'date-wrong': 'fault.date-wrong',
  'too-long': 'fault.too-long',
}

/** What the button says that takes a field back which was read from a paste. */
export const UNDO_WORDS: Record<PastedField, WordKey> = {
  name: 'paste.undo-name',
  company: 'paste.undo-company',
  title: 'paste.undo-title',
  email: 'paste.undo-email',
  phone: 'paste.undo-phone',
  profile: 'paste.undo-profile',
}
