import { render } from 'preact'
import { Popup } from '../../components/Popup.tsx'
import { WordsContext } from '../../components/words.ts'
import { createDesk } from '../../lib/desk/desk.ts'
import { defaultCountry, loadWords, pickLocale } from '../../lib/language/words.ts'
import { calendarDate } from '../../lib/lead/dates.ts'
import type { FillIn } from '../../lib/lead/paste/fill.ts'
import { type Preferences, parsePreferences } from '../../lib/settings/preferences.ts'
import { journal } from '../../lib/store/journal.ts'
import type { opening } from './opening.ts'

/** Longest that the first frame waits for the kept draft, in milliseconds; it takes about one. */
const PATIENCE = 250

/** Draws the form with the kept draft in it, or without if that should be late. */
export async function startPopup({ kept, preferences }: typeof opening): Promise<void> {
  const late = new Promise<'late'>(resolve => setTimeout(() => resolve('late'), PATIENCE))
  const first = await Promise.race([Promise.all([kept, preferences]), late])
  const [draft, chosen] = first === 'late' ? [undefined, parsePreferences(undefined)] : first
  const words = await loadWords(pickLocale(chosen.language, navigator.languages))
  document.documentElement.lang = words.locale

  const country = defaultCountry(navigator.languages)
  let loaded: ReturnType<typeof load> | undefined
  const load = async () => (await import('../../lib/desk/back.ts')).createBack(country)
  let fill: ReturnType<typeof loadFill> | undefined
  const loadFill = async (): Promise<FillIn> => {
    const { fillIn } = await import('../../lib/lead/paste/fill.ts')
    return (text, fields) => fillIn(text, fields, country)
  }
  const desk = createDesk(
    {
      journal,
      back: () => (loaded ??= load()),
      reader: () => (fill ??= loadFill()),
      newId: () => crypto.randomUUID(),
      today: () => calendarDate(new Date()),
    },
    draft,
    first !== 'late',
  )
  const draw = ({ notesSpelling }: Preferences) =>
    render(
      <WordsContext.Provider value={words}>
        <Popup desk={desk} notesSpelling={notesSpelling} onClose={() => window.close()} />
      </WordsContext.Provider>,
      document.body,
    )
  draw(chosen)
  if (first === 'late') {
    desk.arrive(await kept)
    draw(await preferences)
  }
}
