import { defineConfig } from '@playwright/test'
import base from '../../playwright.config.ts'

/** Pictures for people to look at: one browser for each language, both at once. */
export default defineConfig(base, {
  testDir: '.',
  testMatch: ['pictures.ts'],
  outputDir: '../../test-results',
  fullyParallel: true,
  use: { actionTimeout: 10_000 },
})
