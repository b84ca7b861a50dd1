// The launcher behind every npm script. It is plain JavaScript for Node 20, because it runs before
// anything is installed; what it starts runs on the Node that comes with the dependencies.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'
import { needDependencies } from './setup/dependencies.mjs'
import { BIN, ROOT, Stop, say } from './setup/here.mjs'
import { rightNode } from './setup/node.mjs'
import { needBrowser, wantPackages } from './setup/packages.mjs'

const tool = path => join(ROOT, 'node_modules', path)

/** What runs for a name; any other name is a file beside this one. */
const COMMANDS = {
  build: [tool('wxt/bin/wxt.mjs'), 'build'],
  'build:firefox': [tool('wxt/bin/wxt.mjs'), 'build', '-b', 'firefox', '--mv3'],
  crm: [join(ROOT, 'crm/main.ts')],
}

const NEEDS_BROWSER = ['start', 'test', 'bench', 'soak', 'pictures']
const NEEDS_PACKAGES = ['test', 'bench', 'soak']

function commandFor(name) {
  if (COMMANDS[name]) return COMMANDS[name]
  const file = join(import.meta.dirname, `${name.replaceAll(':', '-')}.ts`)
  if (existsSync(file)) return [file]
  throw new Stop(`There is no command "${name}" here.`)
}

/**
 * npm passes a signal on to the shell that it runs us in, and the shell to nobody: it dies, and we
 * would go on unseen. That our parent is another one is how we notice.
 */
function endWithNpm(end) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const look = () => process.ppid !== parent && end()
  setInterval(look, 500).unref()
}

/** Runs a program in our place: its input and output, its signals and its exit code are ours. */
function become(program, args, env) {
  const child = spawn(program, args, { cwd: ROOT, stdio: 'inherit', env })
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, () => child.kill(signal))
  endWithNpm(() => child.kill('SIGTERM'))
  child.on('error', error => {
    say(`Could not start ${program}: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
}

async function main([name = 'start', ...args]) {
  const command = commandFor(name)
  await needDependencies()
  if (NEEDS_PACKAGES.includes(name)) await wantPackages()
  if (NEEDS_BROWSER.includes(name)) await needBrowser()
  const path = [BIN, process.env.PATH].join(delimiter)
  become(await rightNode(), [...command, ...args], { ...process.env, PATH: path })
}

main(process.argv.slice(2)).catch(error => {
  say(error instanceof Stop ? error.message : error.stack)
  process.exit(1)
})
