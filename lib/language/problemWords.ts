import type { Catalogs } from './words.ts'

/** What can stand between a lead and its card: nobody reads of it before the database was read. */
export const problemWords: Catalogs = {
  en: () => import('../../assets/locales/en.json?problem'),
  nb: () => import('../../assets/locales/nb.json?problem'),
}
