import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { batchAnswerSchema } from '../../lib/crm/open/contract.ts'
import { emptyFolder } from './empty-folder.ts'
import { type CrmProcess, startProcess } from './start-process.ts'

export type Running = { url: string; token: string }

/**
 * For a test file that starts the CRM as people do. Each test has a folder of its own, with an empty
 * database in it.
 */
export function processes() {
  const fill = emptyFolder()
  const started: CrmProcess[] = []
  let folder = ''
  const start = (env: Record<string, string> = {}) => {
    const crm = startProcess({ PORT: '0', CRM_DATA: join(folder, 'crm'), ...env })
    started.push(crm)
    return crm
  }
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kundekort-crm-'))
    fill(join(folder, 'crm'))
  })
  afterEach(async () => {
    for (const crm of started) crm.child.kill('SIGKILL')
    await Promise.all(started.map(crm => crm.ended))
    started.length = 0
    rmSync(folder, { recursive: true })
  })
  return { start, folder: () => join(folder, 'crm') }
}

/** Sends a batch; throws where no answer comes. */
export async function sendLeads({ url, token }: Running, leads: unknown[]) {
  const answer = await fetch(`${url}/api/v1/leads/batch`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ leads }),
  })
  return batchAnswerSchema.parse(await answer.json()).results
}
