import type { Story } from './story.ts'

/**
 * Leaves out acts for as long as the story still goes wrong.
 *
 * @param goesWrong plays a story
 */
export async function shrink(
  story: Story,
  goesWrong: (story: Story) => Promise<boolean>,
): Promise<Story> {
  let least = story
  for (let size = Math.ceil(least.acts.length / 2); size >= 1; size = size > 1 ? size >> 1 : 0) {
    for (let start = 0; start < least.acts.length; ) {
      const acts = least.acts.filter((_, index) => index < start || index >= start + size)
      const shorter = { ...least, acts }
      if (await goesWrong(shorter)) least = shorter
      else start += size
    }
  }
  return least
}
