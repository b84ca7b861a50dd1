import { type Offer, offer } from '../intake/offer.ts'
import type { Draft, DraftField } from '../lead/draft.ts'

/** What the popup has to say of something that was handed over. */
export type Handed = Exclude<Offer, { is: 'text' | 'unkept' }>

/** As much of the desk as this needs. */
interface Form {
  state(): { readonly draft: Draft }
  write(field: DraftField, text: string): void
  paste(text: string): Promise<void>
  newPerson(): void
}

/**
 * Does what is left to do for a selection that was handed over while no form was open: reads its
 * text into the fields, and tells what there is to say, now and whenever there is something new.
 *
 * @returns how to stop
 */
export function collectHanded(desk: Form, say: (handed: Handed) => void): () => void {
  async function collect() {
    const given = await offer.read()
    if (given === undefined) return
    if (given.is === 'name') return say(given) // stays, so that it is there when the popup comes again
    const isElsewhere = given.is === 'text' && given.draftId !== desk.state().draft.id
    if (isElsewhere) return
    await offer.remove()
    if (given.is === 'nothing') return say(given)
    if (given.is === 'text') return desk.paste(desk.state().draft.fields.paste)
    desk.newPerson()
    desk.write(given.field, given.text)
  }
  /** One after the other, so that nothing is collected twice. */
  let collecting = Promise.resolve()
  const next = () => {
    // Where the storage fails, what was handed over is in the draft, to be read with Enter.
    collecting = collecting.then(collect).catch(() => undefined)
  }
  next()
  return offer.watch(next)
}
