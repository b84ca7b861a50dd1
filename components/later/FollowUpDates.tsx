import { useEffect, useState } from 'preact/hooks'
import { calendarDate } from '../../lib/lead/dates.ts'
import { datesAhead } from '../../lib/lead/quickDates.ts'
import { QuickDates } from '../QuickDates.tsx'
import type { PieceProps } from './slot.ts'

/** Under *Follow up*, as long as somebody is at it: the days that people mostly mean. */
export function FollowUpDates({ state, desk }: PieceProps) {
  // To put the first date into words takes the browser as long as to draw all the rest.
  const [wasSeen, setWasSeen] = useState(false)
  useEffect(() => {
    const input = document.getElementById('followUp')
    const see = () => setWasSeen(true)
    if (document.activeElement === input) see()
    input?.addEventListener('focus', see)
  }, [])
  if (!wasSeen || !desk.isWritable()) return null
  const { followUp } = state.draft.fields
  return (
    <QuickDates
      dates={datesAhead(calendarDate(new Date()))}
      value={followUp}
      onPick={on => desk.write('followUp', on === followUp ? '' : on)}
    />
  )
}
