import { DRAFT_FIELDS, type Draft, type DraftField } from '../lead/draft.ts'
import { isSame, merge, stampOf } from '../lead/merge.ts'

/** What became of this window's draft and another one's copy of it. */
interface Joined {
  draft: Draft
  /** Whether the other window does not have all of it yet. */
  isNews: boolean
  /** Whether the other copy has words that were not known here and that didn't stay. */
  hasLost: boolean
}

/**
 * Keeps what several windows write on one draft together. Every window hears what each of them put
 * in the journal, itself included, in the order in which it got there; so whoever was in the middle
 * of writing can tell that the other didn't know of it.
 */
export function createTogether() {
  /** What this window wrote and has not heard of yet. */
  let unheard: Draft[] = []
  /** Texts that stood here, or are kept because of what stood here. */
  const shown = new Set<string>()

  function show(draft: Draft) {
    for (const field of DRAFT_FIELDS) shown.add(textOf(draft, field))
  }

  return {
    show,
    wrote(draft: Draft) {
      unheard.push(draft)
      show(draft)
    },
    /** Whether this came from here. To be asked once for each piece of news, in its order. */
    isEcho(news: Draft): boolean {
      const at = unheard.findIndex(({ counter }) => counter === news.counter)
      const echo = unheard[at]
      if (echo === undefined || !isSame(echo, news)) return false
      unheard = unheard.slice(at + 1)
      return true
    },
    join(mine: Draft, theirs: Draft): Joined {
      const draft = merge(mine, theirs)
      const hasLost = DRAFT_FIELDS.some(
        field =>
          !draft.fields[field].includes(theirs.fields[field]) && !shown.has(textOf(theirs, field)),
      )
      show(theirs)
      show(draft)
      return { draft, hasLost, isNews: !isSame(draft, theirs) }
    },
  }
}

/** Tells one text of a field from another without keeping notes of twenty pages for each letter. */
function textOf(draft: Draft, field: DraftField): string {
  const text = draft.fields[field]
  return [draft.id, field, stampOf(draft, field), text.length, text.slice(-20)].join('/')
}
