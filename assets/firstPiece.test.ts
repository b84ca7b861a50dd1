import { expect, test } from 'vitest'
import { isFirst, isShared } from './firstPiece.ts'

const IMPORTS: Record<string, string[]> = {
  'popup/index.html': ['popup/main.tsx'],
  'popup/main.tsx': ['popup.css', 'start.tsx'],
  'start.tsx': ['desk.ts', 'preact'],
  'desk.ts': ['draft.ts', 'start.tsx'],
  'options/main.tsx': ['preact', 'list.ts'],
}
const modules = {
  getModuleInfo: (id: string) => (IMPORTS[id] ? { importedIds: IMPORTS[id] } : null),
}

test.each([
  ['start.tsx', 'first'],
  ['desk.ts', 'first'],
  ['draft.ts', 'first'],
  ['preact', 'first'],
  ['popup/index.html', null],
  ['popup/main.tsx', null],
  ['popup.css', null],
  ['list.ts', null],
  ['options/main.tsx', null],
])('%s belongs to the piece %s', (id, piece) => {
  expect(isFirst('popup/index.html', 'popup/main.tsx')(id, modules)).toBe(piece)
})

test.each([
  ['preact', 'shared'],
  ['list.ts', null],
  ['desk.ts', null],
])('%s, which one or both need, belongs to the piece %s', (id, piece) => {
  expect(isShared(['start.tsx', 'options/main.tsx'])(id, modules)).toBe(piece)
})
