import type { Page } from '@playwright/test'
import { copy, field, standing, start } from '../e2e/steps.ts'
import { startCrm } from '../harness/crm.ts'
import { type Extension, startExtension } from '../harness/extension.ts'
import { clickMenu } from '../harness/menu.ts'
import { openPopup } from '../harness/popup.ts'
import { against, type Row } from './kit/row.ts'
import { FORMS, type Form, type Part } from './strokes/forms.ts'

/**
 * A whole person, from the handshake to the CRM: how many keys and presses of a button it takes
 * beside the words, in our popup and in a CRM's own form. All of it is done in a real browser, and
 * what is counted is what was pressed.
 */

const PERSON = {
  name: 'Sample Person',
  company: 'Example AS',
  title: 'Head of Purchasing',
  email: 'sample.person@example.com',
  phone: '+4791234567',
  where: 'Example Fair',
  notes: 'Wants an offer for ten pallets.',
} as const

const SIGNATURE = [PERSON.name, PERSON.title, PERSON.company, PERSON.email, PERSON.phone].join('\n')
const LABELS = {
  name: 'Name',
  company: 'Company',
  title: 'Title',
  email: 'Email',
  phone: 'Phone',
  where: 'Where you met',
  notes: 'Notes',
} as const satisfies Record<keyof typeof PERSON, string>

interface Count {
  /** Keys that write. */
  words: number
  /** Every other key, and every press of a button. */
  others: number
}

/** The keyboard of one page, counted. */
function keyboardOf({ keyboard }: Page) {
  const count: Count = { words: 0, others: 0 }
  return {
    count,
    async type(text: string) {
      count.words += text.length
      await keyboard.type(text)
    },
    async press(key: string) {
      count.others += 1
      await keyboard.press(key)
    },
  }
}

const hasFocus = (page: Page, label: string) =>
  field(page, label).evaluate(control => control === document.activeElement)

async function tabTo(page: Page, keys: ReturnType<typeof keyboardOf>, label: string) {
  for (let tabs = 0; !(await hasFocus(page, label)); tabs += 1) {
    if (tabs > 40) throw new Error(`Tab never comes to ${label}`)
    await keys.press('Tab')
  }
}

/** Promotes who is on the form, and starts the next one. */
async function promote(popup: Page, keys: ReturnType<typeof keyboardOf>): Promise<Count> {
  await keys.press('Control+Enter')
  await standing(popup).getByText('On the card').waitFor()
  await popup.evaluate(() => window.close()).catch(() => undefined)
  return keys.count
}

async function byKeyboard(extension: Extension): Promise<Count> {
  const popup = await openPopup(extension)
  const keys = keyboardOf(popup)
  keys.count.others += 1 // the shortcut that opens it
  for (const [part, text] of Object.entries(PERSON)) {
    await tabTo(popup, keys, LABELS[part as keyof typeof PERSON])
    await keys.type(text)
  }
  return promote(popup, keys)
}

async function byPaste(extension: Extension): Promise<Count> {
  const popup = await openPopup(extension)
  await copy(popup, SIGNATURE)
  const keys = keyboardOf(popup)
  keys.count.others += 3 // the signature is selected and copied, the shortcut pressed
  await field(popup, 'Name').waitFor()
  await keys.press('Control+v')
  await popup.waitForFunction(hasEmail)
  return writeTheRest(popup, keys)
}

async function bySelection(extension: Extension): Promise<Count> {
  const handed = { selectionText: SIGNATURE.replaceAll('\n', ' '), pageUrl: 'https://example.com/' }
  const popup = await clickMenu(extension, handed)
  const keys = keyboardOf(popup)
  keys.count.others += 3 // the text is selected, the menu opened, the entry pressed
  await popup.waitForFunction(hasEmail)
  return writeTheRest(popup, keys)
}

/** Whether the signature was read. Runs in the page. */
const hasEmail = () => document.querySelector<HTMLInputElement>('#email')?.value

/** What no signature says. */
async function writeTheRest(popup: Page, keys: ReturnType<typeof keyboardOf>): Promise<Count> {
  for (const part of ['where', 'notes'] as const) {
    await tabTo(popup, keys, LABELS[part])
    await keys.type(PERSON[part])
  }
  return promote(popup, keys)
}

/** Where somebody was met has no control there, and goes to the notes. */
function wordsFor(form: Form): Record<Part, string> {
  const [first = '', last = ''] = form.controls.includes('last')
    ? PERSON.name.split(' ')
    : [PERSON.name]
  const { company, title, email, phone } = PERSON
  const notes = `${PERSON.where}. ${PERSON.notes}`
  return { first, last, subject: PERSON.name, company, title, email, phone, notes }
}

async function inForm(page: Page, form: Form): Promise<Count> {
  const controls = form.controls.map((part, place) => `<input aria-label="${place} ${part}">`)
  await page.setContent(`<form>${controls.join('')}</form>`)
  const keys = keyboardOf(page)
  keys.count.others += form.presses
  await page.locator('input').first().focus()
  const words = wordsFor(form)
  for (const [place, part] of form.controls.entries()) {
    if (part === '') continue
    await tabTo(page, keys, `${place} ${part}`)
    await keys.type(words[part])
  }
  return keys.count
}

const WAYS = [
  ['by keyboard', byKeyboard],
  ['by paste', byPaste],
  ['by selection', bySelection],
] as const

export async function run(say: (line: string) => void): Promise<Row[]> {
  const crm = await startCrm()
  const extension = await startExtension()
  try {
    await start(extension, { address: crm.address, token: crm.token })
    const ours: [string, Count][] = []
    for (const [name, way] of WAYS) ours.push([name, await way(extension)])
    const page = await extension.context.newPage()
    const theirs: [string, Count][] = []
    for (const form of FORMS) theirs.push([form.name, await inForm(page, form)])
    for (const [name, { words, others }] of [...ours, ...theirs]) {
      say(`${name}: ${words} keys of words, ${others} others`)
    }
    return ours.flatMap(([way, count]) =>
      theirs.flatMap(([form, peer]) => rowsOf(way, count, form, peer)),
    )
  } finally {
    await extension.close()
    await crm.stop()
  }
}

function rowsOf(way: string, ours: Count, form: string, theirs: Count): Row[] {
  const all = ({ words, others }: Count) => words + others
  const row = { case: `a whole person ${way}`, unit: 'keys and presses' }
  return [
    against({ ...row, metric: `all, against ${form}`, value: all(ours) }, all(theirs)),
    against(
      { ...row, metric: `beside the words, against ${form}`, value: ours.others },
      theirs.others,
    ),
  ]
}
