// Builds into another folder: `node buildInto.ts FOLDER chrome|firefox`.
import { build } from 'wxt'

const [outDir = '', browser = ''] = process.argv.slice(2)
await build({ outDir, browser, manifestVersion: 3 })
