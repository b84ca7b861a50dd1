import { describe, expect, it } from 'vitest'
import { BUILDS, type Build, filesOf } from './build.ts'
import { installWarnings } from './warnings.ts'

const textOf = (build: Build) => filesOf(build, 'manifest.json')[0]?.text ?? ''
const manifestOf = (build: Build) => JSON.parse(textOf(build)) as Record<string, unknown>

/** Keys by which an extension could see a page, or a page the extension. */
const NEVER = [
  ...['host_permissions', 'content_scripts', 'web_accessible_resources', 'chrome_url_overrides'],
  ...['devtools_page', 'sandbox', 'user_scripts', 'declarative_net_request', 'oauth2'],
]

/** The closed list. Another one needs a line in the README that says what it is for. */
const PERMISSIONS = [
  'storage',
  'unlimitedStorage',
  'alarms',
  'contextMenus',
  'sidePanel',
  'identity',
]

describe.each(BUILDS)('%s', build => {
  it('has the manifest that was agreed on, whole', async () => {
    const whole = `${JSON.stringify(manifestOf(build), null, 2)}\n`
    await expect(whole).toMatchFileSnapshot(`golden/manifest.${build}.json`)
  })

  it('can see no page, and no page can see it', () => {
    const keys = Object.keys(manifestOf(build))
    expect(keys.filter(key => NEVER.includes(key))).toEqual([])
  })

  it('asks at install for nothing outside the closed list', () => {
    const { permissions } = manifestOf(build) as { permissions: string[] }
    expect(permissions.filter(name => !PERMISSIONS.includes(name))).toEqual([])
  })
})

it('Chromium warns of nothing at install', async () => {
  expect(await installWarnings(textOf('chrome-mv3'))).toEqual([])
})

it('Chromium would warn if there were something to warn of', async () => {
  const more = { ...manifestOf('chrome-mv3'), host_permissions: ['https://www.linkedin.com/*'] }
  expect(await installWarnings(JSON.stringify(more))).not.toEqual([])
})
