// The popup's form, in a panel that stays beside the page while people look around.
import '../../assets/popup.css'
import { opening } from '../popup/opening.ts'
import { startPopup } from '../popup/start.tsx'

void startPopup(opening(), 'panel')
