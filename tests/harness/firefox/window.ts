/** What runs in the browser's own window; each is sent as text and uses nothing around it. */

interface Extension {
  readonly backgroundState: string
  terminateBackground(): Promise<void>
}

interface Said {
  readonly message?: string
}

interface Listening {
  trouble: string[]
}

declare const WebExtensionPolicy: { getByID(id: string): { extension: Extension } }
declare const ChromeUtils: {
  importESModule(url: string): {
    ExtensionPermissions: { remove(id: string, gone: object, extension: Extension): Promise<void> }
  }
}
declare const Services: {
  console: { registerListener(listener: { observe(said: Said): void }): void }
}
declare const CustomizableUI: { addWidgetToArea(id: string, area: string): void }
declare const SidebarController: {
  readonly browser: HTMLElement & { readonly contentDocument: Document }
}
declare const PopupNotifications: {
  readonly panel: Element & { readonly state: string }
}
declare const gURLBar: { focus(): void; select(): void }

/** Hears what nobody caught, and what the security policy refused, in all pages of this origin. */
export function listenForTrouble(origin: string): void {
  const trouble: string[] = []
  Object.assign(window, { trouble } satisfies Listening)
  Services.console.registerListener({
    observe({ message = '' }) {
      if (message.includes(origin)) trouble.push(message)
    },
  })
}

export const troubleSoFar = (): string[] => (window as unknown as Listening).trouble

/** Whether the background runs: it is `stopped` where Firefox has ended it. */
export const backgroundState = (id: string): string =>
  WebExtensionPolicy.getByID(id).extension.backgroundState

/** Ends the background, as Firefox does itself with one that has nothing to do. */
export const endBackground = (id: string): Promise<void> =>
  WebExtensionPolicy.getByID(id).extension.terminateBackground()

/** Puts the extension's button in the toolbar and presses it: the popup opens under it. */
export function pressButton(id: string): void {
  const widget = `${id.replace(/[^\w-]/g, '_')}-browser-action`
  CustomizableUI.addWidgetToArea(widget, 'nav-bar')
  document
    .getElementById(widget)
    ?.querySelector<HTMLElement>('.unified-extensions-item-action-button')
    ?.click()
}

/** Puts the browser's own focus into the extension's popup or sidebar. */
export function focusView(view: 'popup' | 'sidebar'): void {
  const browser =
    view === 'popup'
      ? document.querySelector<HTMLElement>('browser[webextension-view-type=popup]')
      : SidebarController.browser.contentDocument.getElementById('webext-panels-browser')
  browser?.focus()
}

/** What the menu on a page says for the extension, or null while that menu isn't open. */
export function menuEntry(id: string): string | null {
  const entry = document.querySelector(
    `#contentAreaContextMenu menuitem[id^="${id.replace(/[^\w-]/g, '_')}-menuitem"]`,
  )
  return entry?.getAttribute('label') ?? null
}

/** Chooses that entry. */
export function chooseEntry(id: string): void {
  const menu = document.getElementById('contentAreaContextMenu') as
    | (HTMLElement & { activateItem(item: Element): void })
    | null
  const entry = menu?.querySelector(`menuitem[id^="${id.replace(/[^\w-]/g, '_')}-menuitem"]`)
  if (entry) menu?.activateItem(entry)
}

/** What the browser asks in a dialog of its own, or null while it asks nothing. */
export const question = (): string | null =>
  PopupNotifications.panel.state === 'open' ? PopupNotifications.panel.textContent : null

/** Answers it, with the button that is offered first or with the other. */
export function answerQuestion(isAllowed: boolean): void {
  const dialog = PopupNotifications.panel.firstElementChild as
    | (Element & { button: HTMLElement; secondaryButton: HTMLElement })
    | null
  const button = isAllowed ? dialog?.button : dialog?.secondaryButton
  button?.click()
}

/** Takes back what the extension may send, as the switches in the list of add-ons do. */
export async function switchDataOff(id: string): Promise<void> {
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  )
  const { extension } = WebExtensionPolicy.getByID(id)
  const kinds = ['personallyIdentifyingInfo', 'authenticationInfo']
  const gone = { permissions: [], origins: [], data_collection: kinds }
  await ExtensionPermissions.remove(id, gone, extension)
}

/** Puts the caret in the address bar, over what stands there. */
export function focusAddressBar(): void {
  gURLBar.focus()
  gURLBar.select()
}

/** What the address bar shows below its line. */
export const suggestions = (): string[] =>
  [...document.querySelectorAll('.urlbarView-row')].map(row => row.textContent ?? '')

/** Presses keys one after the other, wherever the browser has its caret. */
export function pressKeys(keys: string[]): void {
  const { Cc, Ci } = globalThis as unknown as {
    Cc: Record<string, { createInstance(type: unknown): Processor }>
    Ci: Record<string, unknown>
  }
  interface Processor {
    beginInputTransactionForTests(window: Window): boolean
    keydown(event: KeyboardEvent): void
    keyup(event: KeyboardEvent): void
  }
  const keyCodes: Record<string, number> = { Enter: 13, End: 35, Escape: 27 }
  const processor = Cc['@mozilla.org/text-input-processor;1']?.createInstance(
    Ci.nsITextInputProcessor,
  )
  processor?.beginInputTransactionForTests(window)
  for (const key of keys) {
    const event = new KeyboardEvent('', { key, keyCode: keyCodes[key] ?? 0 })
    processor?.keydown(event)
    processor?.keyup(event)
  }
}
