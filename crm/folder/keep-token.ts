import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from '../start-error.ts'
import { makeSecret } from '../store/secrets.ts'
import { createOnce } from './create-once.ts'

/**
 * The token that was made at the first start, or one that is made now.
 *
 * @throws StartError when somebody emptied the file; when the folder can't be written or read
 */
export function keepToken(folder: string): string {
  const path = join(folder, 'token')
  createOnce(path, makeSecret())
  const token = readFileSync(path, 'utf8').trim()
  if (token !== '') return token
  throw new StartError(`The token in ${path} is empty: delete the file, and a new one is made.`)
}
