import type { Page } from '@playwright/test'

/** The days that quick dates name, as `Intl` has them. */
const DAYS = /^(?:Monday|Friday)$/g

/** What people and CRMs wrote in the tests, and what a browser makes of a date, a key or a country. */
const OWN = [
  DAYS,
  /\b(?:Sample|Example)(?:,? (?:\p{Lu}\p{L}*|og|&|\d+))*/gu,
  /\bsample\.person@\S*/g,
  /No such branch/g,
  /https?:\/\/\S+/g,
  /\b\d{1,2} \p{Lu}\p{Ll}+ \d{4}(?: at)?/gu,
  /\bCtrl\+Enter\b/g,
  /^L$/g,
  /Wants the offer in two parts, the first of them before Friday\./g,
  /A visit on the building site, with the architect\./g,
  /\bUnited States\b/g,
]

/**
 * The words on a page of the pseudo build that no catalog had: there each letter has an accent, but
 * in what somebody wrote. Languages are called what they call themselves, and countries as the
 * browser calls them.
 */
export async function hardCoded(page: Page): Promise<string[]> {
  const said = await page.evaluate(wordsOn)
  const ours = said.map(text => OWN.reduce((rest, own) => rest.replace(own, ''), text).trim())
  return ours.filter(text => /[A-Za-z]/.test(text))
}

/** Runs in the page: what is seen, and what only a screen reader says. */
function wordsOn(): string[] {
  const found: string[] = []
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const { parentElement: element } = node
    const isCountry = /^[A-Z]{2}$/.test(element?.getAttribute('value') ?? '')
    if (!isCountry && element?.closest('[lang]') === document.documentElement)
      found.push(node.textContent ?? '')
  }
  const labels = [
    'aria-label',
    'aria-description',
    'aria-roledescription',
    'title',
    'alt',
    'placeholder',
  ]
  for (const label of labels)
    for (const element of document.querySelectorAll(`[${label}]`))
      found.push(element.getAttribute(label) ?? '')
  return found
}
