import { NAMES } from '../lib/language/names.ts'
import { LANGUAGES, LOCALES } from '../lib/language/words.ts'
import type { Preferences } from '../lib/settings/preferences.ts'
import { Field } from './Field.tsx'
import { useWords } from './words.ts'

interface Props {
  preferences: Preferences
  onChange(preferences: Preferences): void
}

/** What each person may have their own way. */
export function SettingsTab({ preferences, onChange }: Props) {
  const { t } = useWords()
  return (
    <form class="sheet settings" onSubmit={event => event.preventDefault()}>
      <Field id="language" label={t('settings.language')}>
        <select
          id="language"
          value={preferences.language}
          onChange={event => {
            const chosen = LANGUAGES.find(known => known === event.currentTarget.value)
            onChange({ ...preferences, language: chosen ?? 'auto' })
          }}
        >
          <option value="auto">{t('settings.language-auto')}</option>
          {LOCALES.map(locale => (
            <option key={locale} value={locale} lang={locale}>
              {NAMES[locale]}
            </option>
          ))}
        </select>
      </Field>
      <div class="switch">
        <input
          id="spelling"
          type="checkbox"
          checked={preferences.notesSpelling}
          aria-describedby="spelling-hint"
          onChange={event =>
            onChange({ ...preferences, notesSpelling: event.currentTarget.checked })
          }
        />
        <div>
          <label for="spelling">{t('settings.spelling')}</label>
          <p class="muted small" id="spelling-hint">
            {t('settings.spelling-hint')}
          </p>
        </div>
      </div>
    </form>
  )
}
