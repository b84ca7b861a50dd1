/** Longest that is waited for a frame, in milliseconds: a window that nobody sees draws none. */
const PATIENCE = 100

/** When what a key changed is on the screen: nothing that a letter only suggests comes before it. */
export const drawn = (): Promise<void> =>
  new Promise(resolve => {
    setTimeout(resolve, PATIENCE)
    requestAnimationFrame(() => setTimeout(resolve))
  })
