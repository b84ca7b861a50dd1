/** A place in a bundle that looks like a way out, and why it is none. */
export interface Known {
  readonly kind: string
  readonly shape: string
  readonly reason: string
}

/** The one door: the only place that may hold the network, and the only file it may be in. */
export const DOOR = { kind: 'fetch', shape: '_.fetch.bind(_)', file: 'background.js' }

const HANDED_ON = 'global object handed on'

/** Everything else that was found, each looked at by a person. An entry that is gone has to go. */
export const KNOWN: readonly Known[] = [
  {
    kind: HANDED_ON,
    shape: '_(globalThis)',
    reason: 'lib/crm/door.ts takes the network out of the worker, which is what the door is.',
  },
  {
    kind: 'navigation',
    shape: '_.tabs.create({url: _.runtime.getURL("/welcome.html")})',
    reason: 'lib/sync/worker.ts opens our own welcome page at the first install.',
  },
  {
    kind: 'navigation',
    shape: '_.tabs.create({url: _.runtime.getURL("/popup.html")})',
    reason: 'lib/intake/openKnown.ts opens our own form, where the browser opens no popup for us.',
  },
  {
    kind: 'navigation',
    shape: '_.tabs.create({url: _.runtime.getURL("/options.html#follow-ups")})',
    reason: 'lib/remind/start.ts opens our own list, when somebody clicks a notification of ours.',
  },
  {
    kind: 'navigation',
    shape: '_.windows.getCurrent()',
    reason: 'lib/desk/panel.ts asks which window this is, for the panel beside it; it opens none.',
  },
  {
    kind: HANDED_ON,
    shape: '_=globalThis.__zod_globalConfig??_.__zod_globalConfig={}',
    reason: 'Zod: keeps its settings in a property of that name and takes nothing else.',
  },
  {
    kind: HANDED_ON,
    shape: 'typeof globalThis<"u"?globalThis:typeof self<"u"?self:typeof window<"u"?window:global',
    reason:
      'Dexie: takes Promise, indexedDB, IDBKeyRange, WorkerGlobalScope and the types of plain ' +
      'values by a fixed list of names.',
  },
]
