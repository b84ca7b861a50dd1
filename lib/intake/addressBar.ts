import { type Browser, browser } from 'wxt/browser'
import { browserWords } from '../language/browserWords.ts'
import { loadWords, pickLocale, type Words } from '../language/words.ts'
import { readShortLine } from '../lead/shortLine.ts'
import { readPreferences } from '../settings/preferences.ts'
import type { Database } from '../store/database.ts'
import { findTyped } from '../store/typed.ts'
import { draftOf, handOver } from './handOver.ts'
import { offer } from './offer.ts'
import { openKnown } from './openKnown.ts'
import { chosenIn, contentOf, forAddressBar } from './suggestion.ts'

/** As many as the browser shows beside its own line. */
const MOST = 5

type Suggestion = Browser.omnibox.SuggestResult

interface AddressBar {
  db: Database
  /** Whether descriptions are read as markup, as Chromium does. */
  isMarkup: boolean
  /** Shows for a moment that a draft was kept: no window opens that would say so. */
  confirm(): void
}

/**
 * The keyword in the browser's address bar. To be called at once when the worker starts, as an event
 * that comes before its listener is lost.
 */
export function startAddressBar({ db, isMarkup, confirm }: AddressBar): void {
  const { omnibox } = browser
  /** Counts what was typed, so that a late answer says nothing about what stands there now. */
  let latest = 0

  const say = (description: string) =>
    void omnibox.setDefaultSuggestion({ description: forAddressBar(description, isMarkup) })

  omnibox.onInputStarted.addListener(async () => {
    const { t } = await wordsNow()
    say(t('omnibox.hint'))
  })
  omnibox.onInputChanged.addListener(async (text, suggest) => {
    latest += 1
    const mine = latest
    const { t } = await wordsNow()
    const line = readShortLine(text)
    const known = await knownTo(db, text, t)
    if (mine !== latest) return
    const parts = Object.values(line)
    say(parts.length === 0 ? t('omnibox.hint') : t('omnibox.keep', { line: parts.join(' · ') }))
    suggest(
      known.map(({ content, description }) => ({
        ...{ content, description: forAddressBar(description, isMarkup) },
      })),
    )
  })
  omnibox.onInputEntered.addListener(async text => {
    const chosen = chosenIn(text)
    if (chosen !== undefined && (await openChosen(db, chosen.id))) return
    const line = chosen?.text ?? text
    if (Object.keys(readShortLine(line)).length === 0) return
    try {
      await handOver(db, draftOf(readShortLine(line)))
      confirm()
    } catch {
      // A full disk: what lies in memory goes on to the form, which says so and tries again.
      await offer.write({ is: 'unkept', field: 'paste', text: line })
      await browser.action.openPopup().catch(() => undefined) // else it waits there
    }
  })
}

async function wordsNow(): Promise<Words> {
  const { language } = await readPreferences()
  return loadWords(pickLocale(language, navigator.languages), browserWords)
}

/** Who is known already of those whose name or company are being typed. */
async function knownTo(db: Database, text: string, t: Words['t']): Promise<Suggestion[]> {
  const { name = '', company = '' } = readShortLine(text)
  // Where the database can't be read now, a line is kept all the same.
  const rows = await findTyped(db, `${name} ${company}`, MOST).catch(() => [])
  return rows.map(row => {
    const person = { name: row.fields.name, company: row.fields.company }
    const isAt = person.company.trim() !== ''
    return {
      content: contentOf(row),
      description: t(isAt ? 'omnibox.open-at' : 'omnibox.open', person),
    }
  })
}

/** @returns whether somebody has this id, and stands on the form now */
async function openChosen(db: Database, beginning: string): Promise<boolean> {
  try {
    const [id] = await db.drafts.where('id').startsWith(beginning).primaryKeys()
    return id !== undefined && (await openKnown(db, id))
  } catch {
    return false // where the storage fails, what stands in the line is kept like any other
  }
}
