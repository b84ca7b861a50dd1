import { type Draft, isEmpty } from '../lead/draft.ts'
import { isSame } from '../lead/merge.ts'
import { failureOf } from '../store/failure.ts'
import type { Back } from './back.ts'
import type { DeskState } from './state.ts'

interface PromotingDeps {
  back(): Promise<Back>
  state(): DeskState
  set(change: Partial<DeskState>): void
  /** Reads what stands in the box for pasting. @returns whether it was read */
  readBox(): Promise<boolean>
  /** The person was promoted elsewhere: what was written since becomes a draft of its own. */
  again(draft: Draft): Promise<void>
  /** Shows what another window wrote on this draft. */
  meet(row: Draft): void
  /** The person on the form was promoted, and is on their way. */
  hasLeft(draft: Draft): Promise<void>
}

/** The way of the person on the form to the outbox. */
export function createPromoting({
  back,
  state,
  set,
  readBox,
  again,
  meet,
  hasLeft,
}: PromotingDeps) {
  return async function promoteNow() {
    if (state().draft.fields.paste.trim() !== '') {
      set({ lead: { is: 'promoting' } })
      const isRead = await readBox()
      set({ lead: { is: 'draft' } })
      if (!isRead) return
    }
    const { draft } = state()
    if (isEmpty(draft)) {
      return set({ faults: { name: 'name-missing', company: 'company-missing' } })
    }
    set({ lead: { is: 'promoting' }, notice: undefined, faults: {} })
    try {
      const there = await back()
      const { draft: row, isFrozen } = await there.save(draft)
      if (!isSame(row, draft)) {
        // Not what was seen when the button was pressed.
        set({ lead: { is: 'draft' }, notice: 'joined' })
        return isFrozen ? again(draft) : meet(row)
      }
      const promotion = await there.promote(draft.id)
      const refused = promotion.ok ? promotion.refused[0] : undefined
      if (!promotion.ok) set({ lead: { is: 'draft' }, notice: `${promotion.missing}-missing` })
      else if (refused) set({ lead: { is: 'draft' }, faults: refused.faults })
      else {
        set({ lead: { is: 'waiting', canTakeBack: true }, discarded: undefined, isKept: true })
        there.send().catch(() => undefined) // the alarm finds it
        await hasLeft(draft)
      }
    } catch (error) {
      // Whatever kept the database from it: the draft is in the journal, and nothing went out.
      const failure = failureOf(error)
      const notice = failure === 'newer-database' ? failure : 'not-promoted'
      set({ lead: { is: 'draft' }, notice })
    }
  }
}
