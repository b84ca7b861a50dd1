import PouchDB from 'pouchdb-browser'
import { offer } from './offer.ts'

/** PouchDB, which has the checkpoint on both sides as its record of what was sent. */

let written = 0
const local = () => new PouchDB('pouch')

offer({
  async seed(leads) {
    await local().bulkDocs(leads.map(lead => ({ _id: lead.id, ...lead })))
  },
  async send({ batch }) {
    const target = new PouchDB(`${location.origin}/db`, { skip_setup: true })
    const result = await local().replicate.to(target, { batch_size: batch })
    if (!result.ok) throw new Error(JSON.stringify(result.errors))
    written = result.docs_written
  },
  async recorded() {
    return { sent: written, left: (await local().info()).doc_count - written }
  },
})
