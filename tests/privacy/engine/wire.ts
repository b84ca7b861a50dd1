import { isDeepStrictEqual } from 'node:util'
import type { Draft } from '../../../lib/lead/draft.ts'
import type { Lead } from '../../../lib/lead/schema.ts'
import { saveDraft } from '../../../lib/store/drafts.ts'
import type { QueuedRow } from '../../../lib/store/rows.ts'
import type { Breach } from '../breach.ts'
import type { Sent } from './network.ts'
import { ADDRESS, open, type Parts, TOKEN, wake } from './world.ts'

/** All that a request says beside its body. */
const REQUEST = {
  method: 'POST',
  url: `${ADDRESS}/api/v1/leads/batch`,
  headers: {
    accept: 'application/json',
    'accept-language': '*',
    authorization: `Bearer ${TOKEN}`,
    'content-type': 'application/json',
  },
  manners: {
    credentials: 'omit',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    mode: 'cors',
    cache: 'no-store',
  },
}

/** Sends one frozen lead, and says what the requests carried beside it. */
export async function wireOfLead(parts: Parts, lead: Lead): Promise<Breach[]> {
  const { db, clock, deps, sent, connectionId } = await open(parts, [])
  const { id: leadId, revision } = lead
  await db.frozen.put({ seq: 1, leadId, revision, lead })
  const row: QueuedRow = {
    leadId,
    revision,
    connectionId,
    seq: 1,
    attempts: 0,
    phase: 'queued',
    dueAt: 0,
  }
  await db.outgoing.put(row)
  await wake(parts, deps, clock, 1)
  db.close()
  return beside(sent, lead)
}

/** Writes one person down, promotes them, and says what the requests carried beside what was typed. */
export async function wireOfDraft(parts: Parts, draft: Draft): Promise<Breach[]> {
  const { db, clock, deps, sent } = await open(parts, [])
  await saveDraft(db, draft)
  await parts.promote(db, [draft.id], 'NO')
  await wake(parts, deps, clock, 1)
  db.close()
  return beside(sent, asTyped(draft), allSeen)
}

/**
 * A text as it looks on a screen: control characters and marks of direction can't be seen, and some
 * space is as good as any other.
 */
const seen = (text: string) =>
  text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim()

/** The same value with each text in it as it looks; one that can't be seen at all is not there. */
const allSeen = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_key, inner) =>
    typeof inner === 'string' ? seen(inner) || undefined : inner,
  )

/**
 * The lead that somebody who sees this form expects on the card: written down a second time, by
 * hand, since `review` itself can't be the judge of what it makes.
 */
function asTyped({ id, fields }: Draft): unknown {
  const typed = (field: keyof typeof fields) => seen(fields[field]) || undefined
  const phone = typed('phone')?.replaceAll(' ', '')
  const address = (text: string | undefined) =>
    text === undefined || /^https?:/.test(text) ? text : `https://${text}`
  const email = typed('email')
  const lead = {
    id,
    revision: 1,
    person: {
      name: typed('name'),
      title: typed('title'),
      emails: email === undefined ? [] : [email],
      phones: phone === undefined ? [] : [phone.startsWith('+') ? phone : `+47${phone}`],
      profile: address(typed('profile')),
    },
    company: {
      name: typed('company'),
      number: typed('orgNumber'),
      website: address(typed('website')),
    },
    meeting: { where: typed('where'), on: typed('metOn'), event: typed('event') },
    relation: fields.relation,
    note: typed('notes'),
    // What the form can have here are two of them, or none.
    tags: fields.tags === '' ? [] : fields.tags.split(', '),
    followUp: typed('followUp'),
    activities: [],
  }
  return allSeen(lead)
}

function beside(sent: readonly Sent[], lead: unknown, look = (value: unknown) => value): Breach[] {
  const more = (detail: string): Breach => ({ kind: 'more than the reviewed lead left', detail })
  const [only, ...others] = sent
  if (only === undefined) return [more('nothing was sent at all')]
  const { at: _, body, ...request } = only
  return [
    ...others.map(({ method, url }) => more(`another request: ${method} ${url}`)),
    ...(isDeepStrictEqual(request, REQUEST) ? [] : [more(JSON.stringify(request))]),
    ...(says(body, { leads: [lead] }, look) ? [] : [more(body)]),
  ]
}

/** Whether a body says just this, and is written in such a way that nothing hides in it. */
function says(body: string, expected: unknown, look: (value: unknown) => unknown): boolean {
  if (body === '') return false
  const parsed: unknown = JSON.parse(body)
  // Text against text: a parser does not tell of a key that is there twice.
  return isDeepStrictEqual(look(parsed), expected) && body === JSON.stringify(parsed)
}
