import { describe, expect, test } from 'vitest'
import type { Card, Entry, Said } from '../history.ts'
import { type Fault, judge } from './checker.ts'

/** Entries without their times; each comes a second after the one before. */
type Told = Entry extends infer E
  ? E extends Entry
    ? Omit<E, 'at'> & { at?: number }
    : never
  : never

const timed = (told: readonly Told[]) =>
  told.map((entry, index) => ({ at: index * 1000, ...entry })) as Entry[]

const said = (revision = 1, text = `text ${revision}`): Said => ({ lead: 'a', revision, text })
const promoted = (revision = 1, connection = 'crm'): Told => ({
  ...{ is: 'promoted', connection, said: [said(revision)] },
})
const amended = (revision: number, text?: string): Told => ({
  ...{ is: 'amended', connection: 'crm', said: [said(revision, text)] },
})
const call = (id = 1, change: Partial<Extract<Entry, { is: 'call' }>> = {}): Told => ({
  ...{ is: 'call', call: id, worker: 'w', to: 'crm', leads: [said()] },
  ...change,
})
const answer = (id = 1, revision = 1): Told => ({
  ...{ is: 'answer', call: id, took: [{ lead: 'a', revision }] },
})
const lost = (id = 1): Told => ({ is: 'lost', call: id })
const shown = (as: 'on-card' | 'needs-you' = 'on-card', revision = 1): Told => ({
  ...{ is: 'shown', lead: 'a', revision, as },
})
const card = (change: Partial<Card> = {}): Card => ({
  ...{ connection: 'crm', lead: 'a', records: [{ revision: 1, text: 'text 1' }], notes: {} },
  ...change,
})
const end = (cards: Card[] = [card()], isQuiet = true): Told => ({ is: 'end', isQuiet, cards })
const toTheCard = [promoted(), call(), answer(), shown()]

describe('a good history', () => {
  test.each<[string, Told[]]>([
    ['nothing happened', [end([])]],
    ['straight to the card', [...toTheCard, end()]],
    ['an answer was lost', [promoted(), call(), lost(), call(2), answer(2), shown(), end()]],
    [
      'somebody else goes on after a kill',
      [
        promoted(),
        call(),
        { is: 'killed', worker: 'w' },
        call(2, { worker: 'v' }),
        answer(2),
        shown(),
        end(),
      ],
    ],
    [
      'more is said while a request is under way, which goes on',
      [
        ...[promoted(), amended(2), call(), answer(), shown()],
        ...[call(2, { leads: [said(2)] }), answer(2, 2), shown('on-card', 2)],
        end([card({ records: [{ revision: 2, text: 'text 2' }] })]),
      ],
    ],
    [
      'an edit goes out as the next revision',
      [
        ...toTheCard,
        { is: 'reopened', lead: 'a' },
        promoted(2),
        call(2, { leads: [said(2)] }),
        answer(2, 2),
        shown('on-card', 2),
        end([card({ records: [{ revision: 2, text: 'text 2' }] })]),
      ],
    ],
    ['somebody is asked', [promoted(), call(), lost(), shown('needs-you'), end([])]],
    ['it was taken back in time', [promoted(), { is: 'taken back', leads: ['a'] }, end([])]],
    [
      'what was under way when the queue was paused',
      [promoted(), { is: 'paused', sending: ['a'] }, call(), answer(), shown(), end()],
    ],
    [
      'sent after a pause',
      [
        promoted(),
        { is: 'paused', sending: [] },
        { is: 'resumed' },
        call(),
        answer(),
        shown(),
        end(),
      ],
    ],
    [
      'sent to another CRM at the user’s word',
      [
        promoted(),
        shown('needs-you'),
        { is: 'retried', connection: 'other', leads: ['a'], missing: [] },
        call(1, { to: 'other' }),
        answer(),
        shown(),
        end([card({ connection: 'other' })]),
      ],
    ],
    [
      'a note that somebody looked for and had sent again',
      [
        promoted(),
        { is: 'retried', connection: 'crm', leads: ['a'], missing: ['a'] },
        call(),
        answer(),
        shown(),
        end([card({ notes: { 1: 2 } })]),
      ],
    ],
    [
      'a wait that was kept',
      [
        promoted(),
        call(1, { at: 0 }),
        { is: 'answer', call: 1, took: [], wait: 60_000, at: 1000 },
        { ...call(2), at: 61_000 },
        { ...answer(2), at: 61_001 },
        { ...shown(), at: 61_002 },
        { ...end(), at: 61_003 },
      ],
    ],
  ])('%s', (_, told) => expect(judge(timed(told))).toEqual([]))
})

describe('a bad history is told from a good one', () => {
  const asked: Told = { is: 'answer', call: 1, took: [], wait: 60_000 }

  test.each<[string, Fault, Told[]]>([
    ['a draft is sent', 'early', [call()]],
    [
      'a draft is sent that was taken back',
      'early',
      [promoted(), { is: 'taken back', leads: ['a'] }, call()],
    ],
    [
      'a draft is sent that is being corrected',
      'early',
      [promoted(), { is: 'reopened', lead: 'a' }, call()],
    ],
    [
      'a revision is sent that nobody promoted',
      'early',
      [promoted(), call(1, { leads: [said(2)] })],
    ],
    ['another CRM gets it', 'strayed', [promoted(), call(1, { to: 'other' })]],
    ['a paused queue sends', 'while paused', [promoted(), { is: 'paused', sending: [] }, call()]],
    [
      'other words under the same key',
      'changed',
      [promoted(), call(1, { leads: [said(1, 'other')] })],
    ],
    [
      'what was taken back before anybody heard it is sent',
      'changed',
      [promoted(), amended(1, 'less'), call()],
    ],
    [
      'other words on the card',
      'changed',
      [...toTheCard, end([card({ records: [{ revision: 1, text: 'other' }] })])],
    ],
    ['what is on the card is sent again', 'again', [...toTheCard, call(2)]],
    [
      'an earlier revision comes after a later one',
      'out of order',
      [promoted(2), call(1, { leads: [said(2)] }), lost(), call(2)],
    ],
    ['two requests with one lead', 'twice at once', [promoted(), call(), call(2)]],
    ['two senders', 'two senders', [promoted(), call(), call(2, { worker: 'v', leads: [] })]],
    ['a wait is not kept', 'hasty', [promoted(), call(), asked, call(2)]],
    ['nobody said that it is on the card', 'unconfirmed', [promoted(), call(), lost(), shown()]],
    [
      'the answer was about another revision',
      'unconfirmed',
      [promoted(2), call(1, { leads: [said(2)] }), answer(1, 1), shown('on-card', 2)],
    ],
    [
      'the CRM has it twice',
      'doubled',
      [...toTheCard, end([card({ records: [...card().records, ...card().records] })])],
    ],
    ['the CRM has its note twice', 'doubled', [...toTheCard, end([card({ notes: { 1: 2 } })])]],
    ['it waits for ever', 'lost', [promoted(), call(), lost(), end([])]],
    ['it is on no card', 'lost', [...toTheCard, end([])]],
    ['it is on another CRM’s card', 'lost', [...toTheCard, end([card({ connection: 'other' })])]],
    ['it never comes to an end', 'lost', [...toTheCard, end([card()], false)]],
  ])('%s', (_, fault, told) => {
    expect(judge(timed(told)).map(found => found.fault)).toContain(fault)
  })
})
