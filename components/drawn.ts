/** Longest that is waited for a frame, in milliseconds: a window that nobody sees draws none. */
const PATIENCE = 100

/** The frame that comes next, for all that wait for it. */
let next: Promise<void> | undefined

/** When what a key changed is on the screen: nothing that a letter only suggests comes before it. */
export const drawn = (): Promise<void> =>
  (next ??= new Promise(resolve => {
    // Whoever asks while a frame is drawn is told of the one after it.
    const begin = () => {
      next = undefined
      clearTimeout(late)
      setTimeout(resolve)
    }
    const late = setTimeout(begin, PATIENCE)
    requestAnimationFrame(begin)
  }))
