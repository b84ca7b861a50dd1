import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')

/** A sheet for each idea; what comes later is said over what came before. */
const SHEETS = ['tokens', 'base', 'frame', 'forms', 'list', 'card', 'print']

export const STYLE = SHEETS.map(sheet => read(`./style/${sheet}.css`)).join('\n')
export const ICON = read('./icon.svg')

/** Changes with the stylesheet, which may therefore be kept for ever. */
export const STYLE_ADDRESS = `/style.css?v=${createHash('sha256').update(STYLE).digest('hex').slice(0, 12)}`
