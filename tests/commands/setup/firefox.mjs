import { existsSync } from 'node:fs'
import { onPath } from './chromium.mjs'

const NAMES = ['firefox-esr', 'firefox']

const ELSEWHERE = {
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: ['C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
}

/** The Firefox to use: FIREFOX_PATH, else one on the PATH or in the usual place, else null. */
export function findFirefox() {
  if (process.env.FIREFOX_PATH) return process.env.FIREFOX_PATH
  return onPath(...NAMES) ?? ELSEWHERE[process.platform]?.find(path => existsSync(path)) ?? null
}
