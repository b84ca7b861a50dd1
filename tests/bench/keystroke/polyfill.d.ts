/** The polyfill has no types of its own; it is the API that `wxt/browser` tells of. */
declare module 'webextension-polyfill' {
  const browser: typeof import('wxt/browser').browser
  export default browser
}
