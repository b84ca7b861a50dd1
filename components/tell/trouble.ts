import type { TellTrouble } from '../../lib/desk/teller.ts'
import type { WordKey } from '../../lib/language/words.ts'

/** The sentence that says why it could not be noted that somebody was told. */
export const troubleKey = (trouble: TellTrouble): WordKey =>
  trouble === 'nobody' ? 'tell.nobody' : `notice.${trouble}`
