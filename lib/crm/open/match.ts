import type { Lead } from '../../lead/schema.ts'
import type { Matches, Session } from '../connector.ts'
import { type MatchRequest, matchAnswerSchema } from './contract.ts'

/** What a server answers that doesn't do this at all. */
const UNKNOWN = new Set([404, 405, 501])

/**
 * Asks whom the CRM knows already who may be the person of a promoted lead.
 *
 * @throws where it could not be asked, or answered something else
 */
export async function match(session: Session, { person, company }: Lead): Promise<Matches> {
  const [email] = person.emails
  const [phone] = person.phones
  const body: MatchRequest = {
    ...{ ...(email && { email }), ...(phone && { phone }) },
    ...{ name: person.name, company: company.name },
  }
  const { status, json } = await session.ask({ method: 'POST', path: '/api/v1/matches', body })
  if (UNKNOWN.has(status)) return { matches: [], choices: false }
  if (status !== 200) throw new Error(`The CRM answered ${status} when it was asked whom it knows`)
  const { matches, choices = false } = matchAnswerSchema.parse(json)
  return {
    matches: matches.map(({ card: { url: link, ...card }, contact, why }) => {
      const url = session.ownLink(link)
      return { card: { ...card, ...(url && { url }) }, contact, why }
    }),
    choices,
  }
}
