import { type AnyNode, type Program, parse } from 'acorn'

/** A node of the syntax tree, and what it stands in, nearest first. */
export interface Place {
  readonly node: AnyNode
  readonly parents: readonly AnyNode[]
}

/** Reads a module of the bundle. @throws on a syntax that we don't know, rather than skip it */
export const parseModule = (code: string): Program =>
  parse(code, { ecmaVersion: 'latest', sourceType: 'module' })

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && 'type' in value

/** Every node of a tree. It goes by the shape of the tree, so that no kind of node is left out. */
export function placesOf(node: AnyNode, parents: readonly AnyNode[] = []): Place[] {
  const around = [node, ...parents]
  const inside = Object.values(node).flat().filter(isNode)
  return [{ node, parents }, ...inside.flatMap(child => placesOf(child, around))]
}

/** The names that a program gives to things of its own; any other name is the platform's. */
export function declaredNames(places: readonly Place[]): ReadonlySet<string> {
  const names = new Set<string>()
  for (const { node, parents } of places) {
    if (node.type === 'Identifier' && isBinding(node, parents)) names.add(node.name)
  }
  return names
}

function isBinding(node: AnyNode, parents: readonly AnyNode[]): boolean {
  const [parent, ...rest] = parents
  switch (parent?.type) {
    case 'VariableDeclarator':
      return parent.id === node
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return parent.body !== node
    case 'ClassDeclaration':
    case 'ClassExpression':
      return parent.id === node
    case 'CatchClause':
      return parent.param === node
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
      return parent.local === node
    case 'AssignmentPattern':
      return parent.left === node && isBinding(parent, rest)
    case 'Property':
      return rest[0]?.type === 'ObjectPattern' && parent.value === node && isBinding(parent, rest)
    case 'ObjectPattern':
    case 'ArrayPattern':
    case 'RestElement':
      return isBinding(parent, rest)
    default:
      return false
  }
}

/**
 * The text that an expression makes, if that can be seen without running it: `'fet' + 'ch'`.
 * @returns null for anything else
 */
export function constantText(node: AnyNode): string | null {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null
  if (node.type === 'TemplateLiteral') {
    const parts = node.expressions.map(constantText)
    if (parts.includes(null)) return null
    return node.quasis.map((quasi, at) => (quasi.value.cooked ?? '') + (parts[at] ?? '')).join('')
  }
  if (node.type === 'BinaryExpression' && node.operator === '+') {
    const left = constantText(node.left)
    const right = constantText(node.right)
    return left === null || right === null ? null : left + right
  }
  return null
}

/** The name of a member: `a.b`, `a['b']`, `a?.b`; null when only running it would tell. */
export function memberName(node: AnyNode): string | null {
  if (node.type !== 'MemberExpression') return null
  if (node.computed) return constantText(node.property)
  return node.property.type === 'Identifier' ? node.property.name : null
}
