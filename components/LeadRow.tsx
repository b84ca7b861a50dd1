import type { LeadItem } from '../lib/store/list.ts'
import { dayIn } from './day.ts'
import { LeadStateCell } from './LeadStateCell.tsx'
import { useWords } from './words.ts'

interface Props {
  item: LeadItem
  isSelected: boolean
  onSelect(id: string, isSelected: boolean): void
  onOpen(id: string): void
  /** They looked at the card, and what nobody could tell of is not on it. */
  onMissing(id: string): void
  /** Whether what happened with them is shown beneath. */
  isUnfolded: boolean
  onUnfold(id: string): void
}

/** One lead in the list: who, which company, where they met and where the lead stands. */
export function LeadRow(props: Props) {
  const { item, isSelected, onSelect, onOpen, onMissing, isUnfolded, onUnfold } = props
  const { row, state } = item
  const { t, tags } = useWords()
  const { name, company, where, metOn } = row.fields
  const shown = name.trim() === '' ? t('leads.no-name') : name
  return (
    <tr aria-selected={isSelected}>
      <td class="check">
        <input
          type="checkbox"
          aria-label={t('leads.select', { name: shown })}
          checked={isSelected}
          onChange={event => onSelect(row.id, event.currentTarget.checked)}
        />
      </td>
      <td class="who">
        <button
          type="button"
          class="name"
          dir="auto"
          title={t('leads.open', { name: shown })}
          onClick={() => onOpen(row.id)}
        >
          {shown}
        </button>
      </td>
      <td class="company" dir="auto">
        {company}
      </td>
      <td class="met muted">
        <span class="day">{dayIn(tags, metOn)}</span> <span dir="auto">{where}</span>
      </td>
      <td class="standing">
        <LeadStateCell state={state} />
        {state.is === 'needs-you' && state.problem.code === 'unclear-step' && (
          <button type="button" class="button" onClick={() => onMissing(row.id)}>
            {t('leads.missing')}
          </button>
        )}
        {state.is !== 'draft' && (
          <button
            type="button"
            class="button unfold"
            aria-label={t('log.open-with', { name: shown })}
            aria-expanded={isUnfolded}
            aria-keyshortcuts="L"
            onClick={() => onUnfold(row.id)}
          >
            {t('log.log')}
          </button>
        )}
      </td>
    </tr>
  )
}
