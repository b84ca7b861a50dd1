import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

export const STYLE = readFileSync(new URL('./style.css', import.meta.url), 'utf8')
export const ICON = readFileSync(new URL('./icon.svg', import.meta.url), 'utf8')

/** Changes with the stylesheet, which may therefore be kept for ever. */
export const STYLE_ADDRESS = `/style.css?v=${createHash('sha256').update(STYLE).digest('hex').slice(0, 12)}`
