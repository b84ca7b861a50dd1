import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Words } from '../lib/language/words.ts'

/** The language of this window; each page provides it once. */
export const WordsContext = createContext<Words | undefined>(undefined)

/** The sentences of this window's language. @throws where no page provides them */
export function useWords(): Words {
  const words = useContext(WordsContext)
  if (words === undefined) throw new Error('No WordsContext around this component.')
  return words
}
