import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url))
const READY = /^Kundekort CRM ready: (http:\/\/\S+) token: (\S+)\n/m

export type CrmProcess = {
  child: ChildProcess
  /** All that it printed so far. */
  stdout(): string
  stderr(): string
  /** Its address and token; throws with what it said when it ends before it is ready. */
  ready: Promise<{ url: string; token: string }>
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>
}

/** Starts `main.ts` as people do, as a process of its own. */
export function startProcess(env: Record<string, string>): CrmProcess {
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = { stdout: '', stderr: '' }
  const ended = new Promise<number | NodeJS.Signals | null>(resolve =>
    child.once('close', (code, signal) => resolve(code ?? signal)),
  )
  const ready = new Promise<{ url: string; token: string }>((resolve, reject) => {
    child.stdout.on('data', chunk => {
      said.stdout += chunk
      const [, url, token] = READY.exec(said.stdout) ?? []
      if (url !== undefined && token !== undefined) resolve({ url, token })
    })
    child.stderr.on('data', chunk => {
      said.stderr += chunk
    })
    void ended.then(() => reject(new Error(`it ended before it was ready: ${said.stderr}`)))
  })
  // Who doesn't wait for it doesn't care.
  ready.catch(() => undefined)
  return { child, ready, ended, stdout: () => said.stdout, stderr: () => said.stderr }
}
