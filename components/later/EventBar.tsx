import { useEffect, useState } from 'preact/hooks'
import type { RunningEvent } from '../../lib/settings/event.ts'
import { useWords } from '../words.ts'
import { EventStart } from './EventStart.tsx'
import type { PieceProps } from './slot.ts'

/** Where somebody is: how many they met there, and the end of it; or the way to say so. */
export function EventBar({ back }: PieceProps) {
  const { t } = useWords()
  const [event, setEvent] = useState<RunningEvent>()
  const [met, setMet] = useState<number>()
  const [isAsking, setIsAsking] = useState(false)
  useEffect(() => back.watchEvent(setEvent), [back])
  useEffect(() => {
    setMet(undefined)
    return event && back.watchMet(event, setMet)
  }, [back, event])

  function set(next: Omit<RunningEvent, 'since'> | undefined) {
    setIsAsking(false)
    // Where the disk is full, nothing changes, and the bar shows it.
    back.setEvent(next).catch(() => undefined)
    document.getElementById('name')?.focus() // what was in use is gone
  }

  if (event !== undefined) {
    return (
      <fieldset class="event" aria-label={t('event.running', { event: event.name })}>
        <strong class="cut" dir="auto" title={event.name}>
          {event.name}
        </strong>
        <a
          href={`/options.html?met=${encodeURIComponent(event.name)}#leads`}
          target="_blank"
          rel="noopener"
        >
          {t('event.met', { count: met ?? 0 })}
        </a>
        <button type="button" class="chip" onClick={() => set(undefined)}>
          {t('event.end')}
        </button>
      </fieldset>
    )
  }
  if (isAsking) return <EventStart onStart={set} onCancel={() => set(undefined)} />
  return (
    <button type="button" class="chip" onClick={() => setIsAsking(true)}>
      {t('event.start')}
    </button>
  )
}
