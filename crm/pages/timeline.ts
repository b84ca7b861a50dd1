import type { Card } from '../store/read-card.ts'
import { dayOf } from './day.ts'

type Conversation = Card['conversations'][number]
type Activity = Conversation['activities'][number]

/** Something that was said or done: a conversation, or an activity that was noted with one. */
export type Entry = {
  day: string
  kind: 'conversation' | Activity['kind']
  author: string
  contactName: string
  text: string | null
  where: string | null
  event: string | null
  tags: string[]
}

/** Everything that happened on a card, the newest first. */
export function timeline(card: Card): Entry[] {
  const names = namesOf(card)
  // Oldest first up to here; reversing keeps that order within a day, the other way round.
  return card.conversations
    .flatMap(said => entriesOf(said, names.get(said.contact_id) ?? said.person_name))
    .toReversed()
    .toSorted((a, b) => (a.day === b.day ? 0 : a.day < b.day ? 1 : -1))
}

/** What was promised and is still standing, the most urgent first. */
export function promises(card: Card, today: string) {
  const names = namesOf(card)
  return card.conversations
    .flatMap(said => {
      if (said.follow_up === null) return []
      const { follow_up: day, author, contact_id, person_name } = said
      return [{ day, author, name: names.get(contact_id) ?? person_name, isOverdue: day < today }]
    })
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
}

function entriesOf(said: Conversation, contactName: string): Entry[] {
  const common = { author: said.author, contactName }
  const conversation: Entry = {
    ...common,
    day: said.met_on ?? dayOf(said.created_at),
    kind: 'conversation',
    text: said.note,
    where: said.met_where,
    event: said.met_event,
    tags: said.tags,
  }
  const activities = said.activities.map(
    (activity): Entry => ({
      ...common,
      day: activity.on_date,
      kind: activity.kind,
      text: activity.text,
      where: null,
      event: null,
      tags: [],
    }),
  )
  return [conversation, ...activities]
}

function namesOf(card: Card): Map<string, string> {
  return new Map(card.contacts.map(contact => [contact.id, contact.name]))
}
