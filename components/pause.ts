/** A moment later; without a length when the keys that came meanwhile are in. In milliseconds. */
export const pause = (length = 0): Promise<void> =>
  new Promise(resolve => setTimeout(resolve, length))
