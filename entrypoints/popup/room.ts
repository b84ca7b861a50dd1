/** What the style sheet has rules for: lengths in `em` grow with the letters that somebody has chosen. */
const ROOMS = [
  ['data-narrow', '(max-width: 23.75em)'],
  ['data-low', '(max-height: 25em)'],
] as const

/**
 * Keeps in attributes how little room the window has. It is looked at in the frame in which it
 * changes, before that is on the screen; a media query in the style sheet would be asked at each
 * letter (assets/popup/window.css).
 */
export function keepRoom(root: HTMLElement): void {
  const look = () => {
    for (const [room, query] of ROOMS) root.toggleAttribute(room, matchMedia(query).matches)
  }
  new ResizeObserver(look).observe(root)
  addEventListener('resize', look)
}
