// The whole job in the popup, without a mouse.
import { openPopup } from '../harness/popup.ts'
import { stopWorkers } from '../harness/workers.ts'
import { tabTo } from './keys.ts'
import { button, copy, field, gone, standing, start, writeDown } from './steps.ts'
import { expect, test } from './story.ts'

/** In the order in which Tab reaches them, from the caret's first place on. */
const ORDER = [
  'Name',
  'Company',
  'Title',
  'Email',
  'Phone',
  'Where you met',
  'Met on',
  'Notes',
  'Relation',
  'Follow up',
  'Tomorrow',
  'Profile link',
  'Tags',
  'Paste a signature, card or link',
  'Promote to CRM',
  'New person',
  'Discard draft',
]

test('Tab goes through the fields as one would write them, then to the buttons', async ({
  extension,
  endpoint,
}) => {
  await start(extension, endpoint)
  const popup = await openPopup(extension)
  await expect(field(popup, 'Name')).toBeFocused()
  await popup.keyboard.type('Sample Person')
  for (const next of ORDER.slice(1)) await tabTo(popup, next)
})

test('a person is written down and promoted, and the next one begun, by keys alone', async ({
  extension,
  endpoint,
}) => {
  await start(extension, endpoint)
  const popup = await openPopup(extension)
  await expect(field(popup, 'Name')).toBeFocused()
  const { keyboard } = popup
  await keyboard.type('Sample Person')
  await tabTo(popup, 'Company')
  await keyboard.type('Example AS')
  for (const next of ORDER.slice(2, 8)) await tabTo(popup, next)
  await keyboard.type('Met at the stand')
  await tabTo(popup, 'Relation')
  await keyboard.press('ArrowDown')
  for (const next of ORDER.slice(9, 15)) await tabTo(popup, next)
  await keyboard.press('Enter')
  await expect(standing(popup)).toHaveText('On the card')
  const [lead] = endpoint.cards.values()
  expect(lead).toMatchObject({
    ...{ person: { name: 'Sample Person' }, company: { name: 'Example AS' } },
    ...{ note: 'Met at the stand', relation: 'customer' },
  })
  await expect(button(popup, 'New person')).toBeFocused()
  await keyboard.press('Enter')
  await expect(field(popup, 'Name')).toBeFocused()
  await expect(field(popup, 'Name')).toHaveValue('')
})

test('Escape closes the popup and keeps every letter', async ({ extension }) => {
  const popup = await openPopup(extension)
  await expect(field(popup, 'Name')).toBeFocused()
  await popup.keyboard.type('Sample Pers')
  const closed = popup.waitForEvent('close')
  await popup.keyboard.press('Escape').catch(gone)
  await closed
  const again = await openPopup(extension)
  await expect(field(again, 'Name')).toHaveValue('Sample Pers')
  await expect(field(again, 'Name')).toBeFocused()
})

test('a signature that is pasted goes to its fields', async ({ extension }) => {
  const popup = await openPopup(extension)
  await writeDown(popup, { company: 'Example AS' })
  const paste = field(popup, 'Paste a signature, card or link')
  await paste.focus()
  await paste.fill('sample.person@example.com')
  await paste.press('Enter')
  await expect(field(popup, 'Email')).toHaveValue('sample.person@example.com')
  await expect(field(popup, 'Company')).toHaveValue('Example AS')
  await expect(paste).toHaveValue('')
})

test('a signature is read though the worker sleeps', async ({ extension }) => {
  const popup = await openPopup(extension)
  const paste = field(popup, 'Paste a signature, card or link')
  await paste.fill('Sample Person, Salgssjef, Example AS')
  const session = await extension.context.newCDPSession(popup)
  await stopWorkers(session)
  await paste.press('Enter')
  await expect(field(popup, 'Title')).toHaveValue('Salgssjef')
  await expect(paste).toHaveValue('')
})

test('a field that was read from a paste is taken back by keyboard', async ({ extension }) => {
  const popup = await openPopup(extension)
  await writeDown(popup, { company: 'Example AS' })
  const paste = field(popup, 'Paste a signature, card or link')
  await paste.fill('Sample Person, Mobil: +47 912 34 567')
  await paste.press('Enter')
  await expect(field(popup, 'Phone')).toHaveValue('+4791234567')
  await paste.press('Tab')
  await expect(popup.getByRole('button', { name: 'Undo name' })).toBeFocused()
  await popup.keyboard.press('Tab')
  await popup.keyboard.press('Enter')
  await expect(field(popup, 'Phone')).toHaveValue('')
  await expect(field(popup, 'Notes')).toHaveValue('Mobil: +47 912 34 567')
  await expect(field(popup, 'Name')).toHaveValue('Sample Person')
  await expect(paste).toBeFocused()
})

test('a whole signature that is pasted where the caret stands goes to its fields, a name stays', async ({
  extension,
}) => {
  const popup = await openPopup(extension)
  const name = field(popup, 'Name')
  await expect(name).toBeFocused()
  await copy(popup, 'Sample Person\nBuyer\nExample AS\nsample.person@example.com')
  await popup.keyboard.press('ControlOrMeta+v')
  await expect(field(popup, 'Email')).toHaveValue('sample.person@example.com')
  await expect(field(popup, 'Company')).toHaveValue('Example AS')
  await expect(name).toHaveValue('Sample Person')
  await name.fill('')
  await copy(popup, 'Another Person')
  await popup.keyboard.press('ControlOrMeta+v')
  await expect(name).toHaveValue('Another Person')
})
