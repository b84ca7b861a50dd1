import { browser } from 'wxt/browser'
import type { Screen } from './screen.ts'

/** Absent, whatever its type says, as long as the browser lets us show none. */
const notifications = () => browser.notifications as typeof browser.notifications | undefined

/** Firefox's screen. Its notifications have no buttons, and one with buttons is refused. */
export const firefoxScreen: Screen = {
  async show({ id, title, text: message }) {
    await notifications()?.create(id, { type: 'basic', iconUrl: '/icon/128.png', title, message })
  },
  async clear(id) {
    await notifications()?.clear(id)
  },
  listen(hear) {
    const onClicked = (id: string) => void hear(id, undefined)
    const begin = () => notifications()?.onClicked.addListener(onClicked)
    begin()
    // Where it was not allowed yet, there was nothing to listen to.
    browser.permissions.onAdded.addListener(begin)
  },
}
