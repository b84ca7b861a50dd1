import type { Answer, Screen } from './screen.ts'

/**
 * Chromium's screen: the notifications of the web, which a worker shows itself. The extension API of
 * that name can't be had here: it loads its icon by the worker's global `fetch`, which is not there,
 * as the door took it; and without an icon it shows nothing, and doesn't say so (tried).
 */

interface Pressed {
  notification: Notification
  /** Which button; empty for the notification itself. */
  action: string
  waitUntil(task: Promise<unknown>): void
}

interface WorkerScope {
  registration?: ServiceWorkerRegistration
  addEventListener(type: 'notificationclick', hear: (event: Pressed) => void): void
}

declare const self: WorkerScope

/** The worker has its own, a page asks for it. */
const registration = async () =>
  self.registration ?? (await navigator.serviceWorker.getRegistration())

const ANSWERS: readonly Answer[] = ['done', 'later']

export const chromiumScreen: Screen = {
  async show({ id, title, text, buttons }) {
    const actions = buttons.map(button => ({ action: button.is, title: button.title }))
    const options = { tag: id, body: text, actions }
    await (await registration())?.showNotification(title, options)
  },
  async clear(id) {
    const shown = (await (await registration())?.getNotifications({ tag: id })) ?? []
    for (const notification of shown) notification.close()
  },
  listen(hear) {
    self.addEventListener('notificationclick', event => {
      const answer = ANSWERS.find(known => known === event.action)
      event.waitUntil(hear(event.notification.tag, answer))
    })
  },
}
