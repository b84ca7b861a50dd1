/** Formats of dates by language and style: making one takes longer than all else that a letter draws. */
const formats = new Map<string, Intl.DateTimeFormat>()

/** The browser's format for dates in a language, made once. */
export function dateFormat(
  tags: readonly string[],
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${tags} ${Object.values(options)}`
  const format = formats.get(key) ?? new Intl.DateTimeFormat(tags, options)
  formats.set(key, format)
  return format
}

/** A calendar date as people of a language write it; what is no date stays away. */
export function dayIn(tags: readonly string[], date: string): string {
  const noon = new Date(`${date}T12:00`)
  return Number.isNaN(noon.getTime()) ? '' : dateFormat(tags, { dateStyle: 'medium' }).format(noon)
}
