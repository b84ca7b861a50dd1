import type { DraftFields, Start } from './draft.ts'

/**
 * What somebody would otherwise write anew for each person: the relation and the tags that the last
 * one had, and where they are. Tags stick among the people of one event, or of none. *Personal*
 * doesn't stick: it is said of one person.
 *
 * @param last the person before, if there is one
 * @param event the running one, if there is one
 */
export function startOf(
  last: DraftFields | undefined,
  event: { name: string; tags: string } | undefined,
): Start {
  const name = event?.name ?? ''
  const isSameEvent = last !== undefined && (last.event ?? '') === name
  const tags = isSameEvent ? (last.tags ?? '') : (event?.tags ?? '')
  const relation = last?.relation ?? ''
  return {
    ...{ where: name, event: name, tags },
    ...(relation === '' || relation === 'personal' ? {} : { relation }),
  }
}
