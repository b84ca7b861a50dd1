import type { Catalogs } from './words.ts'

/** What the browser's own menu, address bar and notifications say of us; the worker carries them with it. */
export const browserWords: Catalogs = {
  en: () => import('../../assets/locales/en.json?browser'),
  nb: () => import('../../assets/locales/nb.json?browser'),
  nn: () => import('../../assets/locales/nn.json?browser'),
  sv: () => import('../../assets/locales/sv.json?browser'),
  da: () => import('../../assets/locales/da.json?browser'),
}
