import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Desk } from '../lib/desk/interface.ts'
import { isEmpty } from '../lib/lead/draft.ts'
import { Brand } from './Brand.tsx'
import type { Later, Place } from './later/slot.ts'
import { PersonForm } from './PersonForm.tsx'
import { Standing } from './Standing.tsx'
import { StateIcon } from './StateIcon.tsx'
import { WaitingWhy } from './WaitingWhy.tsx'
import { useWords } from './words.ts'

interface Props {
  desk: Desk
  notesSpelling: boolean
  /** What this machine's keyboard calls the shortcut that promotes. */
  keys: string
  /** What is drawn around the form once it is loaded. */
  later: Later | undefined
  onClose(): void
}

/** The popup: the form, where the person on it stands, and what can be done next. */
export function Popup({ desk, notesSpelling, keys, later, onClose }: Props) {
  const { t } = useWords()
  const [state, setState] = useState(desk.state())
  // Not after the frame is on the screen: a kept draft that came before that would never be shown.
  useLayoutEffect(() => desk.subscribe(() => setState(desk.state())), [desk])
  const { draft, lead } = state
  const at = (place: Place) => later?.(place, state)
  const writable = desk.isWritable()
  const canTakeBack = (lead.is === 'waiting' || lead.is === 'needs-you') && lead.canTakeBack

  // Until it is on disk it is still the draft that it was; and nothing yet has no state at all.
  const isDraft = lead.is === 'draft' || lead.is === 'promoting'
  const shown = isDraft ? (isEmpty(draft) ? undefined : 'draft') : lead.is

  // What was in use is gone or frozen now, so the keyboard goes on with the next person.
  const next = useRef<HTMLButtonElement>(null)
  const isUnderway = !isDraft
  useEffect(() => {
    if (isUnderway) next.current?.focus()
  }, [isUnderway])

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void desk.promote()
    } else if (event.key === 'Escape') onClose()
  }

  return (
    <main class="desk" onKeyDown={onKeyDown}>
      <header>
        <Brand />
        {at('header')}
        <a href="/options.html#leads" target="_blank" rel="noopener">
          {t('popup.all-leads')}
        </a>
      </header>
      <div class="top">{at('top')}</div>
      <PersonForm
        draftId={draft.id}
        fields={draft.fields}
        faults={state.faults}
        writable={writable}
        notesSpelling={notesSpelling}
        onWrite={desk.write}
        onPaste={desk.paste}
        under={at}
      />
      <footer>
        {at('notice')}
        <div class="standing" data-is={shown}>
          {shown !== undefined && <StateIcon is={shown} />}
          <p class="state" role="status" data-is={lead.is}>
            <Standing state={state} />
          </p>
          {shown === undefined && <p class="muted small">{t('popup.hint', { keys })}</p>}
          {lead.is === 'waiting' && (
            <p class="muted small why">
              <WaitingWhy lead={lead} />
            </p>
          )}
        </div>
        {at('state')}
        <div class="actions">
          {writable && (
            <button
              type="button"
              class="button primary"
              aria-keyshortcuts="Control+Enter Meta+Enter"
              onClick={desk.promote}
            >
              {t('popup.promote')}
            </button>
          )}
          {canTakeBack && (
            <button type="button" class="button" onClick={desk.takeBack}>
              {t('popup.take-back')}
            </button>
          )}
          {lead.is === 'on-card' && (
            <button type="button" class="button" onClick={desk.edit}>
              {t('popup.change')}
            </button>
          )}
          {lead.is === 'needs-you' && !canTakeBack && (
            <button type="button" class="button primary" onClick={desk.edit}>
              {t('popup.edit')}
            </button>
          )}
          <button
            type="button"
            class={isUnderway && lead.is !== 'needs-you' ? 'button primary' : 'button'}
            ref={next}
            onClick={desk.newPerson}
          >
            {t('popup.new-person')}
          </button>
          {writable && !isEmpty(draft) && (
            <button type="button" class="button quiet" onClick={desk.discard}>
              {t('popup.discard')}
            </button>
          )}
        </div>
      </footer>
    </main>
  )
}
