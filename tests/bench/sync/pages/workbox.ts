import { Queue } from 'workbox-background-sync/Queue.js'
import type { Lead } from '../../../../lib/crm/open/contract.ts'
import { offer } from './offer.ts'

/**
 * Workbox' queue of failed requests, one a lead. It looks at the registration of the service worker
 * that it expects to be in; here it is replayed by hand, which takes none.
 */
Object.assign(globalThis, { registration: {} })

const queue = new Queue('leads', { forceSyncFallback: true, onSync: async () => undefined })
let before = 0

const requestOf = (lead: Lead) =>
  new Request('/lead', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(lead),
  })

offer({
  async seed(leads) {
    for (const lead of leads) await queue.pushRequest({ request: requestOf(lead) })
  },
  async send() {
    before = await queue.size()
    await queue.replayRequests()
  },
  async recorded() {
    const left = await queue.size()
    return { sent: before - left, left }
  },
})
