const VCARD =
  'VERSION|N|FN|ORG|TITLE|ROLE|TEL|EMAIL|ADR|LABEL|URL|NOTE|REV|PRODID|BDAY|LANG|GENDER|UID|KEY|PHOTO|LOGO|NICKNAME|CATEGORIES|IMPP|TZ|GEO|SOURCE|KIND|CLASS|MAILER|SOUND|AGENT|RELATED|X-[A-Z-]+'
const CALENDAR =
  'UID|DTSTAMP|DTSTART|DTEND|DURATION|SUMMARY|ORGANIZER|ATTENDEE|DESCRIPTION|LOCATION|CONTACT|COMMENT|STATUS|SEQUENCE|PRODID|VERSION|METHOD|CREATED|LAST-MODIFIED|RRULE|CLASS|PRIORITY|TRANSP|URL|TZID|X-[A-Z-]+'
const PROPERTY = new RegExp(
  String.raw`[ \t](?=(?:[\w-]{1,20}\.)?(?:${VCARD}|${CALENDAR}|BEGIN|END)[;:])`,
  'gi',
)

/**
 * Puts the properties of a card or a calendar entry on lines of their own again, where the text came
 * without line breaks. Breaks take the place of spaces, so that offsets stay.
 */
export function onLines(text: string): string {
  return /\n/.test(text.trim()) ? text : text.replace(PROPERTY, '\n')
}
