import { type ComponentChildren, Fragment } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { allWords } from '../lib/language/allWords.ts'
import { loadWords, pickLocale, type Words } from '../lib/language/words.ts'
import type { Preferences } from '../lib/settings/preferences.ts'
import { WordsContext } from './words.ts'

interface Props {
  preferences: Preferences
  children: ComponentChildren
}

/** A page in the preferred language, at once when that is changed; nothing until it is loaded. */
export function Page({ preferences, children }: Props) {
  const [words, setWords] = useState<Words>()
  const locale = pickLocale(preferences.language, navigator.languages)
  useEffect(() => {
    document.documentElement.lang = locale
    void loadWords(locale, allWords).then(setWords)
  }, [locale])
  if (words === undefined) return <Fragment />
  return <WordsContext.Provider value={words}>{children}</WordsContext.Provider>
}
