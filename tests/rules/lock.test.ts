import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../commands/checks/tool.ts'

interface Entry {
  version?: string
  resolved?: string
  integrity?: string
  optional?: true
  os?: string[]
  optionalDependencies?: Record<string, string>
}

const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Entry>
}
const { '': project, ...packages } = lock.packages

const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 13)

it('names what is for other machines too, without which `npm ci` refuses a fresh clone', () => {
  const named = new Set(Object.keys(packages).map(nameOf))
  const wanted = Object.values(packages).flatMap(entry =>
    Object.keys(entry.optionalDependencies ?? {}),
  )
  expect(wanted.filter(name => !named.has(name))).toEqual([])
})

it('holds every package by its hash, but for some that are for other machines', () => {
  const loose = Object.entries(packages).filter(([, entry]) => !entry.integrity)
  expect(loose.filter(([, { optional, os }]) => !(optional && os))).toEqual([])
})

it('names no registry, so that each machine may use its own', () => {
  expect(Object.values(packages).filter(entry => entry.resolved)).toEqual([])
  expect(project).not.toHaveProperty('resolved')
})
