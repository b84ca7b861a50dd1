import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { FollowUpList } from '../lib/desk/followUps.ts'
import type { WordKey } from '../lib/language/words.ts'
import type { Failure } from '../lib/store/failure.ts'
import type { FollowUp, FollowUps, When } from '../lib/store/reminders.ts'
import { FollowUpRow } from './FollowUpRow.tsx'
import { FollowUpsNotice, type Put } from './FollowUpsNotice.tsx'
import { useToday } from './useToday.ts'
import { useWords } from './words.ts'

/** Rows of each time that are drawn at once; *Show more* adds as many again. */
const PAGE = 50

const HEADINGS: [When, WordKey][] = [
  ['overdue', 'follow.overdue'],
  ['today', 'quick.today'],
  ['coming', 'follow.coming'],
]

interface Props {
  list: FollowUpList
  /** Whether the browser tells the user on the day. */
  isReminded: boolean
  onOpen(id: string): Promise<void>
}

/** Whom one is to follow up: who is late, who is today's, who is coming. */
export function FollowUpsTab({ list, isReminded, onOpen }: Props) {
  const { t } = useWords()
  const today = useToday()
  const [limit, setLimit] = useState(PAGE)
  const [found, setFound] = useState<Record<When, FollowUps>>()
  const [failure, setFailure] = useState<Failure>()
  const [put, setPut] = useState<Put>()
  const [unfolded, setUnfolded] = useState<string>()
  useEffect(() => list.watch(today, limit, setFound, setFailure), [list, today, limit])

  // The button that was in use goes with its row, and the keyboard on to the next one.
  const next = useRef<{ id: string | undefined }>(undefined)
  const undo = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => {
    if (next.current === undefined || document.activeElement !== document.body) return
    const { id } = next.current
    const button = (id && document.getElementById(`done-${id}`)) || undo.current
    if (!button) return // it is drawn with what the database says next
    button.focus()
    next.current = undefined
  })

  /** Where the database fails it, nothing changed, and people are told. */
  const attempt = (task: () => Promise<unknown>) => {
    setFailure(undefined)
    task().catch(error => setFailure(list.whyFailed(error)))
  }

  const shown = HEADINGS.flatMap(([when]) => found?.[when].items ?? [])

  const move = ({ row }: FollowUp, on: string) =>
    attempt(async () => {
      const at = shown.findIndex(item => item.row.id === row.id)
      const neighbour = shown[at + 1] ?? shown[at - 1]
      next.current = { id: neighbour?.row.id }
      const before = await list.move(row.id, on)
      setUnfolded(undefined)
      if (before !== undefined) setPut({ id: row.id, name: row.fields.name, on, before })
    })

  const takeBack = ({ id, before }: Put) =>
    attempt(async () => {
      next.current = { id }
      await list.move(id, before)
      setPut(undefined)
    })

  return (
    <div class="follow-ups">
      {!isReminded && (
        <p class="muted">
          <a href="#settings">{t('follow.to-settings')}</a>
        </p>
      )}
      <FollowUpsNotice failure={failure} put={put} undo={undo} onUndo={takeBack} />
      {found !== undefined && shown.length === 0 && <p class="empty">{t('follow.none')}</p>}
      {HEADINGS.map(([when, words]) => {
        const { items = [], hasMore = false } = found?.[when] ?? {}
        if (items.length === 0) return null
        return (
          <section key={when} aria-labelledby={`when-${when}`} data-when={when}>
            <h2 id={`when-${when}`}>{t(words)}</h2>
            <ul>
              {items.map(item => (
                <FollowUpRow
                  key={item.row.id}
                  item={item}
                  today={today}
                  isUnfolded={item.row.id === unfolded}
                  onUnfold={isOpen => setUnfolded(isOpen ? item.row.id : undefined)}
                  onMove={on => move(item, on)}
                  onOpen={() => attempt(() => onOpen(item.row.id))}
                />
              ))}
            </ul>
            {hasMore && (
              <button type="button" class="button" onClick={() => setLimit(limit + PAGE)}>
                {t('leads.more')}
              </button>
            )}
          </section>
        )
      })}
    </div>
  )
}
