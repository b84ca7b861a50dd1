/** A calendar date as people of a language write it; what is no date stays away. */
export function dayIn(tag: string, date: string): string {
  const noon = new Date(`${date}T12:00`)
  return Number.isNaN(noon.getTime())
    ? ''
    : new Intl.DateTimeFormat(tag, { dateStyle: 'medium' }).format(noon)
}
