import { useEffect, useState } from 'preact/hooks'
import type { List } from '../lib/desk/list.ts'
import type { LeadItem, Queue } from '../lib/store/leads.ts'
import { PRIVATE_INPUT } from './Field.tsx'
import { LeadsGrid } from './LeadsGrid.tsx'
import { type BulkNotice, LeadsNotice } from './LeadsNotice.tsx'
import { SyncProgress } from './SyncProgress.tsx'
import { useWords } from './words.ts'

/** Rows that are drawn at once; *Show more* adds as many again. */
const PAGE = 200

const QUIET: Queue = { open: 0, total: 0, needsYou: 0, paused: false, hold: undefined }

/** The list of everybody that was written down, and what can be done with many of them at once. */
export function LeadsTab({ list }: { list: List }) {
  const { t } = useWords()
  const [search, setSearch] = useState('')
  const [limit, setLimit] = useState(PAGE)
  const [found, setFound] = useState<{ items: LeadItem[]; hasMore: boolean }>()
  const [queue, setQueue] = useState(QUIET)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [notice, setNotice] = useState<BulkNotice>()

  useEffect(() => list.watchLeads(search, limit, setFound), [list, search, limit])
  useEffect(() => list.watchQueue(setQueue), [list])

  function select(id: string, isSelected: boolean) {
    const next = new Set(selected)
    if (isSelected) next.add(id)
    else next.delete(id)
    setSelected(next)
  }

  async function selectAll(isSelected: boolean) {
    setSelected(new Set(isSelected ? await list.findIds(search) : []))
  }

  async function promoteSelected() {
    const promotion = await list.promote([...selected])
    if (!promotion.ok) return setNotice(promotion)
    setNotice({ ok: true, promoted: promotion.promoted.length, refused: promotion.refused.length })
    setSelected(new Set(promotion.refused.map(({ id }) => id)))
  }

  async function cancelSelected() {
    setNotice({ ok: true, cancelled: await list.cancel([...selected]) })
    setSelected(new Set())
  }

  if (found === undefined) return null
  const isEmpty = found.items.length === 0
  return (
    <>
      <div class="toolbar" role="toolbar" aria-label={t('leads.toolbar')}>
        <input
          type="search"
          aria-label={t('leads.search')}
          placeholder={t('leads.search')}
          value={search}
          onInput={event => setSearch(event.currentTarget.value)}
          {...PRIVATE_INPUT}
        />
        <button
          type="button"
          class="button primary"
          disabled={selected.size === 0}
          onClick={promoteSelected}
        >
          {t('leads.promote-selected')}
        </button>
        <button
          type="button"
          class="button"
          disabled={queue.needsYou === 0}
          onClick={() => list.retry()}
        >
          {t('leads.retry')}
        </button>
        {queue.paused ? (
          <button type="button" class="button" onClick={() => list.resume()}>
            {t('leads.resume')}
          </button>
        ) : (
          <button
            type="button"
            class="button"
            disabled={queue.open === 0}
            onClick={() => list.pause()}
          >
            {t('leads.pause')}
          </button>
        )}
        <button
          type="button"
          class="button"
          disabled={selected.size === 0 || queue.open + queue.needsYou === 0}
          onClick={cancelSelected}
        >
          {t('leads.cancel')}
        </button>
      </div>
      <SyncProgress queue={queue} />
      {notice !== undefined && <LeadsNotice notice={notice} />}
      {isEmpty ? (
        <p class="empty">{t(search === '' ? 'leads.none' : 'leads.none-found')}</p>
      ) : (
        <LeadsGrid
          items={found.items}
          selected={selected}
          onSelect={select}
          onSelectAll={selectAll}
        />
      )}
      {found.hasMore && (
        <button type="button" class="button" onClick={() => setLimit(limit + PAGE)}>
          {t('leads.more')}
        </button>
      )}
    </>
  )
}
