import { join } from 'node:path'
import preact from '@preact/preset-vite'
import { defineConfig } from 'wxt'
import { earlyScript } from './assets/earlyScript.ts'
import { firstPiece } from './assets/firstPiece.ts'
import { ICON_SIZES, renderIcons } from './assets/icons.ts'
import { compiledCatalogs, manifestLocales } from './assets/locales/catalogs.ts'
import { nativeBrowser } from './assets/nativeBrowser.ts'
import { lightPhoneTables } from './assets/phoneTables.ts'
import { plainImports } from './assets/plainImports.ts'

/** The public half of a key pair whose private half was thrown away: it fixes the id, no more. */
const PUBLIC_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA68a7LjFAqqSusLaZHeZbZzhBl8fdv0oSF0P1yCbXNP+daQ3Y5jx5PMjQjxqVc8FG45jeV2ICTxUAzjxkQ43CK6nQ4k/+n56uXifzwBDSz0lxY6WmzWcoyQZmIWol6C4tgIolSoxgfxsbTZQCwM/aseYtrtOWIiy/Wa+m2T3MX6BKzInWrRK7/iu3iEeZJItKJOwiWJpuQFsQ9jJE7sjUAT5fyhFAw/wzsneDmrKOzmK7GhdatLLRLloD5SHFNskkdej3BSyx5soJhqz7wqwO9eFSyiSIR58QGV9NtIy6D4YPVgQOv5t6eGgWjmgl2dPwBId3EwYWZtYq87t0Cn+QcwIDAQAB'

const POPUP = join(import.meta.dirname, 'entrypoints/popup')

/** Loopback over http is for a CRM on this machine; everything else has to be https. */
const LOOPBACK = ['http://127.0.0.1', 'http://localhost']

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  `connect-src https: ${LOOPBACK.map(origin => `${origin}:*`).join(' ')}`,
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

const firefoxSettings = {
  gecko: {
    id: 'kundekort@example.org',
    strict_min_version: '140.0',
    data_collection_permissions: {
      required: ['none'],
      optional: ['personallyIdentifyingInfo', 'authenticationInfo'],
    },
  },
}

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    icons: Object.fromEntries(ICON_SIZES.map(size => [size, `icon/${size}.png`])),
    permissions: ['storage', 'unlimitedStorage', 'alarms', 'contextMenus'],
    // It would show a warning: so it is asked for when somebody switches reminders on.
    optional_permissions: ['notifications'],
    optional_host_permissions: ['https://*/*', ...LOOPBACK.map(origin => `${origin}/*`)],
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    incognito: 'not_allowed',
    omnibox: { keyword: 'kk' },
    commands: {
      _execute_action: {
        suggested_key: { default: 'Alt+Shift+K' },
        description: '__MSG_open__',
      },
    },
    ...(browser === 'firefox'
      ? { browser_specific_settings: firefoxSettings }
      : {
          key: PUBLIC_KEY,
          minimum_chrome_version: '148',
          externally_connectable: { ids: [] },
        }),
  }),
  vite: ({ mode }) => ({
    plugins: [
      preact({ devToolsEnabled: false }),
      compiledCatalogs(mode),
      lightPhoneTables(),
      plainImports(),
      nativeBrowser(),
      earlyScript(`${POPUP}/index.html`),
      firstPiece(`${POPUP}/index.html`, `${POPUP}/main.tsx`, [
        `${POPUP}/rest.ts`,
        join(import.meta.dirname, 'entrypoints/options/main.tsx'),
      ]),
    ],
    // Dexie's build for browsers of today; the one that it offers first is for those of 2015.
    resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
    build: {
      // The polyfill is a fetch of its own where link preloading is missing: a second door.
      modulePreload: {
        polyfill: false,
        // A page's modules are asked for all at once; what it loads later comes when it is needed.
        resolveDependencies: (_file, needed, { hostType }) => (hostType === 'html' ? needed : []),
      },
      target: 'es2023',
      // What the worker has inside for later is not compiled before it is needed, at each start.
      rolldownOptions: { optimization: { pifeForModuleWrappers: false } },
    },
  }),
  hooks: {
    'build:publicAssets': async (wxt, files) => {
      files.push(...(await renderIcons(join(wxt.config.wxtDir, 'icons'))), ...manifestLocales())
    },
  },
})
