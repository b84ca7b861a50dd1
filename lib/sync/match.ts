import { readOnCard } from '../store/chosen.ts'
import type { Database } from '../store/database.ts'
import type { MatchAnswer } from './messages.ts'
import type { Line } from './run.ts'

/**
 * Asks the CRM whom it knows already, about a lead that is on a card: what was promoted and taken is
 * asked about, never a draft, nor what was written since. The lead itself is left out of the answer.
 *
 * @param line the CRM as it is configured now
 * @returns nobody where there is nothing to ask, or somebody said already who it is
 */
export async function findMatches(
  db: Database,
  leadId: string,
  line: Line | undefined,
): Promise<MatchAnswer> {
  const none = { matches: [], choices: false }
  const there = line && (await readOnCard(db, leadId, line.connectionId))
  const ask = line?.connector.match
  if (line === undefined || there === undefined || ask === undefined) return none
  const { lead, card } = there
  if (lead.contact !== undefined) return none
  try {
    const { matches, choices } = await ask(line.session, lead)
    // A CRM that doesn't tell which contact the lead became has it where its name is on its card.
    const isOwn = (match: (typeof matches)[number]) =>
      card?.contact === undefined
        ? match.card.id === card?.id && match.contact.name === lead.person.name
        : match.contact.id === card.contact
    return { matches: matches.filter(match => !isOwn(match)), choices }
  } catch {
    return { ...none, failed: true } // whatever it was: the lead is on the card all the same
  }
}
