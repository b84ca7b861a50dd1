// A disk with no byte left: people are told where it arises, and nothing that they wrote is lost.
import type { Page } from '@playwright/test'
import { type Extension, startExtension } from '../harness/extension.ts'
import { makeSmallDisk, type SmallDisk } from '../harness/small-disk.ts'
import { button, field, standing, start } from './steps.ts'
import { expect, test } from './story.ts'

/** More letters than a database keeps room for in advance, so that the full disk is noticed. */
const MANY_WORDS = 'What was said at the fair. '.repeat(400)

const SENTENCES = {
  en: {
    notKept: 'The browser could not keep the last change, perhaps because the disk is full.',
    notPromoted: "could not be promoted: the browser's storage gave an error",
    kept: 'Draft kept',
    notes: 'Notes',
    promote: 'Promote to CRM',
    next: 'New person',
    card: 'On the card',
    name: 'Name',
    company: 'Company',
  },
  nb: {
    notKept: 'Nettleseren kunne ikke ta vare på den siste endringen, kanskje fordi disken er full.',
    notPromoted: 'kunne ikke løftes: nettleserens lager ga en feil',
    kept: 'Kladden er tatt vare på',
    notes: 'Notater',
    promote: 'Løft til CRM',
    next: 'Ny person',
    card: 'På kortet',
    name: 'Navn',
    company: 'Firma',
  },
} as const

const setLanguage = (extension: Extension, language: string) =>
  extension
    .worker()
    .evaluate(`chrome.storage.local.set({ preferences: { language: '${language}' } })`)

/** What the journal has of the draft on the form. */
const journal = (page: Page) =>
  page.evaluate('chrome.storage.local.get("draft:open")') as Promise<{
    'draft:open'?: { fields: { name: string; notes: string } }
  }>

test.describe('on a disk that is really full', () => {
  let disk: SmallDisk
  let extension: Extension
  test.beforeEach(async () => {
    const made = await makeSmallDisk()
    if (typeof made === 'string') return test.skip(true, made)
    disk = made
    extension = await startExtension({ profile: disk.folder })
  })
  test.afterEach(async () => {
    await extension?.close()
    await disk?.remove()
  })

  for (const [language, words] of Object.entries(SENTENCES))
    test(`typing and promoting say so in ${language}, and go on once there is room`, async ({
      endpoint,
    }) => {
      await start(extension, endpoint)
      await setLanguage(extension, language)
      const popup = await extension.open('popup.html')
      await field(popup, words.name).fill('Sample Person')
      await field(popup, words.company).fill('Example AS')
      await expect(standing(popup)).toHaveText(words.kept)

      disk.fill()
      await field(popup, words.notes).fill(MANY_WORDS)
      await expect(popup.getByRole('alert')).toContainText(words.notKept)
      await expect(standing(popup)).toHaveText('')
      await button(popup, words.promote).click()
      await expect(popup.getByRole('alert')).toContainText(words.notPromoted)
      expect(endpoint.batches).toEqual([])
      await button(popup, words.next).click()
      await expect(popup.getByRole('alert')).toContainText(words.notKept)
      await expect(field(popup, words.name)).toHaveValue('Sample Person')
      await expect(field(popup, words.notes)).toHaveValue(MANY_WORDS)

      disk.free()
      await expect(standing(popup)).toHaveText(words.kept)
      await expect(popup.getByRole('alert')).toHaveCount(0)
      expect((await journal(popup))['draft:open']?.fields.notes).toBe(MANY_WORDS)
      await button(popup, words.promote).click()
      await expect(standing(popup)).toHaveText(words.card)
      const [lead] = endpoint.cards.values()
      expect(lead?.note).toBe(MANY_WORDS.trim())
      expect(endpoint.created.size).toBe(1)
    })
})
