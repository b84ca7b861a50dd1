import { BODY_LIMIT } from '../../lib/crm/open/contract.ts'
import { Refusal } from './problem.ts'

/**
 * The body of a request, as the JSON that it is. It is counted as it comes in, whatever its
 * content-length says, so that nobody can fill the memory.
 *
 * @throws Refusal 413 past the limit, 415 for another type or a compressed body, 400 for no JSON
 */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(type.trim())) {
    throw new Refusal('unsupported-type', 'The body must be JSON (application/json).')
  }
  const encoding = request.headers.get('content-encoding') ?? 'identity'
  if (encoding.toLowerCase() !== 'identity') {
    throw new Refusal('unsupported-type', 'The body must not be compressed.')
  }
  const bytes = await readBody(request, BODY_LIMIT)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    // What the parser says would quote the body, which has personal data in it.
    throw new Refusal('malformed-json', 'The body is not JSON in UTF-8.')
  }
}

/** @throws Refusal 413 past the limit */
export async function readBody(request: Request, limit: number): Promise<Uint8Array> {
  const tooLarge = () =>
    new Refusal('too-large', `The body must not be larger than ${limit} bytes.`)
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge()
  if (request.body === null) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body) {
    length += chunk.byteLength
    // Leaving the loop cancels the stream.
    if (length > limit) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
