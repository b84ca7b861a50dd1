/** What one lead says in one field, who wrote it and on which day. Null: it says nothing. */
export type Statement = { value: string | null; author: string; day: string }

export type Said = { value: string; author: string; day: string }

/**
 * What a field holds when several leads spoke of it: the first value that was said stays, so that
 * nobody overwrites a colleague without a word; every other value stands beside it with its source.
 *
 * @param statements in the order in which the leads came
 * @param key what two values have in common that mean the same
 */
export function mergeStatements(
  statements: Statement[],
  key: (value: string) => string,
): { value: string | null; differences: Said[] } {
  const said = statements.filter((statement): statement is Said => statement.value !== null)
  const byKey = new Map<string, Said>()
  for (const { value, author, day } of said) {
    if (!byKey.has(key(value))) byKey.set(key(value), { value, author, day })
  }
  const [first, ...differences] = byKey.values()
  return { value: first?.value ?? null, differences }
}

/** All that was said in a field that holds many, each once, in the order in which it came. */
export function uniteStatements(
  lists: string[][],
  isSame: (a: string, b: string) => boolean,
): string[] {
  const united: string[] = []
  for (const value of lists.flat()) {
    if (!united.some(known => isSame(known, value))) united.push(value)
  }
  return united
}
