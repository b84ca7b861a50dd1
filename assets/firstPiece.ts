import type { Plugin } from 'vite'

/** The modules of a build, as far as they are looked at here. */
interface Modules {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null
}

/**
 * Puts all that a page runs before it draws into one piece of the build: one file is there sooner
 * than several that are each asked for. What is imported later stays in pieces of its own.
 *
 * @param page path of the page
 * @param main path of its own module, which no other page may run
 * @param later paths of modules that have much in common, which is one piece, too: two would each name
 *   to the other what they hand over
 */
export function firstPiece(page: string, main: string, later: readonly string[]): Plugin {
  const groups = [
    { debugName: 'first', name: isFirst(page, main) },
    { debugName: 'shared', name: isShared(later) },
  ]
  const output = { codeSplitting: { groups } }
  return {
    name: 'kundekort:first-piece',
    // The worker is built by itself, into a file that has no pieces.
    config: ({ build }) => (build?.lib ? {} : { build: { rolldownOptions: { output } } }),
  }
}

/** @returns says in which piece a module lies; `null` for wherever the build puts it */
export function isFirst(page: string, main: string) {
  let first: ReadonlySet<string> | undefined
  return (id: string, modules: Modules): string | null => {
    first ??= neededBy(page, modules)
    const isShared = first.has(id) && id !== page && id !== main && !id.endsWith('.css')
    return isShared ? 'first' : null
  }
}

/** @returns says whether all of these modules need another one */
export function isShared(all: readonly string[]) {
  let needed: ReadonlySet<string>[] | undefined
  return (id: string, modules: Modules): string | null => {
    needed ??= all.map(one => neededBy(one, modules))
    return needed.every(one => one.has(id)) ? 'shared' : null
  }
}

/** A module, and all that it imports at once. */
function neededBy(module: string, modules: Modules): ReadonlySet<string> {
  const needed = new Set([module])
  // What is added meanwhile is walked through as well.
  for (const id of needed) {
    for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) needed.add(imported)
  }
  return needed
}
