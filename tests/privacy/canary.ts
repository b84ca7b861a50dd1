import { createHash } from 'node:crypto'

/** Base64 of a text as it looks inside a longer one, wherever it begins there. */
const base64Of = (text: string) =>
  [0, 1, 2].map(before => {
    const bytes = Buffer.from(' '.repeat(before) + text)
    // Only the letters that are made of the text alone; each stands for six bits.
    const whole = [Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6)]
    return bytes.toString('base64').slice(...whole)
  })

const digestsOf = (text: string) =>
  ['sha256', 'sha1', 'md5'].flatMap(name => {
    const digest = createHash(name).update(text).digest()
    return [digest.toString('hex'), digest.toString('base64')]
  })

/** What a text looks like when somebody sends it, openly or a little hidden. */
function disguises(text: string): string[] {
  const inJson = JSON.stringify(text).slice(1, -1)
  const hex = Buffer.from(text).toString('hex')
  const hashed = [text, text.toLowerCase()].flatMap(digestsOf)
  return [text, inJson, encodeURIComponent(text), hex, ...base64Of(text), ...hashed]
}

/**
 * Looks for texts that should be nowhere.
 *
 * @returns those that are there: as they are, escaped, encoded, or as a digest
 */
export function canariesIn(haystack: string, canaries: readonly string[]): string[] {
  const folded = haystack.toLowerCase()
  return canaries.filter(canary =>
    disguises(canary).some(text => folded.includes(text.toLowerCase())),
  )
}
