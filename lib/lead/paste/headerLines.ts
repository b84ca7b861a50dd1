const LABEL =
  /(?<=^|\s)(?:from|fra|frå|från|von|sent|sendt|skickat|gesendet|date|dato|datum|to|til|till|an|cc|kopi|kopia|subject|emne|ämne|betreff)\s?:\s/giu
const SENDER = /(?<=^|\s)(?:from|fra|frå|från|von)\s?:\s/iu
/** How a letter begins below its header, */
const OPENING = /(?<=\s)(?:hei|hej|heisann|hejsan|hi|hello|hallo|dear|kjære|kære)(?=[\s,!])/giu

/**
 * Gives the header of a mail its lines again, where all line breaks were lost: who wrote is told
 * from who was written to by those. Breaks take the place of spaces, so that offsets stay.
 */
export function headerLines(text: string): string {
  if (/\S\s*\n\s*\S/.test(text.trim())) return text
  const labels = SENDER.test(text) ? [...text.matchAll(LABEL)].map(({ index }) => index) : []
  if (labels.length < 2) return text
  const letters = text.split('')
  const opening = [...text.matchAll(OPENING)].map(({ index }) => index)
  for (const at of [...labels, ...opening]) if (letters[at - 1] === ' ') letters[at - 1] = '\n'
  return letters.join('')
}

/** Whether a text begins with whom a mail is from: it is no sentence then, however many follow. */
export const beginsAsMail = (text: string) => /^\s*(?:from|fra|frå|från|von)\s?:\s/iu.test(text)
