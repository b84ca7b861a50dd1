/** What the style sheet has rules for: lengths in `em` grow with the letters that somebody has chosen. */
const ROOMS = {
  narrow: '(max-width: 23.75em)',
  low: 'not (min-height: 25em)',
}

/**
 * Keeps in `data-room` how much room the window has. It is looked at in the frame in which it
 * changes, before that is on the screen; a media query in the style sheet would be asked at each
 * letter (assets/popup/window.css).
 */
export function keepRoom(root: HTMLElement): void {
  const look = () => {
    const rooms = Object.entries(ROOMS).filter(([, query]) => matchMedia(query).matches)
    const room = rooms.map(([name]) => name).join(' ')
    if (root.dataset.room !== room) root.dataset.room = room
  }
  new ResizeObserver(look).observe(root)
  addEventListener('resize', look)
}
