import * as z from 'zod/mini'
import { item } from '../settings/item.ts'
import type { Database } from '../store/database.ts'
import { getMeta, putMeta } from '../store/meta.ts'

/**
 * A browser that is short of room may delete what a site or an extension keeps, and tells nobody. So
 * the database and `storage.local` each have a mark: where only one is left, the other was deleted.
 */

/** What was deleted: the database, or the settings with what stood on the form. */
const LOSSES = ['database-gone', 'settings-gone'] as const
export type Loss = (typeof LOSSES)[number]

/** What is to be told, until somebody says that they have read it. */
export const loss = item('loss', z.enum(LOSSES))

/** Written in two steps, so that nobody who dies between the two marks takes it for a loss. */
const mark = item('mark', z.enum(['making', 'made']))

type Exclusively = (task: () => Promise<void>) => Promise<void>

/** One window at a time: a mark that another one is about to make is not missing. */
const underLock: Exclusively = async task => await navigator.locks.request('mark', task)

/**
 * Looks whether one of the two was deleted without our doing, and notes which. Where both are gone,
 * or nothing was ever there, it is as after the installation.
 */
export function noticeLoss(db: Database, exclusively = underLock): Promise<void> {
  return exclusively(async () => {
    const [kept, isThere = false] = [await mark.read(), await getMeta(db, 'mark')]
    if (kept === 'made' && isThere) return
    if (kept === 'made') await loss.write('database-gone')
    else if (kept === undefined && isThere) await loss.write('settings-gone')
    await mark.write('making')
    await putMeta(db, 'mark', true)
    await mark.write('made')
  })
}
