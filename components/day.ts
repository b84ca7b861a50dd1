/** Formats of dates by language and style: making one takes longer than all else that a letter draws. */
const formats = new Map<string, Intl.DateTimeFormat>()

/**
 * A calendar date as people of a language write it; what is no date stays away.
 *
 * @param date `YYYY-MM-DD`
 */
export function dayIn(
  tags: readonly string[],
  date: string,
  style: Intl.DateTimeFormatOptions = { dateStyle: 'medium' },
): string {
  const noon = new Date(`${date}T12:00Z`)
  const key = `${tags}${Object.keys(style)}`
  // Not in the time zone of here, which a format that is kept would stay in wherever one travels.
  const format = formats.get(key) ?? new Intl.DateTimeFormat(tags, { ...style, timeZone: 'UTC' })
  formats.set(key, format)
  return noon.getTime() ? format.format(noon) : ''
}
