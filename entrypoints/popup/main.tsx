import '../../assets/popup.css'
import { opening } from './opening.ts'
import { startPopup } from './start.tsx'

const asked = opening()
// The script does not wait for the page (assets/earlyScript.ts), whose end may be missing still.
if (document.readyState === 'loading') {
  await new Promise(resolve => addEventListener('DOMContentLoaded', resolve))
}
void startPopup(asked)
