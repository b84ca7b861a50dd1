import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Checked } from '../world.ts'
import { otherLanguages } from './language.ts'
import { type Html, layout } from './layout.ts'
import { type Trouble, troublePage } from './trouble-page.ts'
import type { Words } from './words.ts'

/** What the checks before a page find out for it: its language, and who is signed in. */
export type PageEnv = { Variables: { words: Words; colleague?: Checked['Variables']['colleague'] } }
export type PageContext = Context<PageEnv>

type Page = { title: string; body: Html; head?: Html; status?: ContentfulStatusCode }

/** Answers with a page in its frame. */
export async function show(c: PageContext, { title, body, head, status }: Page): Promise<Response> {
  const words = c.get('words')
  const user = c.get('colleague')?.name ?? null
  const frame = { words, title, user, otherLanguages: otherLanguages(c, words), body }
  return c.html(await layout(head === undefined ? frame : { ...frame, head }), status ?? 200)
}

export function showTrouble(
  c: PageContext,
  trouble: Trouble,
  status: ContentfulStatusCode,
): Promise<Response> {
  const words = c.get('words')
  const title = words.t(`trouble.${trouble}Title`)
  return show(c, { title, body: troublePage(words, trouble), status })
}
