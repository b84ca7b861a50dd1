import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/**
 * What axe finds wrong on a page, targets that are too small or too close among it.
 * @param only the one rule that can have changed since all of them were looked at
 */
export async function faultsOf(page: Page, only?: string): Promise<string[][]> {
  const axe = new AxeBuilder({ page }).setLegacyMode()
  if (only === undefined) axe.options({ rules: { 'target-size': { enabled: true } } })
  else axe.withRules(only)
  const { passes, inapplicable, violations } = await axe.analyze()
  const looked = [...passes, ...inapplicable, ...violations]
  expect(looked.map(({ id }) => id)).toContain(only ?? 'color-contrast')
  return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])
}
