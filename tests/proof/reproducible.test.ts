import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runTool } from '../commands/checks/tool.ts'
import { BUILDS, type Build, filesOf } from './build.ts'

const contents = (build: Build, folder?: string) =>
  Object.fromEntries(
    filesOf(build, '', folder).map(({ path, bytes }) => [path, bytes.toString('base64')]),
  )

it.each(BUILDS)(
  '%s comes out the same, byte for byte, when it is built again elsewhere',
  async build => {
    const folder = await mkdtemp(join(tmpdir(), 'kundekort-build-'))
    try {
      const browser = build.split('-')[0] ?? ''
      // Vitest sets it to "test", which would build something else.
      const env = { NODE_ENV: 'production' }
      const args = ['tests/proof/buildInto.ts', folder, browser]
      const { exitCode, output } = await runTool(args, { env })
      expect(exitCode, output).toBe(0)
      const again = contents(build, join(folder, build))
      const here = contents(build)
      const different = Object.keys(here).filter(path => here[path] !== again[path])
      expect(Object.keys(again)).toEqual(Object.keys(here))
      expect(different, 'differ: is .output older than the sources?').toEqual([])
    } finally {
      await rm(folder, { recursive: true })
    }
  },
)
