import { foldForSearch } from '../identity/fold.ts'

/** The words that something is found by, each text once, as `listCards` looks for them. */
export function searchWords(texts: (string | null)[]): string {
  const known = texts.filter(text => text !== null)
  return foldForSearch([...new Set(known)].join(' '))
}
