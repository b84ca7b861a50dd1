import type { Plugin } from 'vite'

/**
 * Leaves out Vite's helper around each `import()`: it asks for what a module will need, which
 * wxt.config.ts says is nothing, and weighs as much as a screen of ours.
 */
export function plainImports(): Plugin {
  return {
    name: 'kundekort:plain-imports',
    enforce: 'pre',
    load: {
      filter: { id: /vite\/preload-helper\.js$/ },
      handler: () => 'export const __vitePreload = load => load()',
    },
  }
}
