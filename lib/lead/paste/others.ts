import type { NamePiece } from './chooseName.ts'
import { localOf } from './contacts.ts'
import type { Found } from './found.ts'
import { matchesLocal } from './name.ts'
import type { Hinted } from './pieces.ts'
import type { Span } from './plain.ts'
import { titleScore } from './title.ts'

/** Where a text tells of somebody else than the person: in a row of a list, in a block of their own. */
export function othersOf(
  candidates: readonly NamePiece[],
  pieces: readonly Hinted[],
  name: NamePiece | undefined,
  contacts: readonly Found[],
): Span[] {
  if (name === undefined) return []
  const emails = contacts.filter(one => one.field === 'email')
  const begins = contacts.map(one => one.spans[0]?.start ?? 0)
  const isOther = (one: NamePiece) =>
    one.start > name.end && one.name.includes(' ') && titleScore(one.name) < 4
  const other = candidates.find(one => {
    if (!isOther(one)) return false
    const isTheirs = emails.some(({ value, spans }) => {
      const local = localOf(value)
      const isNearer = matchesLocal(one.name, local) > matchesLocal(name.name, local)
      return isNearer && (spans[0]?.start ?? 0) > one.start
    })
    if (isTheirs && one.score >= 3) return true
    // Somebody with a job and a number, behind the person's own number.
    const hasBoth =
      begins.some(at => at > name.end && at < one.start) && begins.some(at => at > one.end)
    return hasBoth && one.name !== name.name && one.score >= 0 && hasJob(one, pieces)
  })
  return other === undefined ? [] : [{ start: other.start, end: Number.MAX_SAFE_INTEGER }]
}

/** Whether what stands right behind a name, or in brackets or a comma behind it, is a job. */
export function hasJob(one: NamePiece, pieces: readonly Hinted[]): boolean {
  const [piece, next] = [pieces[one.last], pieces[one.last + 1]]
  return (
    piece !== undefined &&
    next !== undefined &&
    next.line - piece.line <= 1 &&
    titleScore(next.text) >= 4
  )
}

/**
 * The numbers behind which somebody else's name stands: *22 33 44 55 (Kari) / 22 33 44 56 (Ola)*. They
 * have to be told apart by the person's own name, or else what is in the brackets may be anything.
 */
export function numbersOfOthers(
  text: string,
  phones: readonly Found[],
  name: NamePiece | undefined,
): Found[] {
  const words = name?.name.split(' ') ?? []
  const named = phones.map(phone => {
    const end = phone.spans[0]?.end ?? 0
    return { phone, who: /^\s?\((\p{Lu}\p{Ll}+)\)/u.exec(text.slice(end, end + 30))?.[1] }
  })
  const isPersons = (who: string | undefined) => who !== undefined && words.includes(who)
  if (!named.some(({ who }) => isPersons(who))) return []
  return named.filter(({ who }) => who !== undefined && !isPersons(who)).map(({ phone }) => phone)
}
