import type { Breach } from '../breach.ts'

/** A breach in the sources of the extension: a text in a file, and what is put in its place. */
export interface Planted {
  readonly name: string
  /** By what the checks have to find it, once it is built and used. */
  readonly shows: Breach['kind']
  /** What the finding has to name, so that no other breach can pass for this one. */
  readonly naming: RegExp
  readonly edits: readonly { file: string; from: string; to: string }[]
}

const BACKGROUND = 'entrypoints/background.ts'
const CONFIG = 'wxt.config.ts'

/** Runs at each start of the worker, with what `shared.ts` took before the door was there. */
const atStart = (code: string) => ({
  file: BACKGROUND,
  from: 'startWorker(door, db)',
  to: `atStart(() => { ${code} }) ?? startWorker(door, db)`,
})

const inManifest = (code: string) => ({
  file: CONFIG,
  from: "name: '__MSG_name__',",
  to: `name: '__MSG_name__', ${code},`,
})

/** Found on a day on which everything is used beside a list of connections. */
export const ON_A_DAY: readonly Planted[] = [
  {
    name: 'a content script that reads the connections',
    shows: 'a canary is kept',
    naming: /^Sample Kanari-07 Connection$/,
    edits: [
      {
        file: 'entrypoints/connections.content.ts',
        from: '',
        to: `import { browser } from 'wxt/browser'
import { defineContentScript } from 'wxt/utils/define-content-script'
export default defineContentScript({
  matches: ['https://www.linkedin.com/*'],
  main() {
    const read = () => browser.runtime.sendMessage({ connections: document.body.innerText })
    new MutationObserver(read).observe(document.body, { childList: true, subtree: true })
  },
})`,
      },
      atStart(`chrome.runtime.onMessage.addListener(message => {
  if (message.connections) void chrome.storage.local.set(message)
})`),
    ],
  },
  {
    name: 'the menu keeps what is selected on a list of people, whatever it says',
    shows: 'a canary is kept',
    naming: /^kanari-in-the-list$/,
    edits: [
      {
        file: 'lib/intake/selection.ts',
        from: "if (taken.take === 'nothing') {",
        to: `if (taken.take === 'nothing') {
    const draft = draftOf({ notes: selection.text })
    await db.drafts.put({ ...draft, order: 0, revision: 0, tokens: [] })`,
      },
    ],
  },
  {
    name: 'the menu keeps the address of a profile that nobody ticked',
    shows: 'a canary is kept',
    naming: /^kanari-of-a-profile$/,
    edits: [
      {
        file: 'lib/intake/selection.ts',
        from: '...(profile && { profile }) }))',
        to: '...(profile && { profile }) }), profile)',
      },
      {
        file: 'lib/intake/selection.ts',
        from: `offerOf: (draftId: string) => Offer,
): Promise<void> {
  const draft = draftOf({ [field]: text })`,
        to: `offerOf: (draftId: string) => Offer,
  profile = '',
): Promise<void> {
  const draft = draftOf({ [field]: text, profile })`,
      },
    ],
  },
  {
    name: 'a content script that leaves a mark in the page',
    shows: 'a page was changed',
    naming: /data-kundekort/,
    edits: [
      {
        file: 'entrypoints/mark.content.ts',
        from: '',
        to: `import { defineContentScript } from 'wxt/utils/define-content-script'
export default defineContentScript({
  matches: ['https://www.facebook.com/*'],
  main: () => document.documentElement.setAttribute('data-kundekort', ''),
})`,
      },
    ],
  },
  {
    name: 'a file that pages may load',
    shows: 'a page can see the extension',
    naming: /^icon\/128\.png$/,
    edits: [
      inManifest(
        "web_accessible_resources: [{ resources: ['icon/128.png'], matches: ['https://*/*'] }]",
      ),
    ],
  },
  {
    name: 'a host permission',
    shows: 'a host may be read',
    naming: /^https:\/\/www\.linkedin\.com\/\*$/,
    edits: [
      inManifest("host_permissions: ['https://www.linkedin.com/*']"),
      // The product gives back what it doesn't need, and can't go on beside what it can't give back.
      { file: 'lib/settings/grants.ts', from: 'others.length > 0', to: 'others.length > 99' },
    ],
  },
  {
    name: 'an extra fetch of the connections, with the cookies of the person',
    shows: 'a social network was asked',
    naming: /GET https:\/\/www\.linkedin\.com\/api\/connections\?from=0&planted/,
    edits: [
      atStart(`void network('https://www.linkedin.com/api/connections?from=0&planted', {
  credentials: 'include',
}).catch(() => undefined)`),
    ],
  },
  {
    name: 'a ping at each start',
    shows: 'another host was asked',
    naming: /https:\/\/ping\.example\.com\/started/,
    edits: [atStart("void network('https://ping.example.com/started').catch(() => undefined)")],
  },
  {
    name: 'a redirect that is followed',
    shows: 'a redirect was followed',
    naming: /https:\/\/target-of-redirect\.example\.com\/api\/v1\/leads\/batch/,
    edits: [{ file: 'lib/crm/http.ts', from: "redirect: 'error'", to: "redirect: 'follow'" }],
  },
  {
    name: 'promoting personal people',
    shows: 'a canary left',
    naming: /kanari-personal-friend in POST .*\/leads\/batch$/,
    edits: [
      {
        file: 'lib/lead/review.ts',
        from: "RELATIONS.find(known => known === at('relation'))",
        to: "RELATIONS.find(known => known === at('relation')) ?? 'prospect'",
      },
    ],
  },
  {
    name: 'a draft field on the wire',
    shows: 'a canary left',
    naming: /kanari-kept-note in POST .*\/leads\/batch$/,
    edits: [
      {
        file: 'lib/crm/open/push.ts',
        from: 'body: { leads }',
        to: 'body: { leads, ...(await allDrafts()) }',
      },
    ],
  },
  {
    name: 'the global fetch left in place',
    shows: 'there is a second door',
    naming: /https:\/\/probe\.example\.com\/worker/,
    edits: [
      { file: 'lib/crm/http.ts', from: 'scope.fetch = () => {', to: 'const never = () => {' },
      {
        file: 'lib/crm/http.ts',
        from: 'return createDoor(network)',
        to: 'void never\n  return createDoor(network)',
      },
    ],
  },
  {
    name: 'a listener for other extensions',
    shows: 'another extension is answered',
    naming: /planted/,
    edits: [
      { file: CONFIG, from: 'ids: []', to: "ids: ['*']" },
      atStart(`chrome.runtime.onMessageExternal.addListener((_message, _sender, answer) => {
  answer('planted')
})`),
    ],
  },
]

