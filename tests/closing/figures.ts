import { type Form, isSame, type Shown, type Stroke } from './form.ts'

/** What came of typing something and ending the popup, or the browser. */
export interface Try {
  readonly stroke: Stroke
  /** Whether the worker was found stopped right before the stroke. */
  readonly asleep: boolean
  /** From sending the stroke to ending what it was typed into. */
  readonly msToEnd: number
  /** What has to stand in the next popup. */
  readonly expected: Form
  readonly shown: Shown
}

export const isLost = ({ shown, expected }: Try): boolean => !isSame(shown.last, expected)

const isLate = (it: Try) => !isLost(it) && !isSame(it.shown.first, it.expected)

function percentile(values: number[], share: number): string {
  const sorted = values.toSorted((a, b) => a - b)
  return (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(1)
}

/** The figures in a line. */
export function inWords(tries: readonly Try[]): string {
  const count = (isIt: (it: Try) => boolean) => tries.filter(isIt).length
  const ms = tries.map(({ msToEnd }) => msToEnd)
  return [
    `${tries.length} tries, ${count(isLost)} lost, ${count(isLate)} shown late`,
    `worker asleep in ${count(({ asleep }) => asleep)}`,
    `stroke to end p50 ${percentile(ms, 0.5)} ms, p95 ${percentile(ms, 0.95)} ms`,
  ].join('; ')
}
