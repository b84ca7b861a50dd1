import type { Plugin } from 'vite'

/** What the polyfill hands on where the browser has `browser` itself: all that is left of it here. */
const NATIVE = `
if (!globalThis.browser?.storage) throw new Error('There is no browser.*')
export default globalThis.browser
`

/**
 * Takes out of the polyfill what it does where `browser` is missing, and with it an eighth of what
 * the popup runs before the caret. Every browser that may install the extension has it: Firefox
 * always had, Chromium has it from 148, the manifest's `minimum_chrome_version`
 * (developer.chrome.com/docs/extensions/develop/concepts/browser-namespace).
 *
 * @throws while building, on a polyfill that this code doesn't know
 */
export function nativeBrowser(): Plugin {
  return {
    name: 'kundekort:native-browser',
    transform: {
      filter: { id: /webextension-polyfill\/dist\/browser-polyfill\.js$/ },
      handler(code) {
        const handsOn = /\belse \{\s*module\.exports = globalThis\.browser;\s*\}/.test(code)
        if (!handsOn) throw new Error('The polyfill hands `browser` on in a way of its own')
        return { code: NATIVE, map: null }
      },
    },
  }
}
