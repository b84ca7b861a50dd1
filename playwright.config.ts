import { defineConfig } from '@playwright/test'

/** Stories in a real Chromium with the built extension; each test brings up its own browser. */
export default defineConfig({
  testDir: 'tests',
  testMatch: ['**/*.spec.ts'],
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env.CI),
  // Two browsers at a time keep two cores busy, and no test passes only on a second try.
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
})
