// The form in the real popup, in the sidebar and in a tab: the same person, and every letter.
import { openPopup, viewFrom } from '../harness/firefox/views.ts'
import { expect, test } from './story.ts'

test('the popup under the button has its caret in Name, and takes keys', async ({ fox }) => {
  const list = await fox.open('options.html#leads')
  const popup = await openPopup(fox, list)
  await expect.poll(() => popup.caret()).toBe('name')
  await popup.type('name', 'Sample Person')
  await expect.poll(() => popup.value('name')).toBe('Sample Person')
  await expect.poll(() => popup.text()).toContain('Draft kept')
})

test('sidebar and form take turns at one person, and no letter is lost', async ({ fox }) => {
  const form = await fox.open('popup.html')
  await form.write('Name', 'Sam')
  await form.click('button', 'Side panel')
  const beside = await fox.open('popup.html')
  const sidebar = viewFrom(fox, beside, 'sidebar')
  await expect.poll(() => sidebar.value('name')).toBe('Sam')
  const said = { name: 'Sam', notes: '' }
  for (const letters of ['ple', ' Per', 'son']) {
    await sidebar.type('name', letters)
    said.name += letters
    await expect.poll(() => beside.value('Name')).toBe(said.name)
    await beside.focus('Notes')
    await beside.press(...letters)
    said.notes += letters
    await expect.poll(() => sidebar.value('notes')).toBe(said.notes)
  }
  expect(await sidebar.value('name')).toBe('Sample Person')
})
