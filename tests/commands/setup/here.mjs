import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'

/** The folder of the checkout. */
export const ROOT = resolve(import.meta.dirname, '../../..')
/** Where npm puts the programs of the dependencies. */
export const BIN = join(ROOT, 'node_modules', '.bin')

/** A reason to end that a person can act on; its message is all that is shown. */
export class Stop extends Error {}

/** One sentence to the person. On stderr: some commands print JSON on stdout. */
export const say = sentence => process.stderr.write(`${sentence}\n`)

/**
 * Runs a program and keeps what it says for the case that it fails.
 * @returns {Promise<{code: number, output: string}>} code 127 if it could not be started
 */
export function quietly(program, args, options = {}) {
  return new Promise(done => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    let output = ''
    const keep = chunk => {
      output += chunk
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', error => done({ code: 127, output: error.message }))
    child.on('close', code => done({ code: code ?? 1, output }))
  })
}
