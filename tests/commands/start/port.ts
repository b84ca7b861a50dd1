import { once } from 'node:events'
import { createServer } from 'node:net'

/** The port that is wanted, or 0 (any free one) if another program has it. */
export async function portOrAny(wanted: number, host = '127.0.0.1'): Promise<number> {
  const server = createServer()
  try {
    const listening = once(server, 'listening')
    server.listen(wanted, host)
    await listening
    return wanted
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return 0
    throw error
  } finally {
    server.close()
  }
}
