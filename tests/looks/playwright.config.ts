import { defineConfig } from '@playwright/test'
import base from '../../playwright.config.ts'

/** All that there is to see: one browser for each language and side, two at once. */
export default defineConfig(base, {
  testDir: '.',
  testMatch: ['pictures.ts', 'walk.ts'],
  outputDir: '../../test-results',
  fullyParallel: true,
  use: { actionTimeout: 10_000 },
})
