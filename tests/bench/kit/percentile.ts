/** The value below which so many percent of them are; the slowest is never left out of 100. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const place = Math.ceil((percent / 100) * sorted.length) - 1
  return sorted[Math.max(0, place)] ?? Number.NaN
}
