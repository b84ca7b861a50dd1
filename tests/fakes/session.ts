import type { Session } from '../../lib/crm/connector.ts'
import type { Answer, Ask } from '../../lib/crm/http.ts'

/** A session that answers by hand, and remembers what it was asked. */
export function aSession(answer: (ask: Omit<Ask, 'token'>) => Partial<Answer> | Error) {
  const asked: Omit<Ask, 'token'>[] = []
  const session: Session = {
    async ask(ask) {
      asked.push(structuredClone(ask))
      const given = answer(ask)
      if (given instanceof Error) throw given
      return { status: 200, json: undefined, retryAfter: undefined, ...given }
    },
    pause: async () => undefined,
    ownLink: url => (url.startsWith('https://crm.example.com/') ? url : undefined),
  }
  return { session, asked }
}
