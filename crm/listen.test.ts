import { createServer } from 'node:net'
import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { listen } from './listen.ts'
import { StartError } from './start-error.ts'
import type { Checked } from './world.ts'

const app = new Hono<Checked>().get('/', c => c.text('here'))

it.each(['127.0.0.1', '0.0.0.0', '::1', 'localhost'])('answers at %s', async host => {
  const { url, close } = await listen(app, { host, port: 0 })
  expect(await (await fetch(url)).text()).toBe('here')
  await close()
  await expect(fetch(url)).rejects.toThrow()
})

it('says in a sentence that an address is not of this machine', async () => {
  const foreign = listen(app, { host: '192.0.2.1', port: 0 })
  await expect(foreign).rejects.toThrow(StartError)
  await expect(foreign).rejects.toThrow(/^HOST 192\.0\.2\.1 [^\n]+\.$/)
})

it('says in a sentence that its port is taken', async () => {
  const taken = createServer()
  await new Promise<void>(resolve => taken.listen(0, '127.0.0.1', resolve))
  const address = taken.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  const second = listen(app, { host: '127.0.0.1', port })
  await expect(second).rejects.toThrow(StartError)
  await expect(second).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken`)
  await new Promise(resolve => taken.close(resolve))
})
