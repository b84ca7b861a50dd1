import { preferences } from '../../lib/settings/preferences.ts'
import { journal } from '../../lib/store/journal.ts'

/** What the first frame is made of; already on its way when the page's other modules run. */
export const opening = { kept: journal.readOpen(), preferences: preferences.read() }
