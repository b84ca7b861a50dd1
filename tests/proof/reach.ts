import type { AnyNode } from 'acorn'
import { shapeOf, wholeOf } from './shape.ts'
import {
  constantText,
  declaredNames,
  memberName,
  type Place,
  parseModule,
  placesOf,
} from './syntax.ts'

/** A place in a bundle by which something could leave the device, or code could come in. */
export interface Finding {
  readonly kind: string
  /** What stands there, without the names a minifier chose. */
  readonly shape: string
}

/** What speaks to the network, by whatever object it is reached. */
const NETWORK = [
  ...['fetch', 'fetchLater', 'XMLHttpRequest', 'sendBeacon', 'EventSource'],
  ...[
    'WebSocket',
    'WebSocketStream',
    'WebTransport',
    'RTCPeerConnection',
    'webkitRTCPeerConnection',
  ],
  ...['caches', 'backgroundFetch', 'importScripts', 'addModule', 'Worker', 'SharedWorker'],
  ...['Image', 'Audio', 'FontFace', 'setUninstallURL', 'launchWebAuthFlow', 'connectNative'],
  ...['sendNativeMessage'],
]

/** What makes code of a text. */
const FROM_TEXT = ['eval', 'Function', 'execScript']

/** The browser's own way to open an address. */
const TABS = ['tabs', 'windows']

/** The global object: whoever holds it can ask it for anything by a computed name. */
const GLOBALS = ['globalThis', 'window', 'self', 'top', 'parent', 'frames', 'opener']
const HOLDERS = [...GLOBALS, 'navigator', 'document']

const HANDED_ON = 'global object handed on'

/** Attributes that make the browser load what they name. */
const RESOURCES = ['src', 'srcset', 'srcdoc', 'poster', 'ping']

/**
 * Looks for every way out of a module. It looks at names and not at values, so it finds more than
 * there is rather than less; what it finds in a library is listed in `known.ts` with the reason.
 */
export function waysOut(code: string): Finding[] {
  const places = placesOf(parseModule(code))
  const declared = declaredNames(places)
  const isFree = (node: AnyNode, names: readonly string[]): boolean =>
    node.type === 'Identifier' && names.includes(node.name) && !declared.has(node.name)

  return places.flatMap(place => {
    const { node } = place
    const kind =
      kindOfName(place) ??
      kindOfGlobal(place, isFree) ??
      kindOfMember(node, isFree) ??
      kindOfResource(node) ??
      kindOfNavigation(place, isFree) ??
      kindOfImport(node)
    if (kind === null) return []
    const whole = wholeOf(place, kind === HANDED_ON)
    return [{ kind, shape: shapeOf(whole, declared) }]
  })
}

const kindOf = (name: string | null): string | null => {
  if (name === null) return null
  if (NETWORK.includes(name)) return name
  if (TABS.includes(name)) return 'navigation'
  return FROM_TEXT.includes(name) ? 'code from text' : null
}

/** A name by itself, as a member, in a pattern, or as a text that could become a member's name. */
function kindOfName({ node, parents }: Place): string | null {
  const [parent, grand] = parents
  if (node.type !== 'Identifier') {
    // The longest constant text counts: `'fet' + 'ch'`, not its halves.
    return parent && constantText(parent) !== null ? null : kindOf(constantText(node))
  }
  const isKey = parent?.type === 'Property' && parent.key === node && !parent.computed
  if (isKey && grand?.type !== 'ObjectPattern') return parent.shorthand ? kindOf(node.name) : null
  const isDefinition = parent?.type === 'MethodDefinition' || parent?.type === 'PropertyDefinition'
  if (isDefinition && parent.key === node && !parent.computed) return null
  const isRight = parent?.type === 'BinaryExpression' && parent.right === node
  if (isRight && parent.operator === 'instanceof') return null
  // To put something else in the place of a member does not use it.
  const isTarget = grand?.type === 'AssignmentExpression' && grand.left === parent
  if (isTarget && grand.operator === '=' && memberName(parent) === node.name) return null
  return kindOf(node.name)
}

type IsFree = (node: AnyNode, names: readonly string[]) => boolean

/** `const g = globalThis`: from here on nobody can see what is taken from it. */
function kindOfGlobal({ node, parents }: Place, isFree: IsFree): string | null {
  const [parent] = parents
  if (!isFree(node, GLOBALS)) return null
  if (parent?.type === 'MemberExpression') return null // seen as a member, or as that member's name
  if (parent?.type === 'UnaryExpression' && parent.operator === 'typeof') return null
  if (parent?.type === 'Property' && parent.key === node) return null
  return HANDED_ON
}

function kindOfMember(node: AnyNode, isFree: IsFree): string | null {
  if (node.type !== 'MemberExpression' || memberName(node) !== null) return null
  return isFree(node.object, HOLDERS) ? 'computed member' : null
}

function kindOfResource(node: AnyNode): string | null {
  if (node.type === 'AssignmentExpression')
    return RESOURCES.includes(memberName(node.left) ?? '') ? 'resource' : null
  if (node.type !== 'CallExpression' || memberName(node.callee) !== 'setAttribute') return null
  const [name] = node.arguments
  return RESOURCES.includes((name && constantText(name)) ?? '') ? 'resource' : null
}

/** The page itself could be sent somewhere, with what it knows in the address. */
function kindOfNavigation({ node }: Place, isFree: IsFree): string | null {
  const isLocation = (of: AnyNode) => isFree(of, ['location']) || memberName(of) === 'location'
  if (node.type === 'AssignmentExpression') {
    const { left } = node
    const goes = left.type === 'MemberExpression' && isLocation(left.object)
    const stays = goes && memberName(left) === 'hash'
    return isLocation(left) || (goes && !stays) ? 'navigation' : null
  }
  if (node.type !== 'CallExpression') return null
  const { callee } = node
  if (isFree(callee, ['open'])) return 'navigation'
  if (callee.type !== 'MemberExpression') return null
  const name = memberName(callee)
  const ofLocation = isLocation(callee.object) && ['assign', 'replace'].includes(name ?? '')
  const ofWindow = isFree(callee.object, GLOBALS) && name === 'open'
  const writes = ['write', 'writeln'].includes(name ?? '') && isFree(callee.object, ['document'])
  if (writes) return 'code from text'
  return ofLocation || ofWindow ? 'navigation' : null
}

/** Only a file of the bundle may be imported, named where it is imported. */
function kindOfImport(node: AnyNode): string | null {
  const isImport =
    node.type === 'ImportExpression' ||
    node.type === 'ImportDeclaration' ||
    node.type === 'ExportAllDeclaration' ||
    (node.type === 'ExportNamedDeclaration' && node.source)
  if (!isImport || !node.source) return null
  const source = constantText(node.source)
  return source !== null && /^\.{0,2}\/(?!\/)/.test(source) ? null : 'import'
}
