import type { Catalogs } from './words.ts'

/** What the popup says only of what the database or the reader of pasted text told it. */
export const laterWords: Catalogs = {
  en: () => import('../../assets/locales/en.json?later'),
  nb: () => import('../../assets/locales/nb.json?later'),
  nn: () => import('../../assets/locales/nn.json?later'),
  sv: () => import('../../assets/locales/sv.json?later'),
  da: () => import('../../assets/locales/da.json?later'),
}
