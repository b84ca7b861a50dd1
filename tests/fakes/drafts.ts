import { type Draft, type DraftFields, newDraft } from '../../lib/lead/draft.ts'

let made = 0

/** A UUIDv4 that tells in a failure which one it was. */
export function anId(): string {
  made += 1
  return `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`
}

/** A draft with enough in it to be promoted; override what the test is about. */
export function aDraft(fields: Partial<DraftFields> = {}, id = anId()): Draft {
  const blank = newDraft(id, '2026-11-23')
  return {
    ...blank,
    counter: 1,
    fields: { ...blank.fields, name: 'Sample Person', company: 'Example AS', ...fields },
  }
}
