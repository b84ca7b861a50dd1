/** For how long the browser may take to begin with a file, in milliseconds. */
const PATIENCE = 60_000

/** Has the browser save a text as a file, where it saves whatever is downloaded. */
export function saveFile({ name, text }: { name: string; text: string }): void {
  const href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  Object.assign(document.createElement('a'), { href, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(href), PATIENCE)
}
