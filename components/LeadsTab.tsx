import { useEffect, useState } from 'preact/hooks'
import type { List, ListQueue } from '../lib/desk/list.ts'
import type { Told } from '../lib/desk/storage.ts'
import type { Met } from '../lib/store/events.ts'
import type { LeadItem } from '../lib/store/list.ts'
import { LeadsGrid } from './LeadsGrid.tsx'
import { type BulkNotice, LeadsNotice } from './LeadsNotice.tsx'
import { LeadsToolbar } from './LeadsToolbar.tsx'
import { LongSilence } from './LongSilence.tsx'
import { MetFilter } from './MetFilter.tsx'
import { SyncProgress } from './SyncProgress.tsx'
import { saveFile } from './saveFile.ts'
import { useWords } from './words.ts'

/** Rows that are drawn at once; *Show more* adds as many again. */
const PAGE = 200

const QUIET: ListQueue = { open: 0, total: 0, needsYou: 0, paused: false, hold: undefined }

interface Props {
  list: List
  /** The token of the event whose people are shown first. */
  metAt?: string
}

/** The list of everybody that was written down, and what became of them. */
export function LeadsTab({ list, metAt = '' }: Props) {
  const { t } = useWords()
  const [search, setSearch] = useState('')
  const [events, setEvents] = useState<Met[]>([])
  const [chosen, setMet] = useState(metAt)
  const met = events.some(({ token }) => token === chosen) ? chosen : ''
  const [limit, setLimit] = useState(PAGE)
  const [found, setFound] = useState<{ items: LeadItem[]; hasMore: boolean }>()
  const [queue, setQueue] = useState(QUIET)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [notice, setNotice] = useState<BulkNotice>()
  const [told, setTold] = useState<Told>()

  useEffect(
    () => list.watchLeads(search, limit, met, setFound, setNotice),
    [list, search, limit, met],
  )
  useEffect(() => list.watchEvents(setEvents, setNotice), [list])
  useEffect(() => list.watchQueue(setQueue, setNotice), [list])
  useEffect(() => list.watchStorage(setTold), [list])

  function select(id: string, isSelected: boolean) {
    const next = new Set(selected)
    if (isSelected) next.add(id)
    else next.delete(id)
    setSelected(next)
  }

  /** Does what a button asks. Where the database fails it, nothing changed, and people are told. */
  const attempt = (task: () => Promise<unknown>) => () =>
    void task().catch(error => setNotice(list.whyFailed(error)))

  async function promote() {
    const promotion = await list.promote([...selected])
    if (!promotion.ok) return setNotice(promotion.missing)
    setNotice({ promoted: promotion.promoted.length, refused: promotion.refused.length })
    setSelected(new Set(promotion.refused.map(({ id }) => id)))
  }

  async function retry() {
    if ((await list.retry()) === 0) setNotice('nothing-retried')
  }

  async function cancel() {
    setNotice({ cancelled: await list.cancel([...selected]) })
    setSelected(new Set())
  }

  const selectAll = async (isSelected: boolean) =>
    setSelected(new Set(isSelected ? await list.findIds(search, met) : []))

  return (
    <>
      <LeadsToolbar
        search={search}
        filter={events.length > 0 && <MetFilter events={events} met={met} onChoose={setMet} />}
        selected={selected.size}
        queue={queue}
        onSearch={setSearch}
        onPromote={attempt(promote)}
        onRetry={attempt(retry)}
        onPause={attempt(list.pause)}
        onResume={attempt(list.resume)}
        onCancel={attempt(cancel)}
      />
      <SyncProgress queue={queue} />
      <div role="status">
        {queue.silentSince !== undefined && <LongSilence since={queue.silentSince} />}
        {[told, notice].map(
          each =>
            each !== undefined && (
              <LeadsNotice
                notice={each}
                onSave={attempt(async () => saveFile(await list.exportAll()))}
                onDismiss={attempt(list.dismissLoss)}
              />
            ),
        )}
        {found?.items.length === 0 && (
          <p class="empty">{t(search === '' ? 'leads.none' : 'leads.none-found')}</p>
        )}
      </div>
      {found !== undefined && found.items.length > 0 && (
        <LeadsGrid
          items={found.items}
          selected={selected}
          notes={list.notes}
          teller={list.teller}
          onSelect={select}
          onOpen={id => attempt(() => list.open(id))()}
          onMissing={id => attempt(() => list.sayMissing(id))()}
          onSelectAll={isSelected => attempt(() => selectAll(isSelected))()}
        />
      )}
      {found?.hasMore && (
        <button type="button" class="button" onClick={() => setLimit(limit + PAGE)}>
          {t('leads.more')}
        </button>
      )}
    </>
  )
}
