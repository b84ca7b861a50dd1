import { expect, type Page } from '@playwright/test'
import {
  button,
  connect,
  field,
  gone,
  saveConnection,
  standing,
  writeDown,
} from '../../e2e/steps.ts'
import type { Extension } from '../../harness/extension.ts'
import { clickMenu } from '../../harness/menu.ts'
import { closePopup, openPopup } from '../../harness/popup.ts'
import { CONNECTIONS, CRM, MOVED, SELECTED, SOCIAL } from './sites.ts'

/** Whom the user wrote down and promoted; nobody else may arrive. */
export const PROMOTED = ['Sample Promoted', 'Sample Chosen 1', 'Sample Chosen 2', 'Sample Moved']

/** Whom they wrote down and keep. */
export const KEPT = ['kanari-kept-note', 'kanari-personal-friend']

const TOKEN = 'sample-token'

/**
 * Uses everything that the product has, in four parts, so that somebody can look through their
 * connections meanwhile.
 */
export async function useEverything(extension: Extension, step: number): Promise<void> {
  const parts = [firstDay, promoteOne, promoteMany, changeSettings]
  await parts[step - 1]?.(extension)
}

/** Selects connections on their list, and clicks our entry in the browser's menu. */
async function selectOn(host: string, extension: Extension): Promise<void> {
  const list = [...CONNECTIONS, SELECTED.list].join(' ')
  for (const selectionText of [list, CONNECTIONS[7] ?? '']) {
    const pageUrl = `https://${host}/connections`
    const popup = await clickMenu(extension, { selectionText, pageUrl })
    await expect(popup.getByRole('alert')).toContainText('This page lists people')
    await closePopup(popup)
  }
}

/** Selects the name on a single profile, and goes on without ticking its address. */
async function selectName(extension: Extension): Promise<void> {
  const pageUrl = `https://${SOCIAL[0]}/in/${SELECTED.profile}`
  const popup = await clickMenu(extension, { selectionText: 'Sample Selected · 2nd', pageUrl })
  await expect(field(popup, 'Name')).toHaveValue('Sample Selected')
  await expect(popup.getByRole('checkbox', { name: pageUrl })).toBeVisible()
  await button(popup, 'New person').click()
  await expect(field(popup, 'Name')).toHaveValue('')
  await closePopup(popup)
}

async function firstDay(extension: Extension): Promise<void> {
  await selectOn(SOCIAL[0], extension)
  await selectName(extension)
  const welcome = await extension.open('welcome.html')
  await button(welcome, 'Agree and start').click()
  await expect(welcome.getByText('You agreed')).toBeVisible()
  const page = await extension.open('options.html#crm')
  for (const host of SOCIAL) {
    // The social network itself as a CRM: refused, and not asked.
    await field(page, 'Address').fill(`https://${host}/connections`)
    await field(page, 'Token').fill(TOKEN)
    for (const press of ['Test connection', 'Save']) {
      await button(page, press).click()
      await expect(findings(page)).toContainText('This is a social network')
    }
  }
  await field(page, 'Address').fill(`https://${CRM}`)
  await button(page, 'Test connection').click()
  await expect(findings(page)).toContainText('Connected to Example CRM')
  await saveConnection(page, `https://${CRM}`, TOKEN)
  await close(page, welcome)
}

async function promoteOne(extension: Extension): Promise<void> {
  const popup = await openPopup(extension)
  await writeDown(popup, {
    ...{ name: 'Sample Thrown Away', company: 'Example AS', notes: 'To be discarded' },
  })
  await button(popup, 'Discard draft').click()
  await button(popup, 'Undo').click()
  await writeDown(popup, {
    ...{ name: 'Sample Promoted', title: 'Head of Examples', email: 'sample@example.com' },
    ...{ phone: '+47 22 33 44 55', notes: 'Wants an offer' },
  })
  await field(popup, 'Follow up').focus()
  await button(popup, 'Tomorrow').click()
  await popup.keyboard.press('Control+Enter')
  await expect(standing(popup)).toHaveText('On the card')
  await button(popup, 'New person').click()
  await writeDown(popup, { name: 'Sample Kept', company: 'Example AS', notes: 'kanari-kept-note' })
  await expect(standing(popup)).toHaveText('Draft kept')
  await closePopup(popup)
}

async function promoteMany(extension: Extension): Promise<void> {
  await selectOn(SOCIAL[1], extension)
  const form = await extension.open('popup.html')
  for (const [name, relation] of [
    ['Sample Chosen 1', 'Prospect'],
    ['kanari-personal-friend', 'Personal'],
    ['Sample Chosen 2', 'Customer'],
  ] as const) {
    await button(form, 'New person').click()
    await writeDown(form, { name, company: 'Example AS' })
    await form.getByLabel('Relation').selectOption(relation)
  }
  const list = await extension.open('options.html#leads')
  const chosen = ['Sample Chosen 1', 'Sample Chosen 2', 'kanari-personal-friend']
  for (const name of chosen) await list.getByRole('checkbox', { name: `Select ${name}` }).check()
  await button(list, 'Promote selected').click()
  await expect(list.getByRole('link', { name: 'On the card' }).nth(2)).toBeVisible()
  await field(list, 'Search leads').fill('kanari')
  await expect(list.getByRole('row').filter({ hasText: 'kanari-personal-friend' })).toBeVisible()
  await close(form, list)

  // Put off and done: neither is told to anybody.
  const followUps = await extension.open('options.html#follow-ups')
  await button(followUps, 'Later: Sample Promoted').click()
  await button(followUps, 'In two weeks').click()
  await expect(followUps.getByText('Sample Promoted comes up again')).toBeVisible()
  await button(followUps, 'Done with Sample Promoted').click()
  await expect(followUps.getByText('Sample Promoted is done.')).toBeVisible()
  await followUps.close()
}

async function changeSettings(extension: Extension): Promise<void> {
  const settings = await extension.open('options.html#settings')
  await settings.getByRole('checkbox', { name: 'Check spelling in Notes' }).check()
  await settings.close()

  // A CRM that leads on to another host: nothing follows, and nothing is sent there later.
  const crm = await connect(extension, { address: `https://${MOVED}`, token: TOKEN })
  const form = await extension.open('popup.html')
  await button(form, 'New person').click()
  await writeDown(form, { name: 'Sample Moved', company: 'Example AS' })
  await field(form, 'Notes').press('Control+Enter')
  await expect(standing(form)).not.toHaveText(/Draft kept|Sending|^Waiting$/)
  await close(form, crm)

  const language = await extension.open('options.html#settings')
  await language.getByLabel('Language').selectOption('nb')
  await expect(language.getByRole('tab', { name: 'Innstillinger' })).toBeVisible()
  await language.close()
}

const findings = (page: Page) => page.getByRole('list', { name: 'Findings' })

async function close(...pages: Page[]): Promise<void> {
  for (const page of pages) await page.close().catch(gone)
}
