import { describe, expect, it } from 'vitest'
import { BUILDS, filesOf } from './build.ts'
import { DOOR, KNOWN } from './known.ts'
import { type Finding, waysOut } from './reach.ts'

const isDoor = ({ kind }: Finding) => kind === DOOR.kind
const key = ({ kind, shape }: Finding) => `${kind}: ${shape}`

const findings = BUILDS.map(build => ({
  build,
  found: filesOf(build, '.js').flatMap(({ path, text }) =>
    waysOut(text).map(finding => ({ ...finding, path })),
  ),
}))

describe.each(findings)('$build', ({ found }) => {
  it('has one way to the network, and it is the door', () => {
    const doors = found.filter(isDoor).map(({ shape, path }) => ({ shape, path }))
    expect(doors).toEqual([{ shape: DOOR.shape, path: DOOR.file }])
  })

  it('has no other way out, and takes in no code', () => {
    const known = KNOWN.map(key)
    const others = found.filter(finding => !isDoor(finding) && !known.includes(key(finding)))
    expect(others).toEqual([])
  })
})

it('nothing is listed as known that is gone', () => {
  const seen = findings.flatMap(({ found }) => found.map(key))
  expect(KNOWN.map(key).filter(known => !seen.includes(known))).toEqual([])
})
