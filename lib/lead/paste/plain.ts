/** A stretch of text, by its offsets: from `start` up to and without `end`. */
export interface Span {
  readonly start: number
  readonly end: number
}

export interface Plain {
  /** The text in plain letters: nothing invisible, nothing styled, no markup. */
  readonly text: string
  /** Where a stretch of it stands in the text that was pasted. */
  readonly from: (span: Span) => Span
  /** The same without what a pattern finds. */
  without(pattern: RegExp): Plain
}

const CLUSTER = /\p{M}+|\P{M}\p{M}*/gu
/** Letters and digits in fancy dress: mathematical, full width, circled, squared, ligatures. */
const STYLED = /[\u{1d400}-\u{1d7ff}\uff01-\uff5e\u{1f130}-\u{1f149}ⓐ-ⓩⒶ-Ⓩﬀ-ﬆℂℊ-ℓℕℙ-ℝℤℬℰℱℳ]/u
const INVISIBLE = /^[\p{Cf}\p{M}\u115f\u1160\u3164\u{e0000}-\u{e0fff}]+$/u
const SMALL_CAPS = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ'
const CAPS = 'ABCDEFGHIJKLMNOPRSTUVWYZ'
const TAG = /<\/?([a-z][a-z0-9]{0,15})(?:[\s/][^<>]{0,2000})?>/iy
/** What sets a terminal's colours, */
const ANSI = /\[[\d;]{0,12}[A-Za-z]/y
const COMMENT = '<!--'
/** A letter by its name or number, as HTML has them, or JSON: `&amp;`, `&#38;`, `\\u0026`. */
const ENTITY = /&(?:([a-z]{2,8})|#(\d{1,6})|#x([\da-f]{1,5}));|\\u([\da-f]{4})/iy
const ENTITIES: Record<string, string> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '' },
  ...{ aelig: 'æ', AElig: 'Æ', oslash: 'ø', Oslash: 'Ø', szlig: 'ß', eth: 'ð', thorn: 'þ' },
  ...{ ndash: '–', mdash: '—', middot: '·', bull: '•', hellip: '…', rsquo: '’', lsquo: '‘' },
  ...{ commat: '@', period: '.', plus: '+', colon: ':', sol: '/', lpar: '(', rpar: ')' },
}
/** The accents that HTML names behind a letter: `&aring;`, `&Ouml;`. */
const ACCENTS: Record<string, string> = {
  ...{ acute: '\u0301', grave: '\u0300', circ: '\u0302', uml: '\u0308', tilde: '\u0303' },
  ...{ ring: '\u030a', cedil: '\u0327', caron: '\u030c' },
}
const BLOCK = /^(?:br|p|div|tr|li|ul|ol|table|h\d|hr)$/i
/** Letters of other scripts that pass for Latin ones. */
const TWINS: Record<string, string> = Object.fromEntries(
  [...'аеорсухіјѕАВЕКМНОРСТХІЈαονρ'].map((twin, at) => [twin, 'aeopcyxijsABEKMHOPCTXIJaovp'[at]]),
) as Record<string, string>

/** What one visible letter with its accents reads as; an empty text where there is nothing to see. */
function reading(cluster: string): string {
  if (cluster === '\n' || cluster === '\t') return cluster
  if (/^[\v\f\u0085\u2028\u2029]/.test(cluster)) return '\n'
  if (INVISIBLE.test(cluster) || /^\p{Cc}/u.test(cluster)) return ''
  if (/^\p{Zs}/u.test(cluster)) return ' '
  if (/^[‐‑−]/.test(cluster)) return '-'
  const small = SMALL_CAPS.indexOf(cluster)
  if (small !== -1) return CAPS[small] ?? cluster
  const shown = cluster.replace(/[\ufe00-\ufe0f\u20dd-\u20e4]/gu, '')
  return shown.normalize(STYLED.test(shown) ? 'NFKC' : 'NFC')
}

/** The letter that HTML names at an offset, and how long its name is. */
function entityAt(text: string, offset: number): { letter: string; length: number } | undefined {
  ENTITY.lastIndex = offset
  const [whole = '', name, decimal, hex, escaped] = ENTITY.exec(text) ?? []
  const length = whole.length
  if (length === 0) return undefined
  if (name !== undefined) {
    const accent = ACCENTS[name.slice(1)]
    const letter = accent
      ? name.slice(0, 1) + accent
      : (ENTITIES[name] ?? ENTITIES[name.toLowerCase()])
    return letter === undefined ? undefined : { letter, length }
  }
  const code = decimal ? Number(decimal) : Number.parseInt(hex ?? escaped ?? '', 16)
  return { letter: code <= 0x10ffff ? String.fromCodePoint(code) : '', length }
}

