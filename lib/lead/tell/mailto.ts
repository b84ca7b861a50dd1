/** An e-mail as it is begun in somebody's own mail program. */
export interface Mail {
  to: readonly string[]
  subject: string
  /** Its lines end with `\n`. */
  body: string
}

/**
 * The link that begins an e-mail (RFC 6068). Whatever a name or an address has in it stays text: it
 * can neither add a header nor another recipient, also where a mail program decodes the link first
 * and looks for commas then.
 */
export function mailto({ to, subject, body }: Mail): string {
  const line = subject.replace(/\s+/g, ' ').trim()
  const lines = body.replace(/\r\n?|\n/g, '\r\n')
  const addresses = to.filter(isPlain).map(encodeAddress).join(',')
  return `mailto:${addresses}?subject=${encode(line)}&body=${encode(lines)}`
}

/** Signs with which an address would be something else: several, a name beside it, or a comment. */
const isPlain = (address: string) =>
  /^[^\s@,;:<>()[\]\\"\p{C}]+@[^\s@,;:<>()[\]\\"\p{C}]+$/u.test(address)

/** The sign between its parts is the only one that may stand as it is. */
const encodeAddress = (address: string) => address.split('@').map(encode).join('@')

/** Half a sign of two, which a cut can leave, has no code of its own. */
const encode = (text: string) => encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'))
