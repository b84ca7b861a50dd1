import type { Draft, DraftField } from '../draft.ts'
import type { Lead } from '../schema.ts'
import { KINDS, type Kind } from './letters/letter.ts'

/** Which kinds of data a card has of somebody, from the lead as it was promoted. */
export function kindsOfLead({ person, meeting, note, tags, followUp, activities }: Lead): Kind[] {
  return kindsWhere({
    ...{ name: true, company: true, relation: true, title: person.title !== undefined },
    ...{ email: person.emails.length > 0, phone: person.phones.length > 0 },
    profile: person.profile !== undefined,
    met: [meeting.where, meeting.on, meeting.event].some(part => part !== undefined),
    ...{ notes: note !== undefined, tags: tags.length > 0, followUp: followUp !== undefined },
    activities: activities.length > 0,
  })
}

/** Which kinds a card would have, from the form, where the lead itself can't be had. */
export function kindsOfDraft(fields: Draft['fields'], activities: readonly unknown[]): Kind[] {
  // Rows of before a field was there lack it.
  const has = (field: DraftField) => (fields[field] ?? '').trim() !== ''
  return kindsWhere({
    ...{ name: has('name'), company: has('company'), relation: true, title: has('title') },
    ...{ email: has('email'), phone: has('phone'), profile: has('profile') },
    met: has('where') || has('event') || has('metOn'),
    ...{ notes: has('notes'), tags: has('tags'), followUp: has('followUp') },
    activities: activities.length > 0,
  })
}

const kindsWhere = (isKept: Record<Kind, boolean>) => KINDS.filter(kind => isKept[kind])
