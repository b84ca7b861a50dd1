import type { Page } from '@playwright/test'
import type { Browser } from 'wxt/browser'
import type { Extension } from './extension.ts'

/** What the browser tells of a click on our entry in its menu. */
export interface Clicked {
  readonly selectionText: string
  readonly pageUrl: string
  readonly frameUrl?: string
}

/**
 * Tells the worker of a click on the entry for selected text, in the browser's own words: its menu
 * can't be opened where there is no screen.
 *
 * @returns the popup that opens
 */
export async function clickMenu(extension: Extension, clicked: Clicked): Promise<Page> {
  const opened = extension.context.waitForEvent('page', {
    predicate: page => page.url().endsWith('/popup.html'),
  })
  await extension.worker().evaluate(dispatch, clicked)
  return opened
}

function dispatch(clicked: Clicked): void {
  const { contextMenus } = (globalThis as unknown as { chrome: typeof Browser }).chrome
  const { onClicked } = contextMenus as unknown as { onClicked: { dispatch(info: object): void } }
  onClicked.dispatch({ menuItemId: 'selection', editable: false, ...clicked })
}
