import type { Catalogs } from './words.ts'

/** Every sentence that there is. */
export const allWords: Catalogs = {
  en: () => import('../../assets/locales/en.json'),
  nb: () => import('../../assets/locales/nb.json'),
}
