import type { State } from './stage.ts'
import { FOLLOW_UPS } from './states/followUps.ts'
import { LEADS } from './states/leads.ts'
import { LOGGING } from './states/logging.ts'
import { PAGES } from './states/pages.ts'
import { POPUP } from './states/popup.ts'

/**
 * Every state of every screen. A line there is a picture in light and dark, broad and narrow, in each
 * language (`npm run pictures`), and the same visits by axe and by the measure of what is cut off.
 */
export const STATES: readonly State[] = [...POPUP, ...LOGGING, ...LEADS, ...FOLLOW_UPS, ...PAGES]
