import { spawn } from 'node:child_process'
import { type CdpConnection, type CdpSession, connectCdp } from './cdp.ts'
import { end, tie, waitForText } from './child.ts'
import { chromiumFlags, chromiumPath, type Flags } from './chromium.ts'
import { freshProfile, removeProfile } from './profile.ts'
import { stopWorkers } from './workers.ts'

export interface Target {
  readonly targetId: string
  readonly type: string
  readonly url: string
}

/** A Chromium in which nothing is attached to anything unless asked for. */
export interface Browser {
  readonly cdp: CdpConnection
  readonly profile: string
  targets(): Promise<Target[]>
  /** Waits until there is a target whose address ends so. */
  target(type: string, urlEnd: string): Promise<Target>
  attach(target: Target): Promise<CdpSession>
  /** Stops every worker, as the browser does with one that has nothing to do. */
  stopWorkers(): Promise<void>
  /** SIGKILL, as in a power cut; the profile stays. */
  kill(): Promise<void>
  close(): Promise<void>
}

interface Options extends Flags {
  /** A profile to go on with; it is then not removed at the end. */
  readonly profile?: string
  readonly env?: Record<string, string>
}

/** Starts Chromium with the built extension, for tests in which nothing may keep the worker awake. */
export async function startBrowser(options: Options = {}): Promise<Browser> {
  const profile = options.profile ?? (await freshProfile())
  const extra = [`--user-data-dir=${profile}`, '--remote-debugging-port=0', 'about:blank']
  const args = chromiumFlags({ ...options, extra: [...(options.extra ?? []), ...extra] })
  const child = spawn(chromiumPath(), args, {
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  tie(child)
  const [, url = ''] = await waitForText(child, [child.stderr], /DevTools listening on (ws:\S+)/)
  const cdp = await connectCdp(url)

  const targets = async () =>
    (await cdp.send<{ targetInfos: Target[] }>('Target.getTargets')).targetInfos

  const finish = async (how: () => Promise<unknown>) => {
    await how()
    cdp.close()
    if (!options.profile) await removeProfile(profile)
  }

  const attach = async ({ targetId }: Target) => {
    const params = { targetId, flatten: true }
    const { sessionId } = await cdp.send<{ sessionId: string }>('Target.attachToTarget', params)
    return { sessionId, session: cdp.session(sessionId) }
  }

  return {
    cdp,
    profile,
    targets,
    async target(type, urlEnd) {
      const isIt = (target: Target) => target.type === type && target.url.endsWith(urlEnd)
      return waitForTarget(cdp, targets, isIt, `${type} ${urlEnd}`)
    },
    attach: async target => (await attach(target)).session,
    async stopWorkers() {
      const page = (await targets()).find(target => target.type === 'page')
      if (!page) throw new Error('Only through a page can workers be stopped, and none is open')
      const { sessionId, session } = await attach(page)
      await stopWorkers(session)
      await cdp.send('Target.detachFromTarget', { sessionId })
    },
    kill: () => finish(() => end(child, 'SIGKILL')),
    close: () => finish(() => end(child)),
  }
}

function waitForTarget(
  cdp: CdpConnection,
  targets: () => Promise<Target[]>,
  isIt: (target: Target) => boolean,
  what: string,
): Promise<Target> {
  return new Promise((resolve, reject) => {
    const settle = (how: () => void) => {
      clearTimeout(timer)
      for (const stop of off) stop()
      how()
    }
    const look = (target: Target | undefined) => {
      if (target && isIt(target)) settle(() => resolve(target))
    }
    const hear = ({ targetInfo }: { targetInfo: Target }) => look(targetInfo)
    const off = [cdp.on('Target.targetCreated', hear), cdp.on('Target.targetInfoChanged', hear)]
    const late = () => settle(() => reject(new Error(`There came no ${what}`)))
    const timer = setTimeout(late, 15_000)
    const known = cdp.send('Target.setDiscoverTargets', { discover: true }).then(targets)
    known.then(
      all => look(all.find(isIt)),
      error => settle(() => reject(error)),
    )
  })
}
