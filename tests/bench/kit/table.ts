import type { Row } from './row.ts'

const HEAD = ['case', 'metric', 'value', 'unit', 'limit or peer', 'ratio']

/** The rows as a table to read. */
export function asTable(rows: readonly Row[]): string {
  const cells = rows.map(row => [
    row.case,
    row.metric,
    String(row.value),
    row.unit,
    String(row.limit ?? ''),
    String(row.ratio ?? ''),
  ])
  const widths = HEAD.map((title, column) =>
    Math.max(title.length, ...cells.map(row => row[column]?.length ?? 0)),
  )
  const line = (row: string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()
  return [HEAD, ...cells].map(line).join('\n')
}
