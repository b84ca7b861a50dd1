import { folds } from './fold.ts'
import { hasOrgWord } from './orgWords.ts'
import { titleWeight } from './titleWords.ts'

const PARTICLE =
  /^(?:van|von|vom|de|der|den|het|af|av|di|da|do|dos|das|del|della|dello|dei|degli|delle|la|le|les|du|des|ter|ten|te|tot|zu|zum|zur|und|bin|ibn|ben|al|el|y|e|i|’t|'t|in|op|auf|aan|mac|st|lo|ap|ferch|bint|abu|uit)$/i
const HONORIFIC =
  /^(?:(?:dr|prof)\.(?:\s?\p{L}{2,6}\.){0,3}\s?h\.\s?c\.\s*|(?:herr|frau|fru|frk|er|hr|mr|mrs|ms|miss|mx|mme|mlle|drs?|prof|em|univ|priv|dipl|ing|ir|siv|cand|dott|dott\.?ssa|avv|arch|geom|rag|sr|sra|srta|dña|sig|sig\.?ra|mag|mgr|lic|tekn|fil|med|dent|vet|jur|oec|polit|merc|scient|kand|dkfm|rer|nat|pol|phil|philos|psych|habil|theol|rev|revd|sir|capt|lt|col|maj|gen|cdr|cmdr|sgt|hon|cllr|bc|mba|kfm|ppa|inh|prop)\.(?:\s?\((?:fh|tu|uni|univ)\.?\))?(?:-|\s*)|(?:dr|prof|mr|mrs|ms|miss|mx|herr|frau|fru|mme|mlle|(?:dr|dipl)\.?-\s?\p{L}{2,9}\.?(?:\s?\((?:fh|tu|uni|univ)\.?\))?|siv\.?\s?(?:ing|øk|ark)\.?|cand\.\s?\p{L}+\.?|i\.\s?[av]\.|ppa|sir|dame|(?:the )?(?:(?:very|most|rt|right) )?(?:hon|rev|reverend|revd)|canon|lady|lord|cllr|councillor|lt|col|major|gen|capt|captain|cdr|cmdr|sgt|(?-i:DI|DDr|Fr)|dkfm|hr|drs|mag|lic|don|doña|attn|att|kontaktperson|kontakt|contact|ansprechpartner(?:in)?|name|navn|namn|naam|nom|nombre|nome|nimi|eier|innehaver|inhaber(?:in)?|owner)(?::\s*|\s+)|\((?:retd?|rtd)\.?\)\s*|v\/\s*)/iu
const POSTNOMINAL =
  /(?:(?!,?\s(?-i:Bakk|Maa?|Ba|Pe|Bi|Arb|Mim)(?![\p{L}.]))(?:,?\s+\(?(?:ph\.?\s?d\.?|m\.?\s?b\.?\s?a\.?|e?mba|m\.?sc\.?|b\.?sc\.?|\(hons\)|hons|mph|b\.?a\.?|m\.?a\.?|b\.?eng\.?|m\.?eng\.?|ll\.?m\.?|ll\.?b\.?|m\.?d\.?|d\.?phil\.?|esq\.?|mnif|mnal|(?-i:[FM]RC(?:P|S|GP|VS|OG|A|R|Path|Psych|EM)|[FM]CI(?:OB|PD|PS|M|EH|Arb|AT|HT|WEM|BSE|L|PR)|[FM]Inst\w{1,4}|[FM]I(?:EMA|ET|MechE|StructE|ChemE|MarEST)|[FM]BCS|CITP|[FM]RTPI|[FM]CMI|CMgr|CPhys|CChem|CEnv|CSci|EngTech|MCSP|HCPC|QTS|PG(?:CE|Dip|Cert)|FRGS|FRS|FBA|GRI|CRS|CCIM|LEED AP|AIA|FAIA|ASLA|CFP|ChFC|CLU|DPhil|EdD|JD|PsyD|RDN|LCSW|LMFT|MFA|MSW|MNE|MNTL|MNKF|BVSc|BDS|MBBS|MBChB)|mnla|mni|mna|mntf|mnjf|mcips|fcips|mrics|frics|rics|acca|fcca|aca|fca|cpa|cfa|pmp|cipd|mcipd|fcipd|ceng|c\.?eng\.?|ieng|mice|fice|miet|fiet|mimeche|fimeche|riba|arb|frsa|obe|mbe|cbe|kc|qc|pe|p\.e\.|rn|dds|dvm|dipl\.?-?\w*\.?(?:\s?\(fh\))?|m\.a\.|b\.a\.|bcom|cisa|cissp|csm|shrm\S*|sphr|cpsm|mcim|fcim|prince2|dbe|kbe|gbe|cb|cmg|dl|bem|qpm|mvo|lvo|bds|retd|maa|mdd|msa|bch|btech|pgce|frcp|cqrs|mifa|miod|fiod|gphr|jp|rgn|mrcvs|mrpharms|mciob|mciarb|mpt|pmi-acp|cima|acma|cgma|mmf|mrif|bi|nkf|sisp|rdi|tekn\.?\s?dr|siv\.?\s?(?:ing|øk|ark|ek)\.?|sivilingeniør|sivil(?:økonom|arkitekt)|cand\.?\s?\w+\.?(?:\w{2,9}\.)?|fil\.?\s?(?:dr|mag|kand)|dr\.?\s?(?:ing|philos|scient|med)\.?|msc|bsc|hd|hdr|mim|mag\.?(?:\s?\(fh\))?|bakk\.?|stb|dipl\.?ing\.?|ing\.|dmd|bsn|msn|aprn|dnp|lpn)\)?))+$/iu
/** Whether a text is a degree or a membership and nothing else. */
export const isDegree = (text: string) => POSTNOMINAL.exec(` ${text}`)?.[0].trim() === text.trim()

/** The letters of a union between a profession and the name: *Arkitekt MNAL Kari Nordmann*. */
const MEMBERSHIP = /^M[A-Z]{2,4} (?=\p{Lu}\p{Ll})/u

const PRONOUN_WORD =
  'she|her|hers|he|him|his|they|them|theirs|hun|henne|hennes|hende|han|ham|hans|de|dem|hen|hon|honom|hän|sie|ihr|er|ihm|ihn|elle|il|iel|ella|él|elle|lei|lui|zij|hij|haar|hem|ho|any|ze|xe|zir|denne|deres|dei'
const PRONOUNS = new RegExp(
  String.raw`\s*[([{]?\s*(?<![\p{L}])(?:${PRONOUN_WORD})(?:\s?[/|]\s?(?:${PRONOUN_WORD}))+(?![\p{L}])\s*[)\]}]?`,
  'giu',
)
const ONE_PRONOUN = new RegExp(String.raw`\s*[(\[](?:${PRONOUN_WORD})[)\]]`, 'giu')
const SUFFIX = /^(?:jr|sr|junior|ii|iii|iv)\.?$/i
/** A given name that is cut short, before more of the name: *Ola Chr. Nordmann*, *Wm. Sample*. */
const CUT_SHORT =
  /^(?!(?:Tlf|Tel|Mob|Avd|Adm|Dir|Dipl|Dept|Str|Prof|Siv|Cand)\.)\p{Lu}\p{Ll}{1,4}\.$/u
const CUT_FIRST = /^(?:Chr|Joh|Jos|Wm|Geo|Chas|Edv|Wilh)\.$/
/** An initial, or several in one word: `K.`, `H.C.`, `J-P`. */
const INITIAL = /^(?:\p{Lu}\p{Ll}?\.-?){1,4}$|^\p{Lu}$/u
const WORD = /^(?:d[’']|l[’']|o[’']|de-|al-|el-)?\p{Lu}[\p{L}]*(?:[’'-]\p{L}+){0,3}$/iu
const ADDRESS_WORD =
  /(?:gate|gata|gaten|gade|vei|veien|veg|vegen|vej|vägen|gatan|straße|strasse|str\.|straat|laan|weg|platz|allee|katu|tie|road|street|avenue|lane|drive|boulevard|brygge|plass|torg|plads|plan|kaj|kai)$/i
const NOT_NAMES =
  /^(?:week|weeks|day|days|expo|summit|conference|konferanse|konferansen|konferens|konference|konferenz|messe|messen|mässan|fair|forum|festival|kongress|kongressen|seminar|webinar|meetup|convention|congress|awards|bestill|beställ|bestil|book|time|vakt|jour|kontaktlærer|uke|vecka|uge|middag|allergi|emne|subject|betreff|ämne|med|mvh|vennlig|venleg|venlig|hilsen|helsing|hälsning|hälsningar|regards|kind|best|wishes|greetings|vänliga|grüße|grüßen|gruß|cordialement|saludos|saluti|groet|groeten|terveisin|ystävällisin|telefon|mobil|mobile|phone|tel|e-post|email|e-mail|mail|web|fax|adresse|address|postboks|box|norge|norway|norwegen|sverige|sweden|danmark|denmark|finland|suomi|deutschland|germany|france|españa|italia|nederland|oslo|bergen|trondheim|stavanger|stockholm|göteborg|københavn|copenhagen|berlin|london|paris|madrid|hello|hei|hi|hej|kjære|dear|takk|thanks|thank|tack|danke|merci|gracias|grazie|and|og|och|und|et|ja|the|a|an|for|with|your|our|we|sal|stand|hall|bod|monter|room|page|foredragsholder|speaker|deltaker|deltager|delegate|visitor|exhibitor|utstiller|besøkende|aussteller|intervenant|ponente|relatore|spreker|puhuja|participant|keynote|guest|gjest|member|medlem|press|crew|vip|staff|kundeservice|kundenservice|support|sentralbord|resepsjon|sekretariat|linkedin|facebook|instagram|twitter|group|gruppen|holding|university|universitet|kommune|kommun|fylkeskommune|institutt|department|avdeling|follow|følg|sent|sendt|confidential|contact|kontakt|us|meny|menu|min|main|new|ny|vår|mobiltelefon|direkte|direct|website|webside|linkedin:|card|kort|visittkort|information|info|ansatte|medarbeidere|medarbejdere|medarbetare|mitarbeiter|employees|styret)$/i
/** Whether a word is none of a name's, such as a greeting or a label. */
export const isNoName = (word: string) => NOT_NAMES.test(word)

export const isParticle = (word: string) => PARTICLE.test(word)

export const isAddressWord = (word: string) => ADDRESS_WORD.test(word)

export interface NameLike {
  /** In plain words, as it goes on the card. */
  readonly name: string
  /** A profession that stood before it. */
  readonly profession?: string
}

const PROFESSION =
  /^(?:advokat(?:fullmektig)?|rechtsanw[aä]lt(?:in)?|steuerberater(?:in)?|avvocato|avocate?|abogad[oa]|ma[iî]tre|lawyer|architekt(?:in)?|arkitekt|architecte|arquitect[oa]|architetto|tannlege|tandlæge|tandläkare|lege|læge|psykolog|fysioterapeut|rørlegger(?:mester)?|byggmester|malermester|elektriker|notar(?:in)?|notaire|advocaat|notaris|asianajaja|konsulent|eiendomsmegler|ingénieur|ingeniero|ingegnere|statsautorisert revisor|veterinær|gårdbruker|ordfører|statsråd|pfarrer|sokneprest|rektor|professor|førsteamanuensis|senator|fotograf|kunstner|forfatter|journalist)\.?\s+(?=(?-i:\p{Lu}))/iu

function withoutHonorifics(text: string): string {
  let name = text
  for (let round = 0; round < 6; round++) {
    const next = name.replace(HONORIFIC, '')
    if (next === name || !/\p{L}{2}/u.test(next)) break
    name = next.trimStart()
  }
  return name
}

/** The name of a job right before two words that aren't one: *Daglig leder Kari Nordmann*. */
function anyProfession(text: string): string | undefined {
  if (text.length > 80) return undefined
  const words = [...text.matchAll(/\S+/g)]
  const weights = words
    .slice(0, 4)
    .map(
      ([word]) => titleWeight(word) || (/^(?:&|og|and|och|und|[A-ZÆØÅ]{2,4})$/.test(word) ? 1 : 0),
    )
  const job = weights.lastIndexOf(2)
  if (job === -1 || weights.slice(0, job).some(weight => weight === 0)) return undefined
  // "Advokat (H)" has the right to plead before the supreme court.
  let next = /^\([A-ZÆØÅ]\)$/.test(words[job + 1]?.[0] ?? '') ? job + 2 : job + 1
  // "Professor emerita".
  while (/^\p{Ll}/u.test(words[next]?.[0] ?? '') && titleWeight(words[next]?.[0] ?? '') === 1)
    next++
  const rest = withoutHonorifics(text.slice(words[next]?.index ?? text.length))
  const isName = /^\p{Lu}[\p{L}.'’-]*(?:\s(?:\p{Ll}{2,3}\s)?\p{Lu}[\p{L}.'’-]*)+$/u.test(rest)
  return isName && !hasOrgWord(rest) ? text.slice(0, words[next]?.index) : undefined
}