/** Found on a month of days on which nobody is promoted. */
export const IN_A_MONTH: readonly Planted[] = [
  {
    name: 'a ping once a week',
    shows: 'another host was asked',
    naming: /https:\/\/weekly\.example\.com\/digest/,
    edits: [
      atStart(`void chrome.storage.local.get('since').then(({ since = Date.now() }) => {
  void chrome.storage.local.set({ since })
  if (Date.now() - since > 7 * 24 * 3600 * 1000) void network('https://weekly.example.com/digest')
})`),
    ],
  },
  {
    name: 'sending drafts on an alarm, though nobody promoted them',
    shows: 'a request that nobody pressed for',
    naming: /POST https:\/\/crm\.example\.com\/planted\/alarm .*Sample Draft/,
    edits: [
      atStart(`chrome.alarms.onAlarm.addListener(async () => {
  const body = JSON.stringify(await allDrafts())
  void network('https://crm.example.com/planted/alarm', { method: 'POST', body })
})`),
    ],
  },
]

/** Found by comparing what a CRM is told beside few drafts and beside many. */
export const BESIDE_DRAFTS: readonly Pick<Planted, 'name' | 'shows' | 'naming'>[] = [
  { name: 'a draft field on the wire', shows: 'a canary left', naming: /kanari-a-open-notes/ },
  {
    name: 'the number of drafts beside the leads',
    shows: 'drafts change the traffic',
    naming: /Content-Length/, // the first that differs
  },
]
