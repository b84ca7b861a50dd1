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
    // One less than there are cores, which is what Vitest takes, is half of two.
    maxWorkers: '100%',
    // What takes a second on a quiet machine can take ten beside other work.
    testTimeout: 20_000,
    restoreMocks: true,
    mockReset: true,
  },
})
