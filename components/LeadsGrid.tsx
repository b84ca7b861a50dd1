import { Fragment } from 'preact'
import { useState } from 'preact/hooks'
import type { Notes } from '../lib/desk/notes.ts'
import type { Teller } from '../lib/desk/teller.ts'
import type { LeadItem } from '../lib/store/list.ts'
import { Activities } from './Activities.tsx'
import { LeadRow } from './LeadRow.tsx'
import { TellFold } from './tell/TellFold.tsx'
import { useWords } from './words.ts'

interface Props {
  items: LeadItem[]
  selected: ReadonlySet<string>
  onSelect(id: string, isSelected: boolean): void
  onSelectAll(isSelected: boolean): void
  onOpen(id: string): void
  onMissing(id: string): void
  notes: Notes
  teller: Teller
}

/** A row for each lead. Arrow up and down go from one row's checkbox to the next. */
export function LeadsGrid({ items, selected, notes, teller, onSelect, onSelectAll, ...on }: Props) {
  const { t } = useWords()
  const [unfolded, setUnfolded] = useState<string>()
  const unfold = (id: string) => setUnfolded(id === unfolded ? undefined : id)
  const all = items.every(({ row }) => selected.has(row.id))
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its rows are chosen with keys, as in a grid
    <table role="grid" aria-label={t('leads.grid')} class="leads" onKeyDown={onArrow}>
      <thead>
        <tr>
          <th scope="col" class="check">
            <input
              type="checkbox"
              aria-label={t('leads.select-all')}
              checked={all}
              onChange={event => onSelectAll(event.currentTarget.checked)}
            />
          </th>
          <th scope="col" class="who">
            {t('field.name')}
          </th>
          <th scope="col" class="company">
            {t('field.company')}
          </th>
          <th scope="col" class="met">
            {t('leads.met')}
          </th>
          <th scope="col">{t('leads.state')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(item => (
          <Fragment key={item.row.id}>
            <LeadRow
              item={item}
              isSelected={selected.has(item.row.id)}
              onSelect={onSelect}
              {...on}
              isUnfolded={item.row.id === unfolded}
              onUnfold={unfold}
            />
            {item.row.id === unfolded && item.state.is !== 'draft' && (
              <tr class="unfolded">
                <td colSpan={5}>
                  <Activities leadId={item.row.id} notes={notes} startsOpen />
                  <TellFold person={item.row} teller={teller} />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

function onArrow(event: KeyboardEvent & { currentTarget: HTMLElement }) {
  const target = event.target as HTMLElement
  if (event.key.toLowerCase() === 'l' && !event.ctrlKey && !event.metaKey && !event.altKey) {
    if (target.closest('.unfolded')) return
    event.preventDefault()
    target.closest('tr')?.querySelector<HTMLElement>('.unfold')?.click()
  }
  if (target.closest('.unfolded')) return
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  const boxes = [...event.currentTarget.querySelectorAll<HTMLElement>('input[type=checkbox]')]
  const next = boxes[boxes.indexOf(target) + step]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
