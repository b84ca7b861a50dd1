/** All that the popup loads once its first frame is on the screen, in one piece. */

export { createLater } from '../../components/later/pieces.tsx'
export { createBack } from '../../lib/desk/back.ts'
export { keepBeginning } from '../../lib/desk/beginning.ts'
export { readyPanel } from '../../lib/desk/panel.ts'
export { readPaste } from '../../lib/desk/reading.ts'
