import type { Lead } from '../../../lib/crm/open/contract.ts'

/** Leads as a fair brings them: every fourth is about a company that another one was about. */
export function someLeads(count: number): Lead[] {
  return Array.from({ length: count }, (_, n) => {
    const company = n % 4 === 3 ? n - 3 : n
    return {
      id: crypto.randomUUID(),
      revision: 1,
      person: {
        name: `Sample Person ${n}`,
        title: 'Buyer',
        emails: [`person${n}@company${company}.example`],
        phones: [`+47${40_000_000 + n}`],
      },
      company: { name: `Company ${company} AS`, number: String(900_000_000 + company) },
      meeting: { where: 'Example Fair', on: '2026-03-01' },
      relation: 'prospect',
      note: 'Wants an offer for ten pallets, delivered in May.',
      tags: ['fair'],
      activities: [
        { id: crypto.randomUUID(), kind: 'offer', on: '2026-03-02', text: 'Ten pallets' },
      ],
    }
  })
}
