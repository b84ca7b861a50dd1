import '../../assets/popup.css'
import { opening } from './opening.ts'
import { startPopup } from './start.tsx'

void startPopup(opening())
