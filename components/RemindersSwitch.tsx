import { useState } from 'preact/hooks'
import type { Failure } from '../lib/store/failure.ts'
import { useWords } from './words.ts'

export interface Reminding {
  /** Whether the user wants to be reminded, and the browser lets us. */
  isOn: boolean
  /**
   * Must be called before anything is awaited: the browser asks only within a click.
   *
   * @returns whether it stands so now
   */
  onSwitch(isOn: boolean): Promise<boolean>
  /** What an error of that means for people. */
  whyFailed(error: unknown): Failure
}

/** Whether the browser tells somebody on the day on which they are to follow somebody up. */
export function RemindersSwitch({ isOn, onSwitch, whyFailed }: Reminding) {
  const { t } = useWords()
  const [trouble, setTrouble] = useState<'refused' | Failure>()

  function change(event: { currentTarget: HTMLInputElement }) {
    const control = event.currentTarget
    const wanted = control.checked
    const switched = onSwitch(wanted)
    control.checked = isOn // until it is so
    setTrouble(undefined)
    switched.then(
      isDone => !isDone && setTrouble('refused'),
      error => setTrouble(whyFailed(error)),
    )
  }

  return (
    <div class="switch">
      <input
        id="reminders"
        type="checkbox"
        checked={isOn}
        aria-describedby="reminders-hint"
        onChange={change}
      />
      <div>
        <label for="reminders">{t('settings.reminders')}</label>
        <p class="muted small" id="reminders-hint">
          {t('settings.reminders-hint')}
        </p>
        <div role="status">
          {trouble !== undefined && (
            <p class="fault">
              {t(trouble === 'refused' ? 'settings.reminders-refused' : `notice.${trouble}`)}
            </p>
          )}
        </div>
      </div>
    </div>
  )
}
