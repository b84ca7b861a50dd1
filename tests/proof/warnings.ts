import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startExtension } from '../harness/extension.ts'

const HELPER = {
  manifest_version: 3,
  name: 'Asks the browser what it would warn of',
  version: '1',
  permissions: ['management'],
  background: { service_worker: 'worker.js' },
}

/** What Chromium itself would warn a person of who installs an extension with this manifest. */
export async function installWarnings(manifest: string): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kundekort-helper-'))
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(HELPER))
  await writeFile(join(folder, 'worker.js'), '// It only lends its permission to the test.')
  const helper = await startExtension({ extension: folder })
  try {
    const ask = `chrome.management.getPermissionWarningsByManifest(${JSON.stringify(manifest)})`
    return await helper.worker().evaluate(ask)
  } finally {
    await helper.close()
    await rm(folder, { recursive: true })
  }
}
