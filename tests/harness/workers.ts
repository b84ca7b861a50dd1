/** What Playwright's and our own sessions have in common. */
interface Sender {
  send(method: 'ServiceWorker.enable' | 'ServiceWorker.stopAllWorkers'): Promise<unknown>
}

/**
 * Stops every worker of the browser, as it does itself with one that has nothing to do.
 * @param page a session with any page; the protocol has no such command elsewhere
 */
export async function stopWorkers(page: Sender): Promise<void> {
  await page.send('ServiceWorker.enable')
  await page.send('ServiceWorker.stopAllWorkers')
}
