// `npm run bench [-- NAME …]`: measures what tests/bench/NAME.ts measures, all of it without a name.
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { machine } from '../bench/kit/machine.ts'
import type { Bench } from '../bench/kit/row.ts'
import { asTable } from '../bench/kit/table.ts'
import { endTools, ROOT } from './checks/tool.ts'

const FOLDER = join(ROOT, 'tests/bench')
const OUT = join(ROOT, '.output/bench')
const say = (line: string) => process.stdout.write(`${line}\n`)

async function measure(name: string): Promise<void> {
  const { run } = (await import(join(FOLDER, `${name}.ts`))) as Bench
  say(`${name}: measuring`)
  const where = machine()
  const rows = await run(line => say(`  ${line}`))
  const file = join(OUT, `${name}.json`)
  await mkdir(OUT, { recursive: true })
  await writeFile(file, `${JSON.stringify({ name, machine: where, rows }, null, 2)}\n`)
  say(`\n${asTable(rows)}\n\nKept in .output/bench/${name}.json.`)
}

const files = await readdir(FOLDER, { withFileTypes: true })
const known = files
  .filter(file => file.isFile() && file.name.endsWith('.ts'))
  .map(file => file.name.slice(0, -'.ts'.length))
const asked = process.argv.slice(2)
const unknown = asked.filter(name => !known.includes(name))
if (unknown.length > 0) {
  say(`There is no benchmark ${unknown.join(', ')}. There are: ${known.join(', ')}.`)
  process.exit(1)
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    endTools()
    process.exit(1)
  })
}
for (const name of asked.length > 0 ? asked : known) await measure(name)
// What a benchmark has left open must not keep the command from ending.
process.exit(0)
