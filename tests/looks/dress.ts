import type { CDPSession, Page } from '@playwright/test'
import { NARROW, PLAIN, type State, sizeOf } from './stage.ts'

/** The ways in which one state is looked at. */
const DRESSES = {
  light: {},
  dark: { colorScheme: 'dark' },
  narrow: { isNarrow: true },
  'narrow-dark': { isNarrow: true, colorScheme: 'dark' },
  forced: { forcedColors: 'active' },
  large: { isNarrow: true, isLarge: true },
  'large-dark': { isNarrow: true, isLarge: true, colorScheme: 'dark' },
} as const satisfies Record<string, Dress>

interface Dress {
  readonly isNarrow?: true
  readonly colorScheme?: 'dark'
  readonly forcedColors?: 'active'
  /** Letters of twice the size, as somebody sets them in the browser's settings. */
  readonly isLarge?: true
}

/** The size of letters that browsers begin with, in pixels. */
const LETTERS = 16

export type DressName = keyof typeof DRESSES
export const DRESS_NAMES = Object.keys(DRESSES) as DressName[]

/** Shows the state that is on a page in another way, without going anywhere. */
export async function dress(page: Page, state: State, name: DressName): Promise<void> {
  const { isNarrow, isLarge, ...media }: Dress = DRESSES[name]
  await page.emulateMedia({ ...PLAIN, ...media })
  await page.setViewportSize(isNarrow ? NARROW : sizeOf(state))
  await setLetters(page, isLarge ? 2 * LETTERS : LETTERS)
  await page.evaluate(nextFrame)
}

/** Runs in the page. The popup learns in a frame how much room it has (entrypoints/popup/room.ts). */
const nextFrame = () =>
  new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))

/** The browser goes back to its own size when the session ends that has set another, so it is kept. */
const sessions = new WeakMap<Page, CDPSession>()

async function setLetters(page: Page, standard: number): Promise<void> {
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page))
  sessions.set(page, session)
  await session.send('Page.setFontSizes', { fontSizes: { standard } })
  const isSet = (size: number) =>
    getComputedStyle(document.documentElement).fontSize === `${size}px`
  await page.waitForFunction(isSet, standard)
}
