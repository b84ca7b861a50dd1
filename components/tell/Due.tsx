import { daysUntil } from '../../lib/lead/tell/deadline.ts'
import type { DraftRow } from '../../lib/store/rows.ts'
import { dayIn } from '../day.ts'
import { StateIcon } from '../StateIcon.tsx'
import { useWords } from '../words.ts'

interface Props {
  person: Pick<DraftRow, 'tellBy' | 'told'>
  /** The calendar date where the user is, `YYYY-MM-DD`. */
  today: string
}

/** Until so many days before, it is nothing to press anybody with. */
const SOON = 7

/** By when somebody has to be told, or that they were. */
export function Due({ person: { tellBy, told }, today }: Props) {
  const { t, tags } = useWords()
  if (told !== undefined) {
    return (
      <span class="state" data-is="on-card">
        <StateIcon is="on-card" />
        {t(`tell.told-${told.way}`, { date: dayIn(tags, told.on) })}
      </span>
    )
  }
  if (tellBy === undefined) return null
  const days = tellBy === '' ? -1 : daysUntil(tellBy, today)
  const is = days < 0 ? 'needs-you' : 'waiting'
  return (
    <span class="state" data-is={days > SOON ? 'draft' : is}>
      <StateIcon is={is} />
      <span>
        {tellBy === '' && t('tell.no-day')}
        {tellBy !== '' && t('tell.by', { date: dayIn(tags, tellBy) })}{' '}
        {tellBy !== '' &&
          (days < 0 ? t('tell.overdue', { days: -days }) : t('tell.left', { days }))}
      </span>
    </span>
  )
}
