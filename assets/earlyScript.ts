import type { Plugin } from 'vite'

/**
 * Has a page's script run as soon as it is there. Without that it waits for the style sheet, which it
 * doesn't look at: the first frame waits for both in any case.
 *
 * @param page path of the page
 */
export function earlyScript(page: string): Plugin {
  return {
    name: 'kundekort:early-script',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { filename }) =>
        filename === page ? html.replace('<script type="module"', '$& async') : html,
    },
  }
}
