import type { AnyNode } from 'acorn'
import { memberName, type Place } from './syntax.ts'

/** Expressions that say what is done with what stands in them. */
const CHAIN = ['MemberExpression', 'CallExpression', 'NewExpression', 'ChainExpression']
const CHOICE = ['ConditionalExpression', 'LogicalExpression', 'BinaryExpression', 'UnaryExpression']

/**
 * The expression around a place that says what is done with it: `_.fetch.bind(_)`.
 * @param wide also what chooses it or takes it as an argument, for a name that says little by itself
 */
export function wholeOf({ node, parents }: Place, wide: boolean): AnyNode {
  const [parent, ...rest] = parents
  if (!parent) return node
  const isArgument =
    (parent.type === 'CallExpression' || parent.type === 'NewExpression') && parent.callee !== node
  const isComputed =
    parent.type === 'MemberExpression' && parent.computed && parent.property === node
  const isAssigned = parent.type === 'AssignmentExpression' && parent.left !== node
  const isMore = isArgument || isComputed || isAssigned || CHOICE.includes(parent.type)
  const isAround = isMore || CHAIN.includes(parent.type) || parent.type === 'AssignmentExpression'
  if (!isAround || (isMore && !wide)) return node
  return wholeOf({ node: parent, parents: rest }, wide)
}

/** An expression without the names that a minifier chose, so that it is the same in every build. */
export function shapeOf(node: AnyNode, declared: ReadonlySet<string>): string {
  const shape = (inner: AnyNode) => shapeOf(inner, declared)
  const all = (inner: readonly AnyNode[]) => inner.map(shape).join(', ')
  switch (node.type) {
    case 'Identifier':
      return declared.has(node.name) ? '_' : node.name
    case 'MemberExpression':
      return `${shape(node.object)}.${memberName(node) ?? '[_]'}`
    case 'CallExpression':
      return `${shape(node.callee)}(${all(node.arguments)})`
    case 'NewExpression':
      return `new ${shape(node.callee)}(${all(node.arguments)})`
    case 'AssignmentExpression':
      return `${shape(node.left)}${node.operator}${shape(node.right)}`
    case 'ConditionalExpression':
      return `${shape(node.test)}?${shape(node.consequent)}:${shape(node.alternate)}`
    case 'LogicalExpression':
    case 'BinaryExpression':
      return `${shape(node.left)}${node.operator}${shape(node.right)}`
    case 'UnaryExpression':
      return `${node.operator} ${shape(node.argument)}`.replace(/^(\W) /, '$1')
    case 'ObjectExpression':
      return `{${all(node.properties)}}`
    case 'Property':
      return `${node.computed ? '[_]' : shape(node.key)}: ${shape(node.value)}`
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return 'ƒ'
    case 'ChainExpression':
      return shape(node.expression)
    case 'TemplateLiteral':
      return node.expressions.length === 0 ? JSON.stringify(node.quasis[0]?.value.cooked) : '`…`'
    case 'ThisExpression':
      return 'this'
    case 'Literal':
      return typeof node.value === 'string' ? JSON.stringify(node.value) : String(node.raw)
    default:
      return '…'
  }
}
