import type { Catalogs } from './words.ts'

/** What the toolbar button says on hover; the worker carries them with it, so they are few. */
export const badgeWords: Catalogs = {
  en: () => import('../../assets/locales/en.json?badge'),
  nb: () => import('../../assets/locales/nb.json?badge'),
  nn: () => import('../../assets/locales/nn.json?badge'),
  sv: () => import('../../assets/locales/sv.json?badge'),
  da: () => import('../../assets/locales/da.json?badge'),
}
