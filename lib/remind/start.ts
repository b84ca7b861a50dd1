import { browser } from 'wxt/browser'
import { calendarDate } from '../lead/dates.ts'
import { daysAfter } from '../lead/quickDates.ts'
import { reminders } from '../settings/reminders.ts'
import type { Database } from '../store/database.ts'
import { moveFollowUp } from '../store/reminders.ts'
import { beginTelling, endTelling } from '../store/telling.ts'
import { noteOf, personIn } from './note.ts'
import { createReminders } from './remind.ts'
import type { Answer, Screen } from './screen.ts'

/** The alarm of each morning. */
const ALARM = 'reminders'

/**
 * Reminds people of whom they are to follow up. To be called at once when the worker starts, as an
 * event that comes before its listener is lost.
 */
export function startReminders(db: Database, screen: Screen): void {
  const remind = createReminders({
    now: () => new Date(),
    since: reminders.read,
    begin: (from, through) => beginTelling(db, from, through),
    end: () => endTelling(db),
    show: async ids => screen.show(await noteOf(ids, nameOf)),
    setAlarm: async at => {
      if (at === undefined) await browser.alarms.clear(ALARM)
      else browser.alarms.create(ALARM, { when: at })
    },
    exclusively: async task => await navigator.locks.request(ALARM, task),
  })
  const nameOf = async (id: string) => (await db.drafts.get(id))?.fields.name ?? ''
  // A database or a storage that can't be read now: the next start tries again, or the next morning.
  const look = () => remind().catch(() => undefined)

  browser.alarms.onAlarm.addListener(async ({ name }) => {
    if (name === ALARM) await look()
  })
  reminders.watch(look)
  screen.listen(async (note, answer) => {
    const id = personIn(note)
    if (id === undefined || answer === undefined) await openList()
    else await take(id, answer)
    await screen.clear(note)
  })
  void look()

  /** Later is tomorrow. */
  async function take(id: string, answer: Answer) {
    try {
      const tomorrow = daysAfter(calendarDate(new Date()), 1)
      await moveFollowUp(db, id, answer === 'done' ? '' : tomorrow)
    } catch {
      await openList() // a full disk: there they stand as before, and what is tried there says why
    }
  }
}

const openList = () =>
  browser.tabs.create({ url: browser.runtime.getURL('/options.html#follow-ups') })
