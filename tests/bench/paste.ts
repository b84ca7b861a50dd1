import { readText } from '../../lib/lead/paste/read.ts'
import { against, type Row, round } from './kit/row.ts'

const LENGTH = 20_000
/** How long a paste of 20 kB may take, in milliseconds. */
const LIMIT = 50

const SIGNATURE =
  'Med vennlig hilsen\nSample Person\nSalgssjef\nExample AS\nTlf: 22 33 44 55\nsample@example.com\n'

/** Ordinary texts, and ones that make patterns go over the same letters again and again. */
const TEXTS: Record<string, string> = {
  'a signature over a long text': 'Toimitus tapahtuu sovittuna päivänä varastosta. ',
  'signatures without end': SIGNATURE,
  digits: '1 ',
  'at signs': '@',
  names: 'Sample Person, ',
  'legal forms': 'Ab AS ',
  spaces: ' ',
  'tags that never end': '<a ',
  dashes: '-',
}

/** Reading a paste of 20 kB, and whether twice the text takes more than about twice the time. */
export async function run(): Promise<Row[]> {
  for (let warm = 0; warm < 20; warm++) readText(SIGNATURE, 'NO')
  return Object.entries(TEXTS).flatMap(([name, part]) => {
    const text = (name.startsWith('a ') ? SIGNATURE : '')
      .concat(part.repeat(LENGTH))
      .slice(0, LENGTH)
    const [whole, half] = [median(text), median(text.slice(0, LENGTH / 2))]
    const one = `20 kB of pasted text: ${name}`
    return [
      against({ case: one, metric: 'time, median of 9', value: round(whole), unit: 'ms' }, LIMIT),
      { case: one, metric: 'growth from 10 kB', value: round(whole / half), unit: 'times' },
    ]
  })
}

function median(text: string): number {
  const times = Array.from({ length: 9 }, () => {
    const start = performance.now()
    readText(text, 'NO')
    return performance.now() - start
  })
  return times.sort((a, b) => a - b)[4] ?? Number.NaN
}
