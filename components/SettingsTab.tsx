import { NAMES } from '../lib/language/names.ts'
import { LANGUAGES, LOCALES } from '../lib/language/words.ts'
import type { Preferences } from '../lib/settings/preferences.ts'
import { describedBy, Field } from './Field.tsx'
import { RemindersSwitch, type Reminding } from './RemindersSwitch.tsx'
import { useWords } from './words.ts'

interface Props {
  /** The countries that can be chosen, ISO 3166-1 alpha-2. */
  countries: readonly string[]
  /** The one that goes with the browser's languages. */
  browserCountry: string
  preferences: Preferences
  onChange(preferences: Preferences): void
  reminding: Reminding
}

/** What each person may have their own way. */
export function SettingsTab(props: Props) {
  const { countries, browserCountry, preferences, onChange, reminding } = props
  const { t, tags } = useWords()
  const names = new Intl.DisplayNames(tags, { type: 'region' })
  const countryName = (code: string) => names.of(code) ?? code
  const known = countries
    .map(code => ({ code, name: countryName(code) }))
    .sort((one, other) => one.name.localeCompare(other.name, tags))
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
      <Field id="country" label={t('settings.country')} hint={t('settings.country-hint')}>
        <select
          id="country"
          value={preferences.country}
          onChange={event => onChange({ ...preferences, country: event.currentTarget.value })}
          {...describedBy('country', undefined, true)}
        >
          <option value="auto">
            {t('settings.country-auto', { country: countryName(browserCountry) })}
          </option>
          {known.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
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
      <RemindersSwitch {...reminding} />
    </form>
  )
}
