import type { LeadItem } from '../lib/store/list.ts'
import { LeadStateCell } from './LeadStateCell.tsx'
import { useWords } from './words.ts'

interface Props {
  item: LeadItem
  isSelected: boolean
  onSelect(id: string, isSelected: boolean): void
  onOpen(id: string): void
  /** They looked at the card, and what nobody could tell of is not on it. */
  onMissing(id: string): void
}

/** One lead in the list: who, which company, where they met and where the lead stands. */
export function LeadRow({ item: { row, state }, isSelected, onSelect, onOpen, onMissing }: Props) {
  const { t, tag } = useWords()
  const { name, company, where, metOn } = row.fields
  const shown = name.trim() === '' ? t('leads.no-name') : name
  const date = new Date(`${metOn}T12:00`)
  const on = Number.isNaN(date.getTime())
    ? ''
    : new Intl.DateTimeFormat(tag, { dateStyle: 'medium' }).format(date)
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
        <span class="day">{on}</span> <span dir="auto">{where}</span>
      </td>
      <td class="standing">
        <LeadStateCell state={state} />
        {state.is === 'needs-you' && state.problem.code === 'unclear-step' && (
          <button type="button" class="button" onClick={() => onMissing(row.id)}>
            {t('leads.missing')}
          </button>
        )}
      </td>
    </tr>
  )
}
