import { existsSync } from 'node:fs'
import { findChromium, onPath } from './chromium.mjs'
import { findFirefox } from './firefox.mjs'
import { quietly, Stop, say } from './here.mjs'

/** What only some tests need, and how it is known to be there. */
const FOR_TESTS = {
  xvfb: () => onPath('Xvfb') !== null,
  xdotool: () => onPath('xdotool') !== null,
  'firefox-esr': () => findFirefox() !== null,
  postgresql: () => existsSync('/usr/lib/postgresql') || onPath('postgres') !== null,
}

/** How a person gets a Chromium, where we do not install it ourselves. */
const INSTALL = {
  linux: 'sudo apt-get install chromium',
  darwin: 'brew install --cask chromium',
  win32: 'winget install Hibbiki.Chromium',
}

const canInstall = () => onPath('apt-get') !== null && process.getuid?.() === 0

let listsAreFresh = false

/** Installs Debian packages; hands back what apt said if that failed, else null. */
async function install(names) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  if (!listsAreFresh) await quietly('apt-get', ['update', '-q'], { env })
  listsAreFresh = true
  const args = ['install', '-y', '-q', '--no-install-recommends', ...names]
  const { code, output } = await quietly('apt-get', args, { env })
  return code === 0 ? null : output
}

/**
 * Installs a Chromium if there is none, where that needs no question.
 * @throws {Stop} with the command to run, where it does
 */
export async function needBrowser() {
  const given = process.env.CHROME_PATH
  if (given && !existsSync(given)) throw new Stop(`CHROME_PATH names ${given}, which is not there.`)
  if (findChromium()) return
  const command = INSTALL[process.platform] ?? 'install Chromium'
  const help = `Please run: ${command} (or set CHROME_PATH to a Chromium).`
  if (!canInstall()) throw new Stop(`Chromium is needed and was not found. ${help}`)
  say('Installing Chromium (apt-get install chromium); this takes a minute or so.')
  const problem = await install(['chromium'])
  if (problem !== null) throw new Stop(`Chromium could not be installed. ${help}\n${problem}`)
  // Ubuntu's package of that name is a stand-in that only works where snap does.
  const works = findChromium() && (await quietly(findChromium(), ['--version'])).code === 0
  if (!works) throw new Stop(`Chromium was installed but does not start. ${help}`)
}

/** With CI=true or SETUP=all: what only some tests need. Without it those tests are skipped. */
export async function wantPackages() {
  const wanted = process.env.CI === 'true' || process.env.SETUP === 'all'
  const missing = Object.keys(FOR_TESTS).filter(name => !FOR_TESTS[name]())
  if (!wanted || missing.length === 0) return
  if (!canInstall()) {
    say(`Some tests need ${missing.join(', ')}; this needs apt-get as root, so they are skipped.`)
    return
  }
  say(`Installing what some tests need: ${missing.join(', ')}.`)
  // Each by itself: where one has no package, as Firefox has none on Ubuntu, the others still come.
  for (const name of missing) {
    const problem = await install([name])
    if (problem !== null) say(`${name} failed, so the tests that need it are skipped:\n${problem}`)
  }
}
