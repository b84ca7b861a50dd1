import type { Ref } from 'preact'
import type { Failure } from '../lib/store/failure.ts'
import { dayIn } from './day.ts'
import { useWords } from './words.ts'

/** What was just said of somebody: done where `on` is empty, else put off to that day. */
export interface Put {
  id: string
  name: string
  on: string
  /** The day that it was before. */
  before: string
}

interface Props {
  failure: Failure | undefined
  put: Put | undefined
  undo: Ref<HTMLButtonElement>
  onUndo(put: Put): void
}

/** What became of it, and the way back. */
export function FollowUpsNotice({ failure, put, undo, onUndo }: Props) {
  const { t, tags } = useWords()
  const name = put === undefined || put.name.trim() === '' ? t('leads.no-name') : put.name
  return (
    <div role="status">
      {failure !== undefined && (
        <p class="notice" role="alert">
          {t(`notice.${failure}`)}
        </p>
      )}
      {put !== undefined && (
        <p class="notice">
          {put.on === ''
            ? t('follow.was-done', { name })
            : t('follow.was-moved', { name, day: dayIn(tags, put.on) })}{' '}
          <button type="button" class="button quiet" ref={undo} onClick={() => onUndo(put)}>
            {t('action.undo')}
          </button>
        </p>
      )}
    </div>
  )
}
