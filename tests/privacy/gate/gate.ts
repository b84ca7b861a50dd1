import { once } from 'node:events'
import { createServer as createHttp, type IncomingHttpHeaders } from 'node:http'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { createServer as createTls, TLSSocket } from 'node:tls'
import type { Handle, Heard } from '../../servers/listen.ts'
import { makeCertificate } from './certificate.ts'

/** A request as it passed the gate, to whichever host. */
export interface Passed extends Heard {
  /** `https://www.linkedin.com`. */
  readonly origin: string
}

/**
 * The only way out of a browser: whatever name or number it wants to reach, over TLS or without, it
 * comes here and is written down. What no site stands for is answered with 404. (Not seen would be
 * UDP: QUIC is switched off, and the static proofs find WebRTC and WebTransport in a bundle.)
 */
export interface Gate {
  /** For the browser's command line. */
  readonly flags: readonly string[]
  /** Every request, whoever made it. */
  readonly passed: readonly Passed[]
  /** Every host to which a connection was made, with a request or without. */
  readonly connections: readonly string[]
  /** Every byte that was said to a host, in order of arrival, TLS taken off. */
  bytesTo(host: string): string
  close(): Promise<void>
}

const TLS_HANDSHAKE = 0x16
const HOST = /^host: *([^\s:]+)/im

/** Opens a gate in front of some sites, named by host: `{ 'www.linkedin.com': handle }`. */
export async function openGate(sites: Readonly<Record<string, Handle>>): Promise<Gate> {
  const passed: Passed[] = []
  const connections: string[] = []
  const said: { host: string; chunk: Buffer }[] = []
  const sockets = new Set<Socket>()

  const http = createHttp(async (request, response) => {
    const { method = '', url: path = '', headers } = request
    const chunks: Buffer[] = []
    try {
      for await (const chunk of request) chunks.push(chunk)
    } catch {
      return // the browser went away in the middle of its request
    }
    const body = Buffer.concat(chunks).toString()
    const origin = originOf(headers, request.socket)
    const one = { origin, method, path, headers, body, at: Date.now() }
    passed.push(one)
    response.on('error', () => response.destroy())
    const site = sites[new URL(origin).hostname]
    if (site === undefined) response.writeHead(404).end()
    else await site(one, response)
  })

  /** Lets a connection in, and copies what it says. */
  function admit(socket: Socket, host: string): void {
    connections.push(host)
    http.emit('connection', socket)
    // Only after the server has taken it: a listener from before would never hear anything.
    socket.on('data', chunk => said.push({ host, chunk: Buffer.from(chunk) }))
    socket.resume()
  }

  const secure = createTls({ ...makeCertificate(), ALPNProtocols: ['http/1.1'] }, socket =>
    admit(socket, nameOf(socket)),
  )
  secure.listen(0, '127.0.0.1')
  await once(secure, 'listening')

  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    socket.once('data', first => {
      socket.pause()
      socket.unshift(first)
      if (first[0] === TLS_HANDSHAKE) passOn(socket, secure.address() as AddressInfo)
      else admit(socket, HOST.exec(String(first))?.[1] ?? '?')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  return {
    flags: [
      `--host-resolver-rules=MAP * 127.0.0.1:${port}`,
      '--ignore-certificate-errors',
      '--no-proxy-server',
    ],
    passed,
    connections,
    bytesTo(host) {
      const chunks = said.filter(one => one.host === host).map(({ chunk }) => chunk)
      return Buffer.concat(chunks).toString('latin1')
    },
    async close() {
      const closed = once(server, 'close')
      for (const one of [server, secure]) one.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

const originOf = ({ host }: IncomingHttpHeaders, socket: Socket) =>
  `${socket instanceof TLSSocket ? 'https' : 'http'}://${host}`

/** The name that a client asked for in its handshake; Node's types leave it out. */
const nameOf = (socket: TLSSocket) =>
  String((socket as { servername?: string | false }).servername || '?')

function passOn(socket: Socket, { port }: AddressInfo): void {
  const inner = connect(port, '127.0.0.1')
  inner.on('error', () => socket.destroy())
  inner.on('close', () => socket.destroy())
  socket.on('close', () => inner.destroy())
  socket.pipe(inner).pipe(socket)
}
