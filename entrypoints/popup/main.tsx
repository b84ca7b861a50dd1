// The kept draft is asked for before anything else happens; the rest of this file loads meanwhile.
import { opening } from './opening.ts'
import '../../assets/popup.css'
import { startPopup } from './start.tsx'

void startPopup(opening)
