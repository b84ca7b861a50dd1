import type { Catalogs } from './words.ts'

/** Every sentence that there is. */
export const allWords: Catalogs = {
  en: () => import('../../assets/locales/en.json'),
  nb: () => import('../../assets/locales/nb.json'),
  nn: () => import('../../assets/locales/nn.json'),
  sv: () => import('../../assets/locales/sv.json'),
  da: () => import('../../assets/locales/da.json'),
}
