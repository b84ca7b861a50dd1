import type { CompanyKeys } from './company-keys.ts'

/** A card that shares a key with the lead, or that the lead's earlier revision is on. */
export type CardCandidate = {
  id: string
  /** Every key that leads gave this card. */
  numbers: string[]
  domains: string[]
  names: string[]
}

/** The card on which an earlier revision of the same lead is, without what that revision said. */
export type CurrentCard = {
  id: string
  numbers: string[]
  domains: string[]
  /** Whether other leads are on it. */
  shared: boolean
}

/**
 * Which card a lead belongs to: by number, else by domain, else by name. A card that has another
 * number, or (where one of both has no number) another domain, is another company of the same name.
 *
 * A later revision stays where it is as long as its words allow it: on its own card a correction
 * renames the company; on a shared one a company that fits no longer takes the lead elsewhere.
 *
 * @param candidates oldest first, which decides between equals
 * @returns the card's id, or null for a company that has none yet
 */
export function chooseCard(
  keys: CompanyKeys,
  candidates: CardCandidate[],
  current?: CurrentCard,
): string | null {
  let best: { id: string; score: number } | null = null
  for (const card of candidates) {
    const isCurrent = card.id === current?.id
    if (contradicts(keys, isCurrent ? current : card)) continue
    const score = agreement(keys, card) + (isCurrent ? 0.5 : 0)
    if (score >= 1 && score > (best?.score ?? 0)) best = { id: card.id, score }
  }
  if (best !== null) return best.id
  return current !== undefined && !current.shared ? current.id : null
}

/** One number outweighs domain and name together, a domain outweighs a name. */
function agreement(keys: CompanyKeys, card: CardCandidate): number {
  const number = keys.number !== null && card.numbers.includes(keys.number) ? 4 : 0
  const domain = keys.domain !== null && card.domains.includes(keys.domain) ? 2 : 0
  return number + domain + (card.names.includes(keys.name) ? 1 : 0)
}

function contradicts(keys: CompanyKeys, card: Pick<CardCandidate, 'numbers' | 'domains'>): boolean {
  if (keys.number !== null && card.numbers.length > 0) return !card.numbers.includes(keys.number)
  return keys.domain !== null && card.domains.length > 0 && !card.domains.includes(keys.domain)
}
