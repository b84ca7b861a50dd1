import { browser } from 'wxt/browser'
import { badgeWords } from '../language/badgeWords.ts'
import { loadWords, pickLocale, type WordKey } from '../language/words.ts'
import { type Draft, isEmpty } from '../lead/draft.ts'
import { readPreferences } from '../settings/preferences.ts'
import type { Database } from '../store/database.ts'
import type { Journal } from '../store/journal.ts'
import { watchQueue } from '../store/leads.ts'
import { isLongHold } from './settle.ts'

/** What waits for somebody or something, as far as the toolbar button tells it. */
export interface Waiting {
  /** Whether a draft is on the form. */
  draft: boolean
  /** Leads on their way to the CRM. */
  leads: number
  /** Leads that need somebody. */
  needsYou: number
  /** Whether a draft was kept just now, and no window says so. */
  kept: boolean
}

export interface Badge {
  text: string
  color: string
  /** The words on hover. */
  title: WordKey
}

const QUIET = '#475569'
const ALARMING = '#b91c1c'
const GOOD = '#15803d'

/** How long the button says that a draft was kept, in milliseconds. */
const MOMENT = 3000

/** What the button shows; the most urgent first, since there is room for one thing only. */
export function badgeOf({ draft, leads, needsYou, kept }: Waiting): Badge {
  if (kept) return { text: '✓', color: GOOD, title: 'badge.kept' }
  if (needsYou > 0) return { text: '!', color: ALARMING, title: 'badge.needs-you' }
  if (leads > 999) return { text: '999+', color: QUIET, title: 'badge.waiting' }
  if (leads > 0) return { text: String(leads), color: QUIET, title: 'badge.waiting' }
  if (draft) return { text: '•', color: QUIET, title: 'badge.draft' }
  return { text: '', color: QUIET, title: 'manifest.name' }
}

export interface Button {
  /** Looks anew whether a draft is on the form, where nobody tells. */
  look(): void
  /** Shows, for a moment, that a draft was kept. */
  confirm(): void
}

/**
 * Keeps the toolbar button true for as long as this page or worker lives. Whoever writes does it:
 * the worker sleeps while somebody types.
 *
 * @param journal without `watchOpen` it is read whenever the queue changes: in the worker, where a
 *   listener would be woken by each letter, and make that letter wait for it (`bench -- keystroke`)
 * @param onQueue told of each change of the queue
 */
export function keepBadge(
  db: Database,
  journal: Pick<Journal, 'readOpen'> & Partial<Pick<Journal, 'watchOpen'>>,
  onQueue: () => void = () => undefined,
): Button {
  const waiting: Waiting = { draft: false, leads: 0, needsYou: 0, kept: false }
  let shown = Promise.resolve()
  let told = ''

  function tell(change: Partial<Waiting>) {
    Object.assign(waiting, change)
    const badge = badgeOf(waiting)
    const counts = { leads: waiting.leads, needsYou: waiting.needsYou }
    // Each letter comes by here, and mostly the button says it already.
    const said = JSON.stringify([badge, counts])
    if (said === told) return
    told = said
    // One after the other, so that the last word is the newest; a button that can't be written on
    // is no reason to keep anybody from their work.
    shown = shown
      .then(() => show(badge, counts))
      .catch(() => {
        told = ''
      })
  }

  const draftIn = (open: Draft | undefined) => ({ draft: open !== undefined && !isEmpty(open) })
  let hasHeard = false
  journal.watchOpen?.(open => {
    hasHeard = true
    tell(draftIn(open))
  })
  /** Says something new together with what is on the form now. */
  function read(change: Partial<Waiting> = {}) {
    journal.readOpen().then(
      open => tell(hasHeard ? change : { ...change, ...draftIn(open) }),
      () => tell(change), // the next keystroke, or the next change of the queue, says it
    )
  }
  const say = journal.watchOpen ? tell : read
  function look() {
    told = '' // a window may have written on the button since
    read()
  }

  read()
  const queue = watchQueue(db)
  // A database that can't be opened is told of where it matters.
  queue.subscribe(
    ({ open, needsYou, hold }) => {
      // Nothing gets through for a day: all that wait need somebody.
      const stuck = isLongHold(hold, Date.now()) ? open : 0
      say({ leads: open, needsYou: needsYou + stuck })
      onQueue()
    },
    () => undefined,
  )
  return {
    look,
    confirm() {
      tell({ kept: true })
      setTimeout(() => say({ kept: false }), MOMENT)
    },
  }
}

async function show({ text, color, title }: Badge, counts: { leads: number; needsYou: number }) {
  const { language } = await readPreferences()
  const { t } = await loadWords(pickLocale(language, navigator.languages), badgeWords)
  await browser.action.setBadgeText({ text })
  await browser.action.setBadgeBackgroundColor({ color })
  await browser.action.setTitle({ title: t(title, counts) })
}
