/** Stands in for the browser's API in unit tests: storage, alarms and messages, all in memory. */
export { fakeBrowser as browser } from 'wxt/testing/fake-browser'
