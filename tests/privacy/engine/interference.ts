import type { Breach } from '../breach.ts'
import { canariesIn } from '../canary.ts'
import { canariesOf } from './arbitrary.ts'
import type { Sent } from './network.ts'
import { type Parts, type PrivateDraft, play, type Story } from './world.ts'

/**
 * Plays one story twice, beside two different sets of private drafts. Somebody at the other end who
 * could tell the two apart would have learnt something of drafts that nobody promoted: by a byte,
 * by the number of requests, or by when they come.
 */
export async function interference(
  parts: Parts,
  story: Story,
  a: readonly PrivateDraft[],
  b: readonly PrivateDraft[],
): Promise<Breach[]> {
  const beside = { a: await play(parts, story, a), b: await play(parts, story, b) }
  const told = { a: textOf(beside.a), b: textOf(beside.b) }
  const canaries = [
    ...[...a, ...b].flatMap(({ draft }) => canariesOf(draft)),
    ...story.promoted.map(({ fields }) => fields.paste),
  ]
  return [
    ...(told.a === told.b
      ? []
      : [{ kind: 'drafts change the traffic' as const, detail: firstDifference(told) }]),
    ...canariesIn(told.a + told.b, canaries).map(detail => ({
      kind: 'a canary left' as const,
      detail,
    })),
  ]
}

const textOf = (sent: readonly Sent[]) => sent.map(one => JSON.stringify(one)).join('\n')

function firstDifference({ a, b }: { a: string; b: string }): string {
  const at = [...a].findIndex((letter, index) => letter !== b[index])
  const from = Math.max(0, at - 40)
  return `${a.slice(from, at + 80)} | ${b.slice(from, at + 80)}`
}
