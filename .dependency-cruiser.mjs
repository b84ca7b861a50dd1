// Which room of the house may use which: arrows run downwards only. `npm test -- rules` checks it,
// and plants violations to show that they would be found.

/** The rooms of lib/, and the rooms that each may use beside itself. */
const ROOMS = {
  lead: [],
  language: [],
  privacy: ['lead'],
  settings: ['lead', 'language'],
  store: ['lead'],
  crm: ['privacy', 'lead'],
  sync: ['crm', 'store', 'language', 'settings', 'lead', 'privacy'],
  remind: ['store', 'language', 'settings', 'lead'],
  intake: ['store', 'language', 'settings', 'lead', 'privacy'],
  desk: ['sync', 'remind', 'intake', 'crm', 'store', 'settings', 'language', 'lead', 'privacy'],
}

const TESTS = '(^tests/|\\.test\\.tsx?$)'
const OURS = '^(entrypoints|components|lib|assets|crm|tests)/'
const inPackage = names => `(^|/)node_modules/(${names.join('|')})(/|$)`

const room = ([name, below]) => ({
  name: `room-${name}`,
  comment: `lib/${name} uses of ours only: ${[...below, 'itself'].join(', ')}`,
  severity: 'error',
  from: { path: `^lib/${name}/`, pathNot: TESTS },
  to: {
    path: OURS,
    pathNot: [
      `^lib/(${[name, ...below].join('|')})/`,
      ...(name === 'language' ? ['^assets/locales/'] : []),
    ],
  },
})

const never = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { pathNot: TESTS, ...from },
  to,
})

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...Object.entries(ROOMS).map(room),
    never(
      'known-rooms',
      'A new room of lib/ gets its line in the table above',
      { path: '^lib/', pathNot: [TESTS, `^lib/(${Object.keys(ROOMS).join('|')})/`] },
      {},
    ),
    never(
      'lead-is-pure',
      'What a lead is depends on validation and phone numbers, on no other package',
      { path: '^lib/lead/' },
      { pathNot: ['^lib/', inPackage(['zod/mini', 'zod/v4/mini', 'libphonenumber-js'])] },
    ),
    never(
      'only-store-knows-dexie',
      'IndexedDB is known in one room',
      { pathNot: [TESTS, '^lib/store/'] },
      { path: inPackage(['dexie']) },
    ),
    never(
      'components-draw',
      'A component gets props and gives events: no browser, no database, no network',
      { path: '^components/' },
      {
        path: inPackage([
          'wxt',
          'webextension-polyfill',
          '@wxt-dev/webextension-polyfill',
          'dexie',
        ]),
      },
    ),
    never(
      'components-take-types-from-rooms-with-effects',
      'What reads, writes or sends is handed to a component as a prop',
      { path: '^components/' },
      { path: '^lib/(store|sync|intake|desk)/', dependencyTypesNot: ['type-only'] },
    ),
    never(
      'components-below-entrypoints',
      'A component knows neither the entrypoints nor the embedded CRM',
      { path: '^components/' },
      { path: '^(entrypoints|crm)/' },
    ),
    never(
      'connectors-know-no-browser',
      'A connector is handed its session: it sees neither the browser nor the database',
      { path: '^lib/(crm|lead|privacy|language)/' },
      {
        path: inPackage([
          'wxt',
          'webextension-polyfill',
          '@wxt-dev/webextension-polyfill',
          'dexie',
        ]),
      },
    ),
    never(
      'one-door',
      'Only the background opens the door to the network',
      { pathNot: [TESTS, '^entrypoints/background'] },
      { path: '^lib/crm/door\\.ts$' },
    ),
    never(
      'crm-takes-the-contract',
      'The embedded CRM takes from the extension the contract of the open endpoint, no more',
      { path: '^crm/' },
      { path: OURS, pathNot: ['^crm/', '^lib/crm/open/contract\\.ts$'] },
    ),
    never(
      'extension-without-crm',
      'The extension never contains the embedded CRM',
      { path: '^(entrypoints|components|lib|assets)/' },
      { path: '^crm/' },
    ),
    never('no-tests-in-code', 'Nothing outside the tests uses them', {}, { path: TESTS }),
    never(
      'assets-use-nothing',
      'Assets are at the bottom',
      { path: '^assets/' },
      { path: OURS, pathNot: '^assets/' },
    ),
    never('no-cycles', 'What depends on itself has no bottom', {}, { circular: true }),
    never('resolves', 'An import that is not found is not checked', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'node', 'default', 'types'],
    },
  },
}
