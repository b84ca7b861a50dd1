/** Stands where the extension has the browser's API: a page of the benchmark has none. */
export const browser = {}
