import { blank } from './found.ts'
import type { Span } from './plain.ts'

const FROM = 'from|fra|frå|från|von|de|da|van|lähettäjä|od|afsender|avsender|avsändare'
const OTHERS =
  'sent|sendt|skickat|gesendet|envoyé|enviado(?: el)?|inviato|verzonden|lähetetty|date|dato|datum|fecha|data|päivämäärä|to|til|till|an|à|para|aan|vastaanottaja|destinataire|a|cc|kopi|kopia|subject|emne|ämne|betreff|objet|asunto|oggetto|onderwerp|aihe'
const HEADER = new RegExp(
  String.raw`^[ \t>*_]{0,6}(?:${FROM})\s?:[*_]{0,2}[ \t]?[^\n]{0,300}`,
  'gimu',
)
const NEXT_HEADER = new RegExp(String.raw`^\s{0,3}\n?[ \t>*_]{0,6}(?:${OTHERS})\s?:`, 'iu')
/** The same in a text whose line breaks were lost. */
const FLAT_HEADER = new RegExp(
  String.raw`(?<=[^\p{L}])(?:${FROM})\s?:\s[^\n]{2,120}?\s(?:sent|sendt|skickat|gesendet|envoyé|enviado|inviato|verzonden|lähetetty|date|dato|datum|fecha)\s?:\s`,
  'iu',
)
const DASHED =
  /(?<!-)-{2,40}\s?(?:original message|opp?rinnelig melding|oprindelig meddelelse|opphavleg melding|ursprungligt meddelande|originalmeddelande|ursprüngliche nachricht|message d['’]origine|message original|mensaje original|messaggio originale|oorspronkelijk bericht|alkuperäinen viesti|forwarded message|videresendt (?:melding|meddelelse|besked)|weitergeleitete nachricht|vidarebefordrat meddelande|message transféré|doorgestuurd bericht|mensaje reenviado|messaggio inoltrato|reply above)[^\n-]{0,30}-{0,40}/iu
const BEGIN =
  /^[ \t]*(?:begin forwarded message|start (?:på|des)|anfang der weitergeleiteten)[^\n]{0,60}:/imu
const WROTE =
  /(?:wrote|skrev|skreiv|schrieb|a écrit|escribió|ha scritto|scrisse|schreef|kirjoitti)(?=[^\p{L}])[^\n:]{0,160}:/giu
const ATTRIBUTION =
  /(?:^|[\n.!?>]\s{0,4}|\s)(?:on|den|am|le|el|il(?: giorno)?|op|\p{L}{2,3}\.?\s\d{1,2}\.|\d{4}-\d\d-\d\d|\d{1,2}\.?\s?\p{L}{3,})\s[^\n]{0,200}$/iu

/** Where what somebody else wrote begins and ends. */
function quotedSpans(text: string): Span[] {
  const spans: Span[] = []
  const cut = (start: number) => spans.push({ start, end: text.length })
  spans.push(...angledSpans(text))
  const marks = [DASHED.exec(text), BEGIN.exec(text)]
  let begin = text.search(/\S/)
  for (const mark of marks) {
    if (mark === null) continue
    if (mark.index > begin) cut(mark.index)
    else {
      // What was passed on is all there is: its sender is the one.
      const end = mark.index + mark[0].length
      spans.push({ start: mark.index, end })
      begin = end + Math.max(0, text.slice(end).search(/\S/))
    }
  }
  // *To* may stand above *From*.
  const above = restOfHeader(`\n${text.slice(begin)}`, 0)
  const head = begin + (above.at(-1)?.end ?? 0)
  const lost = FLAT_HEADER.exec(text)
  if (lost !== null && lost.index > head) cut(lost.index)
  const flat = FLAT_REST.exec(text)
  if (flat) {
    const end = flat.index + flat[0].length
    spans.push({ start: end - (flat[1]?.length ?? 0), end })
  }
  for (const match of text.matchAll(HEADER)) {
    const end = match.index + match[0].length
    if (match.index <= head) {
      spans.push(...above.map(one => ({ start: begin + one.start, end: begin + one.end - 1 })))
      spans.push(...restOfHeader(text, end))
    } else if (NEXT_HEADER.test(text.slice(end, end + 80))) {
      cut(match.index)
      break
    }
  }
  for (const match of text.matchAll(WROTE)) {
    const end = match.index + match[0].length
    const lineStart = text.lastIndexOf('\n', match.index) + 1
    const before = text.slice(Math.max(0, match.index - 220, lineStart), match.index)
    const intro = ATTRIBUTION.exec(before)
    const isFlat = match.index - lineStart > 160
    const start = intro
      ? match.index - before.length + intro.index
      : isFlat
        ? match.index
        : lineStart
    const after = text.slice(end, end + 40)
    if (/^\s*\n[ \t]{0,3}>/.test(after)) spans.push({ start, end })
    else if (/^\s*(?:\n|>|$)/.test(after) || intro) {
      cut(start)
      break
    }
  }
  return spans
}

/** The same where line breaks were lost: from when it was sent to what it was about. */
const FLAT_REST = new RegExp(
  String.raw`^\s*(?:${FROM})\s?:\s[^\n]{2,120}?(\s(?:${OTHERS})\s?:\s[^\n]{2,300}?)(?=\s(?:subject|emne|ämne|betreff|objet|asunto)\s?:)`,
  'iu',
)

/** The lines of a header below the sender's own: to whom it went, when, and what about. */
function restOfHeader(text: string, from: number): Span[] {
  const spans: Span[] = []
  for (const line of text.slice(from).matchAll(/\n([^\n]*)/g)) {
    if (!NEXT_HEADER.test(line[1] ?? '')) break
    spans.push({ start: from + line.index, end: from + line.index + line[0].length })
  }
  return spans
}

const BULLET = /^\s*>\s{0,3}(?:[^\s@]{1,64}@\S+|\+?\d[\d ()-]{5,30}|(?:https?:|www\.)\S+)\s*$/i

/** The lines that somebody quoted. On a card, an angle right beneath the name and before an address is a bullet. */
function angledSpans(text: string): Span[] {
  const spans: Span[] = []
  let last = -1
  let wasBullet = false
  for (const { 0: line, index } of text.matchAll(/^[ \t]{0,3}>[^\n]*/gm)) {
    const above = text.slice(text.lastIndexOf('\n', index - 2) + 1, Math.max(0, index - 1)).trim()
    const isBelow: boolean = index === last + 1 ? wasBullet : /[^\s:.?!,]$/.test(above)
    wasBullet = isBelow && BULLET.test(line)
    last = index + line.length
    if (!wasBullet) spans.push({ start: index, end: last })
  }
  return spans
}

/** The text of the sender alone. Where nothing else is there, what was quoted is what is meant. */
export function withoutQuoted(text: string): string {
  const own = blank(text, quotedSpans(text))
  if (/\p{L}{2}/u.test(own)) return own
  return text
    .replace(/^[ \t]*>[> \t]*/gm, marks => ' '.repeat(marks.length))
    .replace(DASHED, marks => ' '.repeat(marks.length))
}
