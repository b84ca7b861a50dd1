import type { Card, Entry, Said } from '../history.ts'
import { hasty } from './hasty.ts'

/** How a history can be a bad one. */
export type Fault =
  /** A request with what nobody had promoted, or what was a draft again. */
  | 'early'
  /** A request to another CRM than the one that its leads were promoted to. */
  | 'strayed'
  | 'while paused'
  /** Another text under the same id and revision. */
  | 'changed'
  /** A request with what was on the card already. */
  | 'again'
  /** An earlier revision after a later one. */
  | 'out of order'
  /** Two requests with the same lead at the same time. */
  | 'twice at once'
  | 'two senders'
  /** A request in a time that the CRM asked to be left alone. */
  | 'hasty'
  /** Shown on the card without an answer that says so. */
  | 'unconfirmed'
  | 'doubled'
  | 'lost'

export interface Found {
  readonly fault: Fault
  readonly detail: string
}

type Of<K extends Entry['is']> = Extract<Entry, { is: K }>

/** A promotion that stands. */
interface Standing {
  said: Said
  connection: string
  shown?: 'on-card' | 'needs-you'
  /** Earlier revisions, that requests may have been begun with. */
  earlier: readonly Said[]
}

/** Decides from what happened alone, knowing nothing of how it came about, whether a promise broke. */
export function judge(history: readonly Entry[]): Found[] {
  const found: Found[] = []
  const standing = new Map<string, Standing>()
  const called = new Map<string, Map<number, string>>()
  const open = new Map<number, Of<'call'>>()
  const took = new Set<string>()
  const missing = new Map<string, number>()
  const gone = new Set<string>()
  let paused: readonly string[] | undefined

  const say = (fault: Fault, detail: string) => void found.push({ fault, detail })

  function onCall(call: Of<'call'>) {
    const others = [...open.values()].filter(({ worker }) => !gone.has(worker))
    for (const { worker } of others) {
      if (worker !== call.worker) say('two senders', `${worker} and ${call.worker}`)
    }
    for (const said of call.leads) onSaid(call, said, others)
    open.set(call.call, call)
  }

  function onSaid({ to }: Of<'call'>, said: Said, others: Of<'call'>[]) {
    const { lead, revision, text } = said
    const which = `${lead} in revision ${revision}`
    const now = standing.get(lead)
    const meant = now && [now.said, ...now.earlier].find(each => each.revision === revision)
    if (meant === undefined) say('early', which)
    else {
      if (now?.connection !== to) say('strayed', `${which}, to ${to}`)
      if (meant.text !== text) say('changed', which)
      if (meant === now?.said && now.shown === 'on-card') say('again', which)
    }
    if (paused !== undefined && !paused.includes(lead)) say('while paused', which)
    if (others.some(({ leads }) => leads.some(each => each.lead === lead))) {
      say('twice at once', which)
    }
    const revisions = called.get(`${to} ${lead}`) ?? new Map<number, string>()
    called.set(`${to} ${lead}`, revisions)
    if ([...revisions.keys()].some(other => other > revision)) say('out of order', which)
    const before = revisions.get(revision)
    if (before !== undefined && before !== text) say('changed', which)
    revisions.set(revision, text)
  }

  for (const entry of history) {
    if (entry.is === 'promoted') {
      const { connection } = entry
      for (const said of entry.said) standing.set(said.lead, { said, connection, earlier: [] })
    } else if (entry.is === 'amended') {
      const { connection } = entry
      for (const said of entry.said) {
        const before = standing.get(said.lead)
        const all = before === undefined ? [] : [before.said, ...before.earlier]
        const earlier = all.filter(({ revision }) => revision < said.revision)
        standing.set(said.lead, { said, connection, earlier })
      }
    } else if (entry.is === 'taken back') {
      for (const lead of entry.leads) standing.delete(lead)
    } else if (entry.is === 'reopened') standing.delete(entry.lead)
    else if (entry.is === 'retried') {
      for (const lead of entry.leads) {
        const before = standing.get(lead)
        if (before) standing.set(lead, { ...fresh(before), connection: entry.connection })
      }
      for (const lead of entry.missing) missing.set(lead, (missing.get(lead) ?? 0) + 1)
    } else if (entry.is === 'paused') paused = entry.sending
    else if (entry.is === 'resumed') paused = undefined
    else if (entry.is === 'killed') gone.add(entry.worker)
    else if (entry.is === 'call') onCall(entry)
    else if (entry.is === 'lost') open.delete(entry.call)
    else if (entry.is === 'answer') {
      open.delete(entry.call)
      for (const { lead, revision } of entry.took) took.add(`${lead}/${revision}`)
    } else if (entry.is === 'shown') {
      const { lead, revision, as } = entry
      if (as === 'on-card' && !took.has(`${lead}/${revision}`)) say('unconfirmed', lead)
      const now = standing.get(lead)
      if (now?.said.revision === revision) now.shown = as
    } else if (entry.is === 'end') {
      found.push(...atTheEnd(entry, standing, missing))
    }
  }
  return [...found, ...hasty(history)]
}

const fresh = ({ said, earlier }: Standing) => ({ said, earlier })

function atTheEnd(
  { isQuiet, cards }: Of<'end'>,
  standing: ReadonlyMap<string, Standing>,
  missing: ReadonlyMap<string, number>,
): Found[] {
  const ended: Found[] = isQuiet ? [] : [{ fault: 'lost', detail: 'it never comes to an end' }]
  return [
    ...ended,
    ...cards.flatMap(card => doubled(card, missing.get(card.lead) ?? 0)),
    ...[...standing].flatMap(([lead, now]) => lost(lead, now, cards)),
  ]
}

/** @param missing how often somebody looked for a note, did not find it, and had it sent again */
function doubled({ lead, connection, records, notes }: Card, missing: number): Found[] {
  const most = Math.max(0, ...Object.values(notes))
  return [
    ...(records.length > 1 ? [`${lead} is ${records.length} times in ${connection}`] : []),
    ...(most > 1 + missing ? [`a note of ${lead} is ${most} times in ${connection}`] : []),
  ].map(detail => ({ fault: 'doubled', detail }))
}

function lost(
  lead: string,
  { said, connection, shown }: Standing,
  cards: readonly Card[],
): Found[] {
  if (shown === undefined) return [{ fault: 'lost', detail: `${lead} waits for ever` }]
  if (shown === 'needs-you') return []
  const card = cards.find(each => each.lead === lead && each.connection === connection)
  const record = card?.records.find(({ revision }) => revision === said.revision)
  if (record === undefined) return [{ fault: 'lost', detail: `${lead} is on no card` }]
  return record.text === said.text ? [] : [{ fault: 'changed', detail: `${lead} on its card` }]
}
