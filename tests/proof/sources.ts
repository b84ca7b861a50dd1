import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { ROOT } from '../commands/checks/tool.ts'

const KEY = /^[a-z]\w*(?:\.[\w-]+)+$/
const FILE = /\.(?:json|html|css|svg|png|js|mjs|tsx?|test|org|com|local)$/

/** Whether a text could be the key of a sentence: words with dots between, and no file's name. */
export const isKeyLike = (text: string): boolean => KEY.test(text) && !FILE.test(text)

export interface Texts {
  readonly literals: ReadonlySet<string>
  /** Keys that are put together: `fault.${code}`, with anything in the holes. */
  readonly patterns: readonly RegExp[]
}

/** The texts in what becomes the extension; in the tests a key proves nothing. */
export function textsInSources(): Texts {
  const pattern = '{entrypoints,components,lib,assets}/**/*.{ts,tsx}'
  const files = [...globSync(pattern, { cwd: ROOT }), 'wxt.config.ts']
  const literals = new Set<string>()
  const patterns: RegExp[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) literals.add(node.text)
    if (ts.isTemplateExpression(node)) patterns.push(...keyPattern(node))
    ts.forEachChild(node, visit)
  }
  for (const file of files.filter(file => !/\.test\.tsx?$/.test(file))) {
    const code = readFileSync(join(ROOT, file), 'utf8')
    visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest))
  }
  return { literals, patterns }
}

/** A template counts when it begins like a key: with a room's name and a dot. */
function keyPattern(node: ts.TemplateExpression): RegExp[] {
  if (!/^[a-z]\w*\.[\w.-]*$/.test(node.head.text)) return []
  const parts = [node.head.text, ...node.templateSpans.map(span => span.literal.text)]
  return [new RegExp(`^${parts.map(part => part.replaceAll('.', '\\.')).join('[\\w-]+')}$`)]
}
