const HERE = 'http://here.invalid'

/**
 * Whether an address can only lead to a page of ours. Browsers read `//other.example` and
 * `/\other.example` as another site, and drop tabs and line breaks before they look.
 */
export function isLocalPath(path: string): boolean {
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(path) || path.includes('\\')) return false
  return URL.canParse(path, HERE) && new URL(path, HERE).origin === HERE
}
