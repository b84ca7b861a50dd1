import type { Act, Story } from './story.ts'

/** Stories that once went wrong, as short as they could be made, and what the mistake was. */

const edit: Act = { do: 'edit', lead: 'lead-0' }
const promote: Act = { do: 'promote', leads: ['lead-0'] }
const reopen: Act = { do: 'reopen', lead: 'lead-0' }
const LEADS = ['lead-0', 'lead-1', 'lead-2', 'lead-3']
const fast = { most: 100, ms: 40 }

export const REGRESSIONS: readonly (readonly [name: string, story: Story])[] = [
  [
    'another CRM took a lead, and that an answer of the first was lost was forgotten with it',
    {
      ...{ seed: 777670661, crm: 'notes', most: 100, ms: 7000 },
      acts: [
        edit,
        { ...promote, dies: true },
        { do: 'befall', fault: 'timed out after it was done', times: 1 },
        { do: 'befall', fault: 403, times: 1 },
        { do: 'sleep', ms: 108_000_000 },
        { do: 'connect' },
        reopen,
        promote,
        { do: 'sleep', ms: 31_000 },
        { do: 'connect' },
        reopen,
        edit,
        promote,
      ],
    },
  ],
  [
    'a disk that failed let go of the lock while a request was under way',
    {
      ...{ seed: 1, crm: 'key', ...fast },
      acts: [
        edit,
        promote,
        { do: 'events', count: 3 },
        { do: 'fail to write', after: 1, with: 'AbortError' },
        { do: 'events', count: 20 },
        { do: 'work' },
        { do: 'set clock', ms: -315_360_000_000 },
      ],
    },
  ],
  [
    'a worker with nothing to do took back the alarm of a window that was about to write',
    {
      ...{ seed: 1, crm: 'open', ...fast },
      acts: [edit, { do: 'work' }, { do: 'events', count: 9 }, { ...promote, dies: true }],
    },
  ],
  [
    'a search that lags, at a CRM that is slow, used up every wake-up before anything was made',
    {
      ...{ seed: 346, crm: 'marker', most: 100, ms: 7000 },
      acts: [
        edit,
        { do: 'befall', fault: 'dropped before', times: 1 },
        promote,
        { do: 'sleep', ms: 1000 },
      ],
    },
  ],
  [
    'an update took the alarms, and the new worker was killed before it had set one',
    {
      ...{ seed: 2216, crm: 'notes', most: 2, ms: 7000 },
      acts: [edit, promote, { do: 'events', count: 24 }, { do: 'update' }, { do: 'kill' }],
    },
  ],
  [
    'a correction forgot that the earlier revision may have arrived',
    {
      ...{ seed: 6835, crm: 'notes', most: 100, ms: 1500 },
      acts: [
        edit,
        { do: 'befall', fault: 'half of it was done', times: 1 },
        promote,
        { do: 'befall', fault: 403, times: 1 },
        { do: 'sleep', ms: 108_000_000 },
        reopen,
        promote,
      ],
    },
  ],
  [
    'of two problems in one request, the one that asked for no wait counted',
    {
      ...{ seed: 15_130, crm: 'open', most: 100, ms: 7000 },
      acts: [
        edit,
        { do: 'edit', lead: 'lead-1' },
        { do: 'befall', fault: 422, times: 1 },
        { do: 'befall', fault: 'dropped before', times: 1 },
        { do: 'befall', fault: '429 in seconds', times: 1 },
        { do: 'promote', leads: ['lead-0', 'lead-1'] },
        { do: 'events', count: 19 },
      ],
    },
  ],
  [
    'an edit that was undone was shown on the card, though the edit may have arrived',
    {
      ...{ seed: 6054, crm: 'open', most: 100, ms: 7000 },
      acts: [
        ...[edit, promote, { do: 'sleep', ms: 31_000 } as const],
        ...[reopen, edit, promote],
        { do: 'befall', fault: 'dropped after', times: 1 },
        { do: 'befall', fault: 'redirect', times: 1 },
        { do: 'sleep', ms: 120_000 },
        ...[reopen, edit, promote],
      ],
    },
  ],
  [
    'what was refused in parts, slowly, was refused again in each wake-up',
    {
      ...{ seed: 1, crm: 'open', most: 1, ms: 7000 },
      acts: [
        edit,
        { do: 'edit', lead: 'lead-1' },
        { do: 'edit', lead: 'lead-2' },
        { do: 'promote', leads: ['lead-0', 'lead-1', 'lead-2'] },
        { do: 'sleep', ms: 15_000 },
        { do: 'take back', lead: 'lead-2' },
        { do: 'edit', lead: 'lead-2' },
        { do: 'promote', leads: ['lead-2'] },
      ],
    },
  ],
  [
    'one request was told to wait, and another one that takes many steps went on',
    {
      ...{ seed: 1_154_499, crm: 'key', most: 1, ms: 1500 },
      acts: [
        ...LEADS.map((lead): Act => ({ do: 'edit', lead })),
        { do: 'befall', fault: 'dropped after', times: 2 },
        { do: 'befall', fault: 'redirect', times: 1 },
        { do: 'befall', fault: '429 with a date', times: 1 },
        promote,
        { do: 'sleep', ms: 120_000 },
        { do: 'promote', leads: LEADS },
        { do: 'sleep', ms: 16_000 },
      ],
    },
  ],
  [
    'a lead that came back from another CRM was made again where it may have been all the time',
    {
      ...{ seed: 3, crm: 'marker', ...fast },
      acts: [
        edit,
        { do: 'befall', fault: 'dropped after', times: 1 },
        ...[promote, { do: 'sleep', ms: 1000 } as const],
        ...[{ do: 'connect' } as const, { do: 'sleep', ms: 60_000 } as const],
        { do: 'befall', fault: 401, times: 1 },
        ...[{ do: 'retry' } as const, { do: 'sleep', ms: 60_000 } as const],
        ...[{ do: 'connect' } as const, { do: 'sleep', ms: 1000 } as const],
        ...[{ do: 'retry' } as const, { do: 'sleep', ms: 60_000 } as const],
      ],
    },
  ],
]