/** A text without honorifics, degrees and pronouns; the profession before a name told apart. */
export function stripTitles(text: string): NameLike {
  let name = withoutHonorifics(text.replace(PRONOUNS, '').replace(ONE_PRONOUN, '').trim())
  const profession = PROFESSION.exec(name)?.[0] ?? anyProfession(name)
  if (profession !== undefined)
    name = withoutHonorifics(name.slice(profession.length).replace(MEMBERSHIP, ''))
  // "Kari Nordmann (PhD)" and "Kari Nordmann, MNIF".
  name = name
    .replace(POSTNOMINAL, '')
    .replace(/\s*\((?!.*\()[^()]{1,30}\)$/u, '')
    .trim()
    .replace(/[,;:]+$/, '')
  return profession === undefined ? { name } : { name, profession: profession.trim() }
}

/**
 * Reads a text as a person's name.
 * @returns it in the order and letters of a card, or `undefined` where it can't be one
 */
export function readName(text: string): NameLike | undefined {
  if (text.length > 80 || /[\d@/\\_=#%&!?;]/.test(stripTitles(text).name)) return undefined
  const { name: bare, profession } = stripTitles(text)
  const comma = /^([^,]+),\s*([^,]+)$/.exec(bare)
  const isSuffix = comma !== null && SUFFIX.test(comma[2] ?? '')
  const ordered =
    comma === null ? bare : isSuffix ? `${comma[1]} ${comma[2]}` : `${comma[2]} ${comma[1]}`
  const words = ordered
    .replace(/["“”„«»]/g, '')
    .split(/\s+/)
    .filter(Boolean)
  if (words.length === 0 || words.length > 7) return undefined
  const full = words.filter((word, at) => !isSmall(word, at, words))
  const isName = words.every(
    (word, at) =>
      isSmall(word, at, words) ||
      (WORD.test(word) && /^(?:\p{Lu}|[dloDLO][’']\p{Lu}|(?:de|al|el)-\p{Lu})/u.test(word)),
  )
  if (!isName || full.length === 0 || full.length > 5) return undefined
  if (words.some((word, at) => NOT_NAMES.test(word) && !isSurname(word, at, words)))
    return undefined
  if (/^(?:van|von|af|av|de|du|des|der|den|di|da|del|della|la|le|zu)$/i.test(words.at(-1) ?? ''))
    return undefined
  const name = inTitleCase(words)
  return profession === undefined ? { name } : { name, profession }
}

const isSmall = (word: string, at: number, words: readonly string[]) =>
  (PARTICLE.test(word) &&
    (at > 0 || words.length > 2) &&
    (word === word.toLowerCase() || isShouted(words))) ||
  INITIAL.test(word) ||
  (at < words.length - 1 && (at > 0 ? CUT_SHORT : CUT_FIRST).test(word)) ||
  (at > 0 && SUFFIX.test(word))

/** *Kari Hall*, and not *City Hall*: what surnames are, too. */
const isSurname = (word: string, at: number, words: readonly string[]) =>
  at > 0 &&
  at === words.length - 1 &&
  /^(?:hall|page|day|weeks)$/i.test(word) &&
  /^(?!(?:town|city|concert|home|landing|open|the)$)\p{L}{2}/iu.test(words[at - 1] ?? '')

const isShouted = (words: readonly string[]) =>
  words.join('').length > 3 && words.every(word => word === word.toUpperCase())

/** KARI NORDMANN and "NORDMANN Kari" alike become what is written on a card. */
function inTitleCase(words: readonly string[]): string {
  const long = words.filter(word => word.replace(/[^\p{L}]/gu, '').length > 2 && !SUFFIX.test(word))
  const shouted = long.filter(word => word === word.toUpperCase())
  if (shouted.length === 0) return words.join(' ')
  const isAll = shouted.length === long.length
  return words
    .map((word, at) => {
      if (SUFFIX.test(word) || INITIAL.test(word))
        return word.replace(/^(JR|SR)/, found => `${found[0]}${found[1]?.toLowerCase()}`)
      if (isAll && at > 0 && PARTICLE.test(word) && word.length < 5) return word.toLowerCase()
      if (word !== word.toUpperCase() || (!isAll && word.length < 3 && !PARTICLE.test(word)))
        return word
      return word
        .toLowerCase()
        .replace(/(?:^|[-’'])\p{L}/gu, letter => letter.toUpperCase())
        .replace(/^(Mc)(\p{L})/u, (_, mc: string, letter: string) => mc + letter.toUpperCase())
    })
    .join(' ')
}

/** How much of a name an e-mail address's first half holds: 0 nothing, 1 one name, 2 both or more. */
export function matchesLocal(name: string, local: string): number {
  const parts = local
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  const all = parts.join('')
  const words = name
    .split(/[\s-]+/)
    .map(word => folds(word).filter(one => one !== ''))
    .filter(word => word.length > 0)
  const inLocal = folds(all)
  const held = words.filter(ways =>
    ways.some(way =>
      way.length > 2 ? inLocal.some(one => one.includes(way)) : parts.includes(way),
    ),
  )
  if (held.length > 1) return 2
  const initials = words.map(ways => ways[0]?.[0] ?? '').join('')
  const first = initials[0] ?? ''
  const last = words.at(-1) ?? []
  const isShort =
    last.some(way => all === first + way || all === way + first) ||
    (initials.length > 1 && all === initials)
  const letters = inLocal.some(
    one => words.length > 1 && one.length <= 6 && one.length >= 3 && isMadeOf(one, words),
  )
  if (
    isShort ||
    (held.length > 0 &&
      words.length > 1 &&
      last.some(way => all.endsWith(way) || all.startsWith(way)) &&
      all[0] === first)
  )
    return 2
  return held.length > 0 ? 1 : letters ? 1 : 0
}

/** Whether an abbreviation takes its letters from the starts of the words, in order: `karnor`. */
function isMadeOf(short: string, words: readonly string[][]): boolean {
  let at = 0
  for (const [word = ''] of words) {
    let taken = 0
    while (at < short.length && word[taken] === short[at]) {
      taken++
      at++
    }
    if (taken === 0) return false
  }
  return at === short.length
}

/** Whether a name has a word that is a job's: a company's slogan and a title have capitals, too. */
export const jobWords = (name: string) =>
  name.split(/\s+/).filter(word => titleWeight(word) === 2).length
