import { expect, test } from 'vitest'
import { aDraft } from '../../tests/fakes/drafts.ts'
import type { DraftFields, Start } from './draft.ts'
import { startOf } from './start.ts'

const fair = { name: 'Example Fair', tags: 'fair' }
const atFair = { where: 'Example Fair', event: 'Example Fair' }
const nowhere = { where: '', event: '' }

test.each<[string, Partial<DraftFields> | undefined, typeof fair | undefined, Start]>([
  ['nobody before', undefined, undefined, { ...nowhere, tags: '' }],
  ['an event', undefined, fair, { ...atFair, tags: 'fair' }],
  ['the last tags', { tags: 'dairy' }, undefined, { ...nowhere, tags: 'dairy' }],
  [
    'the last relation',
    { relation: 'partner' },
    fair,
    { ...atFair, tags: 'fair', relation: 'partner' },
  ],
  ['personal, which does not stick', { relation: 'personal' }, undefined, { ...nowhere, tags: '' }],
  [
    'the tags of this event',
    { ...atFair, tags: 'fair, vip' },
    fair,
    { ...atFair, tags: 'fair, vip' },
  ],
  [
    'no tags of an event that is over',
    { ...atFair, tags: 'fair' },
    undefined,
    { ...nowhere, tags: '' },
  ],
])('the next form begins with %s', (_what, last, event, start) => {
  const fields = last && aDraft({ relation: '', ...last }).fields
  expect(startOf(fields, event)).toEqual(start)
})
