import { NAMES } from '../../lib/language/names.ts'
import type { Sender } from '../../lib/lead/tell/compose.ts'
import { TELL_LANGUAGES, type TellLanguage } from '../../lib/lead/tell/language.ts'
import { describedBy, Field, PRIVATE_INPUT } from '../Field.tsx'
import { useWords } from '../words.ts'

interface Props {
  /** Whose letter this is. */
  id: string
  language: TellLanguage
  sender: Sender
  onLanguage(language: TellLanguage): void
  onSender(sender: Sender): void
}

const LANGUAGE_NAMES: Record<TellLanguage, string> = { ...NAMES, de: 'Deutsch' }

/** In which language the letter is, and whom it is from. */
export function TellFields({ id, language, sender, onLanguage, onSender }: Props) {
  const { t } = useWords()
  const [languageId, companyId, contactId] = [`language-${id}`, `company-${id}`, `contact-${id}`]
  return (
    <div class="fields">
      <Field id={languageId} label={t('tell.language')}>
        <select
          id={languageId}
          value={language}
          onChange={event => {
            const chosen = TELL_LANGUAGES.find(known => known === event.currentTarget.value)
            if (chosen !== undefined) onLanguage(chosen)
          }}
        >
          {TELL_LANGUAGES.map(each => (
            <option key={each} value={each} lang={each}>
              {LANGUAGE_NAMES[each]}
            </option>
          ))}
        </select>
      </Field>
      <Field id={companyId} label={t('tell.company')}>
        <input
          id={companyId}
          type="text"
          value={sender.company}
          onInput={event => onSender({ ...sender, company: event.currentTarget.value })}
          {...PRIVATE_INPUT}
        />
      </Field>
      <Field id={contactId} label={t('tell.contact')} hint={t('tell.contact-hint')}>
        <input
          id={contactId}
          type="text"
          value={sender.contact}
          onInput={event => onSender({ ...sender, contact: event.currentTarget.value })}
          {...describedBy(contactId, undefined, true)}
          {...PRIVATE_INPUT}
        />
      </Field>
    </div>
  )
}
