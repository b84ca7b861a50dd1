import { render } from 'preact'
import type { Later } from '../../components/later/slot.ts'
import { Popup } from '../../components/Popup.tsx'
import { pause } from '../../components/pause.ts'
import { WordsContext } from '../../components/words.ts'
import { createDesk } from '../../lib/desk/desk.ts'
import { laterWords } from '../../lib/language/laterWords.ts'
import { popupWords } from '../../lib/language/popupWords.ts'
import { type Locale, loadWords, pickLocale, type Words } from '../../lib/language/words.ts'
import { calendarDate } from '../../lib/lead/dates.ts'
import type { Fill } from '../../lib/lead/paste/fill.ts'
import { countryOf, parsePreferences } from '../../lib/settings/preferences.ts'
import { journal } from '../../lib/store/journal.ts'
import { knock, TYPED } from '../../lib/sync/knock.ts'
import type { Opening } from './opening.ts'
import { keepRoom } from './room.ts'

/** Longest that the first frame waits for the kept draft, in milliseconds; it takes about one. */
const PATIENCE = 250

/** No row is written in one breath of typing, but in a pause of so many milliseconds. */
const IN_TYPING = 250

/** While somebody types, the worker is put off so often, in milliseconds: before its alarm rings. */
const KNOCKS = 25_000

/** How soon words that the storage didn't take are offered to it again, in milliseconds. */
const SECOND_TRY = 1000

/**
 * Draws the form with the kept draft in it, or without if that should be late or cannot be read.
 *
 * @param kind the popup closes by itself and with Escape, a panel stays
 */
export async function startPopup(
  { kept, preferences, words: expected }: Opening,
  kind: 'popup' | 'panel' = 'popup',
): Promise<void> {
  const late = new Promise<'late'>(resolve => setTimeout(() => resolve('late'), PATIENCE))
  const first = await Promise.race([Promise.all([kept, preferences]), late])
  let [found, chosen] =
    first === 'late' ? (['unread', parsePreferences(undefined)] as const) : first
  let words = await wordsIn(pickLocale(chosen.language, navigator.languages), expected)
  document.documentElement.lang = words.locale

  const country = () => countryOf(chosen, navigator.languages)
  let adding: Promise<void> | undefined
  const addLater = () => (adding ??= words.add(laterWords))
  const loadRest = async () => {
    const [rest] = await Promise.all([import('./rest.ts'), addLater()])
    return rest
  }
  let later: Later | undefined
  let loaded: ReturnType<typeof load> | undefined
  const load = async () => {
    await painted()
    const { createBack, createLater, keepBeginning, readyPanel } = await loadRest()
    // A first letter comes just now: between any two of these it has its turn.
    await pause()
    const back = createBack(country)
    await pause()
    keepBeginning(desk, back)
    const show = (toPanel?: () => void) => {
      later = createLater({ desk, back, toPanel })
      draw()
    }
    show()
    if (kind === 'popup') {
      const open = await readyPanel()
      // Where the browser opens none, the popup stays as it is.
      show(() => void open().then(close, () => undefined))
    }
    return back
  }
  const getBack = () => (loaded ??= load())
  const read = async (text: string): Promise<Fill> => (await loadRest()).readPaste(text, country())
  const desk = createDesk(
    {
      journal,
      back: getBack,
      reader: read,
      newId: () => crypto.randomUUID(),
      today: () => calendarDate(new Date()),
      pause: () => pause(IN_TYPING),
      later: task => void setTimeout(task, SECOND_TRY),
    },
    found === 'unread' ? undefined : found,
    found !== 'unread',
  )
  const draw = () =>
    render(
      <WordsContext.Provider value={words}>
        <Popup
          desk={desk}
          notesSpelling={chosen.notesSpelling}
          keys={navigator.platform.startsWith('Mac') ? '⌘ Enter' : 'Ctrl+Enter'}
          later={later}
          onClose={kind === 'popup' ? close : () => undefined}
        />
      </WordsContext.Provider>,
      document.body,
    )
  draw()
  keepRoom(document.documentElement)
  if (import.meta.env.FIREFOX) keepCaret()
  // The row, and what the button says, follow in a pause. Should this window close before that, the
  // worker, which no letter wakes, sees to both: no call of a page that closes reaches the browser.
  let knocked = -KNOCKS
  desk.subscribe(() => {
    const now = performance.now()
    if (now - knocked < KNOCKS || desk.state().draft.counter === 0) return
    knocked = now
    knock(TYPED).catch(() => undefined) // then its next start does it
  })
  getBack().catch(() => undefined) // whoever needs it hears of it
  if (first === 'late') {
    found = await kept
    if (found !== 'unread') desk.arrive(found)
    chosen = await preferences
    const inChosen = await wordsIn(
      pickLocale(chosen.language, navigator.languages),
      Promise.resolve(words),
    )
    if (inChosen !== words) {
      // All of them first: whatever is drawn meanwhile is whole in the language before.
      await inChosen.add(laterWords)
      words = inChosen
      document.documentElement.lang = words.locale
    }
    draw()
  }
}

async function wordsIn(locale: Locale, expected: Promise<Words>): Promise<Words> {
  const words = await expected
  return words.locale === locale ? words : loadWords(locale, popupWords)
}

const close = () => window.close()

/**
 * Firefox loads a popup before it shows it, and where the caret was set too early it is gone by then:
 * it comes to *Name* with the window's own focus.
 */
function keepCaret() {
  const put = () =>
    document.activeElement === document.body && document.getElementById('name')?.focus()
  addEventListener('focus', put)
}

/** When the first frame is on the screen; soon enough where that is never told. */
const painted = (): Promise<void> =>
  new Promise(resolve => {
    setTimeout(resolve, PATIENCE)
    new PerformanceObserver(seen => {
      if (seen.getEntriesByName('first-contentful-paint').length > 0) resolve()
    }).observe({ type: 'paint', buffered: true })
  })
