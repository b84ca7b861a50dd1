import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { LogTrouble } from '../lib/desk/notes.ts'
import { calendarDate } from '../lib/lead/dates.ts'
import { ACTIVITY_KINDS } from '../lib/lead/kinds.ts'
import { datesBehind } from '../lib/lead/quickDates.ts'
import type { Unfinished } from '../lib/store/unfinished.ts'
import { PRIVATE_INPUT } from './Field.tsx'
import { sentenceOf } from './logTrouble.ts'
import { QuickDates } from './QuickDates.tsx'
import { useWords } from './words.ts'

interface Props {
  /** What stands in the box. */
  box: Unfinished
  trouble: LogTrouble | undefined
  onWrite(change: Partial<Unfinished>): void
  onLog(): void
  onClose(): void
}

/** What happened, in a number and a sentence: the number picks the kind, Enter logs it. */
export function LogBox({ box, trouble, onWrite, onLog, onClose }: Props) {
  const { t } = useWords()
  const root = useRef<HTMLFieldSetElement>(null)
  const sentence = useRef<HTMLTextAreaElement>(null)

  // A full disk is nothing that is wrong with the sentence, and may be met while the day is chosen.
  const isWrong = trouble !== undefined && trouble !== 'not-kept'

  // The caret goes to the sentence where one was begun, and else to its kind.
  useLayoutEffect(() => {
    if (box.text === '') root.current?.querySelector<HTMLElement>(':checked')?.focus()
    else sentence.current?.focus()
  }, [box.id])
  useEffect(() => {
    if (isWrong) sentence.current?.focus()
  }, [trouble])

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      event.stopPropagation() // the window stays
      onClose()
    }
  }

  function onKindKey(event: KeyboardEvent) {
    const kind = ACTIVITY_KINDS[Number(event.key) - 1]
    if (kind === undefined && event.key !== 'Enter') return
    event.preventDefault()
    if (kind !== undefined) onWrite({ kind })
    sentence.current?.focus()
  }

  function onSentenceKey(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    onLog()
  }

  const name = `kind-${box.leadId}`
  return (
    <fieldset ref={root} class="log-box" onKeyDown={onKeyDown}>
      <legend class="hidden">{t('log.title')}</legend>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a number picks a radio from each of the radios */}
      <div class="kinds" onKeyDown={onKindKey}>
        {ACTIVITY_KINDS.map((kind, index) => (
          <label key={kind} class="kind">
            <input
              type="radio"
              name={name}
              checked={box.kind === kind}
              aria-keyshortcuts={String(index + 1)}
              onChange={() => onWrite({ kind })}
            />
            <span aria-hidden="true" class="key">
              {index + 1}
            </span>
            {t(`kind.${kind}`)}
          </label>
        ))}
      </div>
      <div class="said">
        <textarea
          ref={sentence}
          rows={2}
          aria-label={t('log.sentence')}
          placeholder={t('log.sentence')}
          value={box.text}
          aria-invalid={isWrong}
          aria-describedby={trouble === undefined ? undefined : `${name}-trouble`}
          onInput={event => onWrite({ text: event.currentTarget.value })}
          onKeyDown={onSentenceKey}
          {...PRIVATE_INPUT}
        />
        <input
          type="date"
          aria-label={t('log.day')}
          value={box.on}
          onInput={event => onWrite({ on: event.currentTarget.value })}
        />
        <QuickDates
          dates={datesBehind(calendarDate(new Date()))}
          value={box.on}
          onPick={on => onWrite({ on })}
        />
        <button type="button" class="button primary" onClick={onLog}>
          {t('log.log')}
        </button>
      </div>
      {trouble !== undefined && (
        <p class="fault" id={`${name}-trouble`} role="alert">
          {sentenceOf(t, trouble)}
        </p>
      )}
    </fieldset>
  )
}
