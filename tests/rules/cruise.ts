import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from '../commands/checks/tool.ts'

/** A forbidden import that was found. */
export interface Violation {
  readonly rule: string
  readonly from: string
  readonly to: string
}

interface Cruised {
  readonly violations: readonly Violation[]
  /** How many modules were looked at: a tool that can't read the sources finds nothing wrong. */
  readonly modules: number
}

interface Answer {
  modules: { source: string }[]
  summary: { violations: { rule: { name: string }; from: string; to: string }[] }
}

/**
 * Checks the dependency rules of this checkout on a folder.
 * @param folders what to look at, relative to cwd
 * @throws when the tool itself fails
 */
export async function cruise(cwd: string, folders: readonly string[]): Promise<Cruised> {
  const tool = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const config = join(ROOT, '.dependency-cruiser.mjs')
  const args = [tool, '--config', config, '--output-type', 'json', ...folders]
  const text = await new Promise<string>((resolve, reject) => {
    const options = { cwd, maxBuffer: 64 * 1024 * 1024 }
    execFile(process.execPath, args, options, (_error, stdout, stderr) =>
      // The exit code counts violations, so an answer on stdout is what tells that it worked.
      stdout ? resolve(stdout) : reject(new Error(stderr)),
    )
  })
  const { modules, summary } = JSON.parse(text) as Answer
  const own = modules.filter(module => !module.source.includes('node_modules'))
  const violations = summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }))
  return { violations, modules: own.length }
}
