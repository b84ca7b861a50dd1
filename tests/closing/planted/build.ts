// Builds the extension with the planted journal into another folder: `node build.ts FOLDER`.
import { fileURLToPath } from 'node:url'
import { build } from 'wxt'

const [outDir = ''] = process.argv.slice(2)
const journal = fileURLToPath(import.meta.resolve('./journal.ts'))

await build({
  outDir,
  browser: 'chrome',
  manifestVersion: 3,
  vite: () => ({
    resolve: { alias: [{ find: /^.*\/store\/journal\.ts$/, replacement: journal }] },
  }),
})
