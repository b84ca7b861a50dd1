import { compileMessage } from '@lingui/message-utils/compileMessage'
import type { Plugin } from 'vite'
import en from './en.json' with { type: 'json' }
import nb from './nb.json' with { type: 'json' }

/** What the browser itself shows of us, before a page of ours runs: `_locales/<dir>/messages.json`. */
const MANIFEST_LOCALES = { en, nb, no: nb } // Chromium's own list knows Norwegian as `no`

const manifestWords = (catalog: typeof en) => ({
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
    /^(?:field|relation|popup|notice|action)\.|^fault\.\w+-missing$|^state\.(?!draft$|needs-you|waiting-)|^manifest\.name$/,
  later:
    /^(?:problem|paste)\.|^fault\.(?!\w+-missing$)|^state\.(?:needs-you(?:-short)?|waiting-until)$/,
  badge: /^badge\.|^manifest\.name$/,
}

/**
 * Compiles the ICU messages of `assets/locales/*.json` while building, so that no message parser
 * ships to the browser. What comes out is JSON again, for Vite's own JSON step. Of
 * `en.json?popup`, a module by then, only what the popup says is left: the first frame waits for it.
 */
export function compiledCatalogs(): Plugin {
  return {
    name: 'kundekort:catalogs',
    enforce: 'pre',
    transform: {
      filter: { id: /assets\/locales\/\w+\.json(?:\?(?:popup|later|badge))?$/ },
      handler(code, id) {
        const part = PARTS[id.split('?')[1] ?? '']
        const catalog = Object.entries(JSON.parse(code) as Record<string, string>)
        const compiled = catalog
          .filter(([key]) => part === undefined || part.test(key))
          .map(([key, text]) => [key, compileMessage(text)])
        const json = JSON.stringify(Object.fromEntries(compiled))
        return { code: part === undefined ? json : `export default ${json}`, map: null }
      },
    },
  }
}
