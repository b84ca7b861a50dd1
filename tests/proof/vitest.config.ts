import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** For what is proven about the sources and the built extension, and for our own tools. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['tests/{proof,rules,commands,harness}/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
