import { browser } from 'wxt/browser'
import { type Selection, takeOf } from '../privacy/selection.ts'
import type { Database } from '../store/database.ts'
import { draftOf, handOver } from './handOver.ts'
import { type Offer, offer } from './offer.ts'

/** Keeps what may be taken of a selection, and opens the form with it. */
export async function takeSelection(db: Database, selection: Selection): Promise<void> {
  const taken = takeOf(selection)
  if (taken.take === 'nothing') {
    // Nothing to wait for: some browsers open the popup only while they answer the click.
    await Promise.all([offer.write({ is: 'nothing', why: taken.why }), openForm()])
  } else if (taken.take === 'name') {
    const { name, profile } = taken
    await keep(db, 'name', name, draftId => ({ is: 'name', draftId, ...(profile && { profile }) }))
  } else if (taken.text.trim() !== '') {
    await keep(db, 'paste', taken.text, draftId => ({ is: 'text', draftId }))
  }
}

async function keep(
  db: Database,
  field: 'name' | 'paste',
  text: string,
  offerOf: (draftId: string) => Offer,
): Promise<void> {
  const draft = draftOf({ [field]: text })
  const isKept = await handOver(db, draft).then(
    () => true,
    () => false, // a full disk: what lies in memory goes on to the form, which says so
  )
  await offer.write(isKept ? offerOf(draft.id) : { is: 'unkept', field, text })
  await openForm()
}

/** Where the browser opens no popup for us, the draft waits, and the toolbar button says so. */
const openForm = () => browser.action.openPopup().catch(() => undefined)