/** Elements within a line of HTML; all that is neither is somebody's own: *<name>Kari Nordmann</name>*. */
const INLINE =
  /^(?:a|abbr|acronym|b|bdi|bdo|big|body|center|cite|code|del|dfn|em|font|head|html|i|img|ins|kbd|label|mark|meta|nobr|o|q|s|samp|script|small|span|strike|strong|style|sub|sup|svg|td|th|title|tt|u|var|wbr)$/i
/** How far the end of such an element is looked for. */
const NEAR = 400

/** Where the element that a tag opens ends, if nothing of it is for reading; else the tag's own end. */
function endOfElement(text: string, name: string, end: number): number {
  if (!/^(?:script|style)$/i.test(name)) return end
  const close = text.indexOf(`</${name}>`, end)
  return close === -1 ? text.length : close + name.length + 3
}

/**
 * Makes plain text of what was pasted, so that hostile or decorated text is read for what it says:
 * markup is left out, styled letters become letters, and what can't be seen is gone.
 */
export function toPlain(pasted: string): Plain {
  let text = ''
  const at: number[] = []
  const add = (letters: string, offset: number) => {
    for (let i = 0; i < letters.length; i++) at.push(offset)
    text += letters
  }
  let skipTo = 0
  const own = new Set<string>()
  const isOwn = (name: string, index: number) => {
    if (name.length < 3 || INLINE.test(name)) return false
    if (pasted.slice(index, index + NEAR).includes(`</${name}>`)) own.add(name)
    return own.has(name)
  }
  for (const { 0: cluster, index } of pasted.matchAll(CLUSTER)) {
    if (index < skipTo) continue
    if (cluster === '<') {
      if (pasted.startsWith(COMMENT, index)) {
        const close = pasted.indexOf('-->', index)
        skipTo = close === -1 ? pasted.length : close + 3
        continue
      }
      TAG.lastIndex = index
      const tag = TAG.exec(pasted)
      if (tag) {
        skipTo = endOfElement(pasted, tag[1] ?? '', TAG.lastIndex)
        add(
          BLOCK.test(tag[1] ?? '') || isOwn(tag[1] ?? '', index)
            ? '\n'
            : /^t[dh]$/i.test(tag[1] ?? '')
              ? '\t'
              : '',
          index,
        )
        continue
      }
    } else if (cluster === '&' || cluster === '\\') {
      const entity = entityAt(pasted, index)
      if (entity) {
        skipTo = index + entity.length
        add(reading(entity.letter), index)
        continue
      }
    } else if (cluster === '\u001b') {
      ANSI.lastIndex = index + 1
      skipTo = index + 1 + (ANSI.exec(pasted)?.[0].length ?? 0)
      continue
    } else if (cluster === '\r') {
      if (pasted[index + 1] !== '\n') add('\n', index)
      continue
    }
    add(reading(cluster), index)
  }
  at.push(pasted.length)
  return plainOf(untwin(text), at, pasted)
}

/** @param at where each code unit of the text begins in what was pasted, and where that ends */
function plainOf(text: string, at: readonly number[], pasted: string): Plain {
  return {
    text,
    from({ start, end }) {
      const last = at[end - 1]
      return {
        start: at[start] ?? pasted.length,
        // Up to the end of its last letter: what can't be seen between two is nobody's.
        end: last === undefined ? 0 : last + lengthAt(pasted, last),
      }
    },
    without(pattern) {
      const kept: number[] = []
      let rest = ''
      let from = 0
      for (const { 0: found, index } of [
        ...text.matchAll(pattern),
        { 0: '', index: text.length },
      ]) {
        rest += text.slice(from, index)
        kept.push(...at.slice(from, index))
        from = index + found.length
      }
      return plainOf(rest, [...kept, pasted.length], pasted)
    },
  }
}

/** How many code units the letter at an offset takes, with its accents or as an entity. */
function lengthAt(text: string, offset: number): number {
  const letter = /^(?:\p{M}+|\P{M}\p{M}*)/u.exec(text.slice(offset, offset + 64))
  return entityAt(text, offset)?.length ?? letter?.[0].length ?? 0
}

/** In a word with Latin letters, letters of other scripts that look like Latin ones become those. */
function untwin(text: string): string {
  if (!/[\u0370-\u045f]/.test(text)) return text
  return text.replace(/[\p{L}\p{M}'’-]+/gu, word =>
    /\p{Script=Latin}/u.test(word)
      ? [...word].map(letter => TWINS[letter] ?? letter).join('')
      : word,
  )
}
