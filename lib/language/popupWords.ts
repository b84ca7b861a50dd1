import type { Catalogs } from './words.ts'

/** The sentences that the popup can come to say: it has to be there sooner than the others. */
export const popupWords: Catalogs = {
  en: () => import('../../assets/locales/en.json?popup'),
  nb: () => import('../../assets/locales/nb.json?popup'),
  nn: () => import('../../assets/locales/nn.json?popup'),
  sv: () => import('../../assets/locales/sv.json?popup'),
  da: () => import('../../assets/locales/da.json?popup'),
}
