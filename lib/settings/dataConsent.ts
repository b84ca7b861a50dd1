import { browser } from 'wxt/browser'

/**
 * Firefox has people say in a dialog of its own what an extension may send, and lets them take it
 * back in its list of add-ons: the manifest names these as optional, and nothing is sent without.
 * Chromium knows no such thing; there the welcome page alone asks.
 */
const KINDS = ['personallyIdentifyingInfo', 'authenticationInfo']

/** What the types of the browser's API don't know yet. */
interface Permissions {
  getAll(): Promise<{ data_collection?: string[] }>
  request(wanted: { data_collection: string[] }): Promise<boolean>
}

const permissions = () => browser.permissions as unknown as Permissions

export interface DataConsent {
  /** Whether anything may leave this device. */
  maySend(): Promise<boolean>
  /** Asks the browser's own question. Must be the first thing that a click handler does. */
  ask(): Promise<boolean>
}

export const inFirefox: DataConsent = {
  async maySend() {
    const { data_collection: allowed = [] } = await permissions().getAll()
    return KINDS.every(kind => allowed.includes(kind))
  },
  ask: () => permissions().request({ data_collection: KINDS }),
}

const elsewhere: DataConsent = { maySend: async () => true, ask: async () => true }

export const dataConsent = import.meta.env.FIREFOX ? inFirefox : elsewhere
