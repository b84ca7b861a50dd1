import { createHash } from 'node:crypto'
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Another extension in the same browser, which only has a page. */
export interface Neighbour {
  readonly folder: string
  readonly page: string
  remove(): Promise<void>
}

/** An unpacked extension without a key is named after its folder. */
function idOfFolder(folder: string): string {
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 32)
  return [...digest].map(digit => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('')
}

export async function makeNeighbour(): Promise<Neighbour> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'kundekort-neighbour-')))
  const manifest = { manifest_version: 3, name: 'Another extension', version: '1' }
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest))
  await writeFile(join(folder, 'page.html'), '<!doctype html><title>Another extension</title>')
  return {
    folder,
    page: `chrome-extension://${idOfFolder(folder)}/page.html`,
    remove: () => rm(folder, { recursive: true }),
  }
}
