/** The API as the extension's own pages have it: the polyfill hands on Chromium's. */
export { default as browser } from 'webextension-polyfill'
