import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Has a copy of a build begin with the permissions that it would ask for: no dialog that does so can
 * be answered without a screen.
 *
 * @param folder of the copy
 */
export async function allowEverything(folder: string): Promise<void> {
  const path = join(folder, 'manifest.json')
  const { optional_permissions, ...manifest } = JSON.parse(await readFile(path, 'utf8'))
  const permissions = [...manifest.permissions, ...optional_permissions]
  await writeFile(path, JSON.stringify({ ...manifest, permissions }))
}
