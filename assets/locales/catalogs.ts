import { compileMessage } from '@lingui/message-utils/compileMessage'
import type { Plugin } from 'vite'
import da from './da.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import nb from './nb.json' with { type: 'json' }
import nn from './nn.json' with { type: 'json' }
import { pseudo } from './pseudo.ts'
import sv from './sv.json' with { type: 'json' }

/** What the browser itself shows of us, before a page of ours runs: `_locales/<dir>/messages.json`. */
const MANIFEST_LOCALES = { en, nb, nn, sv, da, no: nb } // Chromium knows `no`, and no nynorsk

type ManifestKey = Extract<keyof typeof en, `manifest.${string}`>

const manifestWords = (catalog: Record<ManifestKey, string>) => ({
  name: { message: catalog['manifest.name'] },
  description: { message: catalog['manifest.description'] },
  open: { message: catalog['manifest.open'] },
})

/** The `_locales` files, made from the catalogs so that no sentence stands twice. */
export function manifestLocales() {
  return Object.entries(MANIFEST_LOCALES).map(([dir, catalog]) => ({
    relativeDest: `_locales/${dir}/messages.json`,
    contents: JSON.stringify(manifestWords(catalog), null, 2),
  }))
}

/** Catalogs that hold only what one place says: rooms of the whole one, and single words of others. */
const PARTS: Record<string, RegExp> = {
  popup:
    /^(?:field|relation|popup)\.|^fault\.\w+-missing$|^state\.(?!draft$|needs-you|waiting-)|^manifest\.name$/,
  later:
    /^(?:problem|paste|handed|notice|action|known|match|event|strip|panel|kind|log|quick)\.|^fault\.(?!\w+-missing$)|^state\.(?:needs-you(?:-short)?|waiting-until|draft)$|^leads\.no-name$/,
  badge: /^badge\.|^manifest\.name$/,
  browser: /^(?:menu|omnibox|remind)\.|^leads\.no-name$/,
}

/**
 * Compiles the ICU messages of `assets/locales/*.json` while building, so that no message parser
 * ships to the browser. What comes out is JSON again, for Vite's own JSON step. Of
 * `en.json?popup`, a module by then, only what the popup says is left: the first frame waits for it.
 *
 * @param mode of the build: in `pseudo` every language is the English one, drawn out and accented
 */
export function compiledCatalogs(mode?: string): Plugin {
  const isPseudo = mode === 'pseudo'
  return {
    name: 'kundekort:catalogs',
    enforce: 'pre',
    transform: {
      filter: { id: /assets\/locales\/\w+\.json(?:\?(?:popup|later|badge|browser))?$/ },
      handler(code, id) {
        const part = PARTS[id.split('?')[1] ?? '']
        const catalog: Record<string, string> = isPseudo ? en : JSON.parse(code)
        const compiled = Object.entries(catalog)
          .filter(([key]) => part === undefined || part.test(key))
          .map(([key, text]) => [key, compileMessage(text, isPseudo ? pseudo : undefined)])
        const json = JSON.stringify(Object.fromEntries(compiled))
        return { code: part === undefined ? json : `export default ${json}`, map: null }
      },
    },
  }
}
