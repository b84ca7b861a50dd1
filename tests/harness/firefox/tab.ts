import { expect } from '@playwright/test'
import type { Bidi } from './bidi.ts'

/** A tab, in the words of who looks at it: roles and names, as a screen reader says them. */
export interface Tab {
  /** Calls a function of ours in the page. It is sent as text, so that it can use nothing around it. */
  evaluate<T>(call: () => T | Promise<T>): Promise<T>
  evaluate<T, A>(call: (argument: A) => T | Promise<T>, argument: A): Promise<T>
  goTo(url: string): Promise<void>
  /** Clicks at the middle of what has this role and name, once it is there. */
  click(role: string, name: string): Promise<void>
  /** Opens the browser's menu on what has this role and name. */
  openMenu(role: string, name: string): Promise<void>
  /** Puts the caret into a field, at the end of what stands in it. */
  focus(name: string): Promise<unknown>
  /** Types into a field in place of what stands in it, key by key. */
  write(name: string, text: string): Promise<void>
  /** Chooses in a list, by the value of what is chosen. */
  choose(name: string, value: string): Promise<void>
  /** Presses keys where the caret is: each by itself, or together as in `press('Control+Enter')`. */
  press(...keys: string[]): Promise<void>
  /** What stands in a field. */
  value(name: string): Promise<string>
  /** All that is to be read in the page, or in the first element that fits. */
  text(selector?: string): Promise<string>
  close(): Promise<void>
}

/** The keys that have no letter, by the numbers that WebDriver gave them. */
const KEYS: Record<string, string> = {
  Control: '\uE009',
  Enter: '\uE007',
  Escape: '\uE00C',
  Tab: '\uE004',
}

interface Node {
  readonly sharedId: string
}

/** @param context the tab's id */
export function tabOf(bidi: Bidi, context: string): Tab {
  const act = (actions: object) =>
    bidi.send('input.performActions', { context, actions: [actions] })

  async function find(role: string, name: string): Promise<Node> {
    const locator = { type: 'accessibility', value: { role, name } }
    const look = () =>
      bidi.send<{ nodes: Node[] }>('browsingContext.locateNodes', { context, locator })
    await expect.poll(async () => (await look()).nodes.length, { message: name }).toBe(1)
    const [node] = (await look()).nodes
    if (node === undefined) throw new Error(`${name} went away again`)
    return node
  }

  /** Calls a function of ours with an element. */
  const on = (node: Node, call: (element: HTMLElement, value: string) => void, value = '') =>
    bidi.send('script.callFunction', {
      ...{ functionDeclaration: `${call}`, arguments: [node, { type: 'string', value }] },
      ...{ target: { context }, awaitPromise: true, userActivation: false },
    })

  async function press(...keys: string[]) {
    const actions = keys.flatMap(together => {
      const each = together.length === 1 ? [together] : together.split('+')
      const values = each.map(key => KEYS[key] ?? key)
      const down = values.map(value => ({ type: 'keyDown', value }))
      const up = values.toReversed().map(value => ({ type: 'keyUp', value }))
      return [...down, ...up]
    })
    await act({ type: 'key', id: 'keyboard', actions })
  }

  async function point(role: string, name: string, button: number) {
    await bidi.send('browsingContext.activate', { context })
    const element = await find(role, name)
    await on(element, element => element.scrollIntoView({ block: 'center' }))
    await act({
      ...{ type: 'pointer', id: 'mouse' },
      actions: [
        { type: 'pointerMove', x: 0, y: 0, origin: { type: 'element', element } },
        { type: 'pointerDown', button },
        { type: 'pointerUp', button },
      ],
    })
  }

  async function focus(name: string) {
    await bidi.send('browsingContext.activate', { context })
    const element = await find('textbox', name)
    await on(element, element => element.focus())
    return element
  }

  const evaluate: Tab['evaluate'] = <T, A>(call: (argument: A) => T | Promise<T>, argument?: A) =>
    bidi.callIn(context, call, argument as A)

  return {
    ...{ evaluate, press },
    async goTo(url) {
      // Of pages of extensions the end of loading is never told.
      await bidi.send('browsingContext.navigate', { context, url, wait: 'none' })
      const isThere = () =>
        bidi.callIn(
          context,
          url => location.href === url && document.readyState === 'complete',
          url,
        )
      await expect(async () => expect(await isThere()).toBe(true)).toPass({ timeout: 15_000 })
    },
    click: (role, name) => point(role, name, 0),
    openMenu: (role, name) => point(role, name, 2),
    focus,
    async write(name, text) {
      await on(await focus(name), element => (element as HTMLInputElement).select())
      await press(...text)
    },
    async choose(name, value) {
      const list = await find('combobox', name)
      await on(
        list,
        (list, value) => {
          ;(list as HTMLSelectElement).value = value
          list.dispatchEvent(new Event('change', { bubbles: true }))
        },
        value,
      )
    },
    value: async name => {
      const node = await find('textbox', name)
      const { result } = await bidi.send<{ result: { value: string } }>('script.callFunction', {
        ...{ functionDeclaration: '({ value }) => value', arguments: [node] },
        ...{ target: { context }, awaitPromise: true },
      })
      return result.value
    },
    text: (selector = 'body') =>
      evaluate(selector => document.querySelector(selector)?.textContent ?? '', selector),
    async close() {
      await bidi.send('browsingContext.close', { context })
    },
  }
}
