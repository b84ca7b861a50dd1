import { browser } from 'wxt/browser'
import { browserWords } from '../language/browserWords.ts'
import { loadWords, pickLocale } from '../language/words.ts'
import { readPreferences, watchPreferences } from '../settings/preferences.ts'
import type { Database } from '../store/database.ts'
import { takeSelection } from './selection.ts'

const ID = 'selection'

/**
 * The entry in the browser's menu on selected text. To be called at once when the worker starts, as
 * a click that comes before its listener is lost.
 *
 * @param onTaken told when somebody may stand on the form, whether or not a window opened with them
 */
export function startMenu(db: Database, onTaken: () => void): void {
  browser.contextMenus.onClicked.addListener(
    async ({ menuItemId, selectionText: text = '', pageUrl, frameUrl }) => {
      if (menuItemId !== ID) return
      await takeSelection(db, { text, pageUrl, frameUrl })
      onTaken()
    },
  )
  browser.runtime.onInstalled.addListener(show)
  browser.runtime.onStartup.addListener(show)
  watchPreferences(show)
}

/** Changes of the entry, one after the other, so that it is never made twice. */
let showing: Promise<void> = Promise.resolve()

/** Shows the entry in the language that is chosen now, in place of an earlier one. */
function show(): Promise<void> {
  showing = showing.then(draw, draw)
  return showing
}

async function draw(): Promise<void> {
  const { language } = await readPreferences()
  const { t } = await loadWords(pickLocale(language, navigator.languages), browserWords)
  await browser.contextMenus.removeAll()
  browser.contextMenus.create({ id: ID, contexts: ['selection'], title: t('menu.selection') })
}
