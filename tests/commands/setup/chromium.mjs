import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser']

const ELSEWHERE = {
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  ],
  win32: ['C:\\Program Files\\Chromium\\Application\\chrome.exe'],
}

/** The first of these programs that is on the PATH, or null. */
export function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const paths = names.flatMap(name => folders.map(folder => join(folder, name)))
  return paths.find(path => existsSync(path)) ?? null
}

/**
 * The Chromium to use: CHROME_PATH, else one on the PATH or in the usual place, else null.
 * Chrome itself is not looked for: it no longer loads an extension from the command line.
 */
export function findChromium() {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH
  return onPath(...NAMES) ?? ELSEWHERE[process.platform]?.find(path => existsSync(path)) ?? null
}
