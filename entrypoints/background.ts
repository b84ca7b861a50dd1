// First, before any other module runs: it takes the network out of the worker.

import { defineBackground } from 'wxt/utils/define-background'
import { door } from '../lib/crm/door.ts'
import { startAddressBar } from '../lib/intake/addressBar.ts'
import { startMenu } from '../lib/intake/menu.ts'
import { chromiumScreen } from '../lib/remind/chromium.ts'
import { firefoxScreen } from '../lib/remind/firefox.ts'
import { startReminders } from '../lib/remind/start.ts'
import { Database } from '../lib/store/database.ts'
import { startWorker } from '../lib/sync/worker.ts'

export default defineBackground(() => {
  const db = new Database()
  const button = startWorker(door, db)
  startMenu(db, button.look)
  startReminders(db, import.meta.env.FIREFOX ? firefoxScreen : chromiumScreen)
  startAddressBar({ db, isMarkup: !import.meta.env.FIREFOX, confirm: button.confirm })
})
