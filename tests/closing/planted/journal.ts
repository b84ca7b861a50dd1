import { Dexie, type EntityTable } from 'dexie'
import { type Draft, readDraft } from '../../../lib/lead/draft.ts'
import type { Journal } from '../../../lib/store/journal.ts'

/**
 * A journal that loses keystrokes: plain puts through Dexie, as anybody would write them first. It
 * is built into an extension of its own, to show that the test finds what is lost.
 */
class Planted extends Dexie {
  declare kept: EntityTable<{ key: string; draft: Draft }, 'key'>

  constructor() {
    super('planted-journal')
    this.version(1).stores({ kept: 'key' })
  }
}

const OPEN = 'open'
const { kept } = new Planted()

async function put(...rows: { key: string; draft: Draft }[]): Promise<void> {
  await kept.bulkPut(rows)
}

export const journal: Journal = {
  readOpen: async () => readDraft((await kept.get(OPEN))?.draft),
  async keep(draft) {
    await kept.put({ key: OPEN, draft })
  },
  keepAside: draft => put({ key: draft.id, draft }),
  replace: (left, next) => put({ key: left.id, draft: left }, { key: OPEN, draft: next }),
  watchOpen: () => () => undefined, // one window at a time in these tests
  async clear(draft) {
    if ((await kept.get(OPEN))?.draft.id === draft.id) await kept.delete(OPEN)
  },
  async readLeft() {
    const left = await kept.where('key').notEqual(OPEN).toArray()
    return left.map(({ draft }) => draft)
  },
  settle: draft => kept.delete(draft.id),
}
