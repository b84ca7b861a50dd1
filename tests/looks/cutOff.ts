import type { Page } from '@playwright/test'

/**
 * What of a page's words can't be read where they stand: those that stick out of their box or of the
 * window, that lie under a checkbox, and that one has to scroll sideways for. Fields and lists to choose from scroll by
 * themselves and are no part of it, nor is what ends in dots and says the whole of it on hover.
 */
export const cutOff = (page: Page): Promise<string[]> => page.evaluate(measure)

/** Runs in the page. */
function measure(): string[] {
  const found: string[] = []
  const slack = 2
  const broad = document.documentElement.scrollWidth
  if (broad > innerWidth) found.push(`The page is ${broad} pixels broad in ${innerWidth}`)

  const isUnseen = (element: Element | null): boolean =>
    element !== null &&
    (getComputedStyle(element).clipPath !== 'none' || isUnseen(element.parentElement))
  const boxOf = (element: Element): Element =>
    getComputedStyle(element).display === 'inline' && element.parentElement
      ? boxOf(element.parentElement)
      : element

  const boxes = [...document.querySelectorAll('input[type=checkbox]')].map(box =>
    box.getBoundingClientRect(),
  )
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let node = words.nextNode(); node; node = words.nextNode()) {
    const { parentElement: element, textContent: text } = node
    if (
      !element ||
      !text?.trim() ||
      element.closest('option, textarea, .cut[title]') ||
      isUnseen(element)
    )
      continue
    range.selectNodeContents(node)
    const seen = range.getBoundingClientRect()
    const box = boxOf(element).getBoundingClientRect()
    const fits =
      seen.left >= Math.max(0, box.left) - slack &&
      seen.right <= Math.min(innerWidth, box.right) + slack &&
      seen.top >= box.top - slack &&
      seen.bottom <= box.bottom + slack
    const isCovered = boxes.some(
      ({ left, right, top, bottom }) =>
        seen.left < right - slack &&
        seen.right > left + slack &&
        seen.top < bottom - slack &&
        seen.bottom > top + slack,
    )
    if (isCovered) found.push(`"${text.trim()}" is under a checkbox`)
    if (!fits) found.push(`"${text.trim()}" sticks out of its ${element.tagName.toLowerCase()}`)
  }
  return found
}
