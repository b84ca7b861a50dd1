import { callIn } from '../harness/callIn.ts'
import type { CdpSession } from '../harness/cdp.ts'
import { inTime, nextEvent } from './events.ts'

/** The two fields of the form that are typed into: a line, and a box of several. */
export interface Form {
  name: string
  notes: string
}

export const EMPTY: Form = { name: '', notes: '' }

export const isSame = (a: Form, b: Form): boolean => a.name === b.name && a.notes === b.notes

export interface Shown {
  /** What the form has in it when there is a form: what somebody sees who opens the popup. */
  first: Form
  /** The same, unless what was expected came later, or never. */
  last: Form
}

/** How long the form may take to show what it did not show at first, in milliseconds. */
const LATE = 2000

/** Reads the form of a popup as soon as it is there. @throws when it doesn't come */
export const readForm = (popup: CdpSession, expected: Form): Promise<Shown> =>
  inTime('the form', callIn(popup, lookAtForm, { expected, late: LATE }))

/** Runs in the popup. */
function lookAtForm({ expected, late }: { expected: Form; late: number }): Promise<Shown> {
  const textOf = (id: string) =>
    (document.getElementById(id) as HTMLInputElement | HTMLTextAreaElement | null)?.value
  const until = performance.now() + late
  let first: Form | undefined
  return new Promise(resolve => {
    const look = () => {
      const [name, notes] = [textOf('name'), textOf('notes')]
      if (name === undefined || notes === undefined) return requestAnimationFrame(look)
      const last = { name, notes }
      first ??= last
      const isExpected = name === expected.name && notes === expected.notes
      if (!isExpected && performance.now() < until) return requestAnimationFrame(look)
      return resolve({ first, last })
    }
    look()
  })
}

/** What is typed, and how. */
export interface Stroke {
  field: keyof Form
  text: string
  /** Letter by letter, as from a keyboard, or in one piece, as from an input method. */
  how: 'keys' | 'insert'
}

/** What the page calls when the input event of a stroke is there. */
declare function heard(payload: string): void

/**
 * Puts the caret behind what stands in the field, and has the page tell of the input event in the
 * moment it has been dispatched.
 * @param closes whether the popup is to close itself there and then
 */
export async function listenFor(
  popup: CdpSession,
  stroke: Stroke,
  closes: boolean,
): Promise<() => Promise<unknown>> {
  await popup.send('Runtime.addBinding', { name: 'heard' })
  await callIn(popup, listenInForm, { ...stroke, closes })
  return () => nextEvent(popup, 'Runtime.bindingCalled')
}

/** Runs in the popup. */
function listenInForm({ field, text, closes }: Stroke & { closes: boolean }): void {
  const control = document.getElementById(field) as HTMLInputElement | HTMLTextAreaElement
  const wanted = control.value + text
  control.focus()
  control.setSelectionRange(control.value.length, control.value.length)
  const hear = () => {
    if (control.value !== wanted) return
    heard('')
    if (closes) window.close()
  }
  addEventListener('input', hear)
}
