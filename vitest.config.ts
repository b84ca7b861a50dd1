import preact from '@preact/preset-vite'
import { defineConfig } from 'vitest/config'
import { compiledCatalogs } from './assets/locales/catalogs.ts'

export default defineConfig({
  plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false }), compiledCatalogs()],
  resolve: {
    alias: { 'wxt/browser': new URL('./tests/fakes/browser.ts', import.meta.url).pathname },
  },
  test: {
    include: [
      '{lib,components,assets,crm}/**/*.test.{ts,tsx}',
      'tests/{privacy,simulation}/**/*.test.ts',
    ],
    restoreMocks: true,
    mockReset: true,
  },
})
