import { expect } from '@playwright/test'
import { type Firefox, ID } from './firefox.ts'
import type { Tab } from './tab.ts'
import { focusView, pressButton, pressKeys } from './window.ts'

type Kind = 'popup' | 'sidebar'

/** The real popup or sidebar: WebDriver knows tabs only, so it is looked at from one of ours. */
export interface View {
  isOpen(): Promise<boolean>
  /** What stands in the control with this id; null while the view isn't there. */
  value(id: string): Promise<string | null>
  text(): Promise<string>
  /** Which control has the caret, by its id. */
  caret(): Promise<string | null>
  /** Presses keys where the caret is, as quickly as the browser takes them. */
  press(...keys: string[]): Promise<void>
  /** Puts the caret into the control with this id and types, as a person does at the keyboard. */
  type(id: string, text: string): Promise<void>
}

/**
 * Presses the extension's button in the toolbar, again where the popup before was still closing.
 * @param from a tab with one of the extension's pages
 * @returns the popup that opens
 */
export async function openPopup(fox: Firefox, from: Tab): Promise<View> {
  const popup = viewFrom(fox, from, 'popup')
  await expect(async () => {
    await fox.inWindow(pressButton, ID)
    await expect.poll(() => popup.isOpen(), { timeout: 3000 }).toBe(true)
  }).toPass()
  await fox.inWindow(focusView, 'popup')
  return popup
}

/** @param from a tab with one of the extension's pages */
export function viewFrom(fox: Firefox, from: Tab, kind: Kind): View {
  const ask = (what: Asked['what'], id = '') => from.evaluate(look, { kind, what, id })
  return {
    isOpen: async () => (await ask('text')) !== null,
    value: id => ask('value', id),
    text: async () => (await ask('text')) ?? '',
    caret: () => ask('caret'),
    async press(...keys) {
      await fox.inWindow(focusView, kind)
      await fox.inWindow(pressKeys, keys)
    },
    async type(id, text) {
      await fox.inWindow(focusView, kind)
      await expect.poll(() => ask('focus', id)).toBe(id)
      await fox.inWindow(pressKeys, [...text])
    },
  }
}

interface Asked {
  readonly kind: Kind
  readonly what: 'value' | 'text' | 'caret' | 'focus'
  readonly id: string
}

/** To be run in a page: all pages of the extension see each other. */
function look({ kind, what, id }: Asked): string | null {
  const { browser } = globalThis as unknown as {
    browser: { extension: { getViews(of: { type: string }): Window[] } }
  }
  const [view] = browser.extension.getViews({ type: kind })
  if (view === undefined) return null
  const { document } = view
  const control = id === '' ? null : document.getElementById(id)
  if (what === 'text') return document.body.textContent
  if (what === 'value') return (control as HTMLInputElement | null)?.value ?? null
  if (what === 'focus') control?.focus()
  return document.hasFocus() ? (document.activeElement?.id ?? null) : null
}
