/** A figure. */
export interface Row {
  readonly case: string
  readonly metric: string
  readonly value: number
  readonly unit: string
  /** What it is held against: a limit, or the value of a peer in the same run. */
  readonly limit?: number
  /** The value in parts of the limit. */
  readonly ratio?: number
}

/** What `tests/bench/NAME.ts` exports as `run`. */
export interface Bench {
  run(say: (line: string) => void): Promise<Row[]>
}

/** A figure that is held against a limit or a peer. */
export function against(row: Omit<Row, 'limit' | 'ratio'>, limit: number): Row {
  return { ...row, limit: round(limit), ratio: round(row.value / limit) }
}

/** Three digits that count; more would be noise. */
export function round(value: number): number {
  return Number(value.toPrecision(3))
}
