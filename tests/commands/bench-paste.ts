// `npm run bench:paste -- FILE`: reads a corpus of pasted texts, a JSON object a line, and prints for
// each what was recognised, in the words of the corpus.
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { readCase } from '../unit/paste/measure.ts'

const [file] = process.argv.slice(2)
if (file === undefined) {
  process.stderr.write('Which file? npm run bench:paste -- FILE\n')
  process.exit(2)
}
const lines = (await readFile(resolve(process.env.INIT_CWD ?? '.', file), 'utf8')).split(/\r?\n/)
for (const line of lines) {
  if (line.trim() === '') continue
  const { id, text, country } = JSON.parse(line)
  process.stdout.write(`${JSON.stringify({ id, fields: readCase(text, country) })}\n`)
}
