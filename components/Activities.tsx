import { useEffect, useRef, useState } from 'preact/hooks'
import type { LogTrouble, Notes } from '../lib/desk/notes.ts'
import type { ShownActivity } from '../lib/store/activities.ts'
import type { Unfinished } from '../lib/store/unfinished.ts'
import { dayIn } from './day.ts'
import { LogBox } from './LogBox.tsx'
import { sentenceOf } from './logTrouble.ts'
import { useWords } from './words.ts'

interface Props {
  leadId: string
  notes: Notes
  /** How many of the latest are shown; all of them without it. */
  latest?: number
  /** Whether the box is open at once. */
  startsOpen?: boolean
}

/** What happened with somebody since they were promoted, and the box for what happened now. */
export function Activities({
  leadId,
  notes,
  latest = Number.POSITIVE_INFINITY,
  startsOpen,
}: Props) {
  const { t, tags } = useWords()
  const [activities, setActivities] = useState<ShownActivity[]>([])
  const [box, setBox] = useState<Unfinished>()
  const [trouble, setTrouble] = useState<LogTrouble>()
  const opener = useRef<HTMLButtonElement>(null)
  const section = useRef<HTMLElement>(null)

  useEffect(() => notes.watch(leadId, setActivities), [notes, leadId])
  useEffect(() => begin(startsOpen ? notes.blank(leadId) : undefined), [notes, leadId])
  useEffect(() => listenFor('l', section.current?.closest('footer, tr'), () => opener.current), [])

  /** The box is there at once, for those who type ahead; what was begun comes into it a moment later. */
  function begin(blank: Unfinished | undefined) {
    setTrouble(undefined)
    setBox(blank)
    notes.begun(leadId).then(
      begun => begun && setBox(now => (now === undefined || now.text === '' ? begun : now)),
      () => undefined, // an empty box is better than none
    )
  }

  function write(change: Partial<Unfinished>) {
    if (box === undefined) return
    const next = { ...box, ...change }
    setBox(next)
    setTrouble(now => (now === 'not-kept' ? now : undefined))
    notes.keep(next, isKept => {
      setTrouble(now => (isKept ? (now === 'not-kept' ? undefined : now) : 'not-kept'))
    })
  }

  function close() {
    setBox(undefined)
    requestAnimationFrame(() => opener.current?.focus()) // it is drawn again by then
  }

  async function log() {
    if (box === undefined) return
    const wrong = await notes.log(box)
    setTrouble(wrong)
    if (wrong === undefined) close()
  }

  async function takeBack(activity: ShownActivity) {
    const wrong = await notes.takeBack(leadId, activity)
    setTrouble(wrong)
    if (wrong === undefined) setBox(await notes.begun(leadId))
  }

  const shown = activities.slice(-latest)
  return (
    <section ref={section} class="activities" aria-label={t('log.title')}>
      {shown.length > 0 && (
        <ol>
          {shown.map(activity => (
            <li key={activity.id}>
              <span class="what">
                <strong>{t(`kind.${activity.kind}`)}</strong>{' '}
                <span class="muted small">{dayIn(tags, activity.on)}</span>
              </span>
              <span dir="auto" class="text">
                {activity.text}
              </span>
              {activity.canTakeBack && (
                <button
                  type="button"
                  class="button quiet"
                  aria-label={t('log.take-back-this', { text: activity.text })}
                  onClick={() => takeBack(activity)}
                >
                  {t('log.take-back')}
                </button>
              )}
            </li>
          ))}
        </ol>
      )}
      {box === undefined && (
        <>
          <button
            type="button"
            ref={opener}
            class="button"
            aria-keyshortcuts="L"
            onClick={() => begin(notes.blank(leadId))}
          >
            {t('log.open')} <Key name="L" />
          </button>
          {trouble !== undefined && (
            <p class="fault" role="alert">
              {sentenceOf(t, trouble)}
            </p>
          )}
        </>
      )}
      {box !== undefined && (
        <LogBox box={box} trouble={trouble} onWrite={write} onLog={log} onClose={close} />
      )}
    </section>
  )
}

/** The key that does the same; screen readers are told by the button itself. */
const Key = ({ name }: { name: string }) => (
  <span class="key" aria-hidden="true">
    {name}
  </span>
)

/**
 * Presses a button when its letter is, unless the letter is being written somewhere. Only where the
 * keyboard is beside it already: a letter that is spoken or slips elsewhere in the window does nothing
 * (WCAG 2.1.4).
 *
 * @returns how to stop
 */
function listenFor(
  key: string,
  beside: HTMLElement | null | undefined,
  button: () => HTMLElement | null,
): () => void {
  const hear = (event: KeyboardEvent) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
    if (!isPlain || event.key.toLowerCase() !== key || isWriting(event.target)) return
    const pressed = button()
    if (pressed === null) return
    event.preventDefault()
    pressed.click()
  }
  beside?.addEventListener('keydown', hear)
  return () => beside?.removeEventListener('keydown', hear)
}

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.matches(
    'input:not([type=checkbox], [type=radio]):read-write, textarea:read-write, select:enabled',
  )
