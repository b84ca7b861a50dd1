import { blank } from './found.ts'
import type { Span } from './plain.ts'

/** Sentences that lawyers have put under letters. */
const DISCLAIMER =
  /(?:confidential|konfidensiel|konfidentiel|fortrolig|fortrulig|konfidential|förtrolig|vertraulich|confidentiel|confidencial|riservat[aeio]|vertrouwelijk|luottamuksel|intended (?:only|solely|recipient|for)|if you (?:are not|have received)|please notify|adressat|(?:rett|rette|riktig|tiltenkt|tiltænkte) (?:mottaker|mottakar|modtager)|mottatt denne|modtaget denne|fått det av misstag|fått detta|fel mottagare|nicht der richtige|irrtümlich|destinataire de ce|par erreur|destinatario|por error|per errore|abusievelijk|ten onrechte|geadresseerde|erehdyksessä|privileged|all liability|ansvar for eventuelle|personuppgifter|personopplysninger|personoplysninger|personenbezogene|personal data|données personnelles|datos personales|dati personali|persoonsgegevens|henkilötietoj|privacy (?:policy|notice|statement)|gdpr|virus|calls may be recorded|authori[sz]ed and regulated|this (?:e-?mail|message) (?:and|is|was|may|contains)|diese e-?mail|denne e-?post(?:en)?|denne e-?mail|dette meddelande|detta (?:meddelande|mejl|e-post)|ce (?:message|courriel|mail)|este (?:mensaje|correo)|questo messaggio|dit bericht|deze e-?mail|tämä (?:viesti|sähköposti)|external (?:e-?mail|sender)|originated from outside|ekstern avsender)/iu
const GREEN =
  /(?:consider the environment|think before (?:you )?print|before printing|tenk (?:på )?miljø|tænk på miljøet|tänk på miljön|må du skrive ut|ikke skriv ut|denken sie an die umwelt|papier sparen|schont die umwelt|n['’]imprimez|pensez à l['’]environnement|medio ambiente|pensa all['’]ambiente|denk aan het milieu|ajattele ympäristöä|save paper|spar papir)/iu
const DEVICE =
  /^(?:sendt fra|sendt med|sent from|sent with|sent via|get outlook|last ned outlook|skickat från|von mein\w+ \S+ gesendet|gesendet (?:von|mit)|envoyé (?:de|depuis)|enviado (?:desde|do)|inviato da|verzonden (?:vanaf|met)|lähetetty)(?=\P{L})/iu
const PROMOTION =
  /^(?:(?:[*>=~!#]\s?){3,}\p{L}.*|.*[*<!]{3,}|(?:book|buchen|boka|bestill|réservez|reserva|prenota|varaa|boek|plan|schedule)\s(?:et|ein|einen|en|a|un|una|ett|my|me|med|tid|møte|time|meeting|rendez|termin|een)(?=\P{L}).*|(?:følg|følge|följ|follow|folgen|suivez|síguenos|seguici|volg|seuraa|finn oss|find us|join us|bli med|meld deg|tilmeld|anmäl|register|les mer|læs mere|läs mer|read more|visit our stand|besøk (?:oss )?på stand|møt oss|meet us|besuchen sie uns (?:auf|am|an|in)|visitez|visítanos|new!|nyhet|neu:|winner|vinner|award|kåret|årets|nominated|finalist|proud|stolt|last day|siste|tilbud|sale|rabatt)(?=\P{L}).*|.*(?:følg oss|follow us|folgen sie uns|suivez-nous|vårt nyhetsbrev|our newsletter|unsubscribe|meld deg på|rabatt!|\d ?% (?:rabatt|off|rabat)).*)$/iu
/** A line that sells may have the number to call: *Boka tid på tel 0980-123 45*. */
const OWN_CALL =
  /(?:tlf|tel|tfn|ring|call|phone|telefon|mob)\p{L}*[.:]?(?: (?:oss|us|på|on|os))*[\s:]*\+?\d[\d -]{5,}/iu
const REMOTE =
  /(?:meeting id|møte-?id|passcode|dial-?in|konferenz-?id|join (?:the|zoom|microsoft|teams)|microsoft teams|zoom\.|klikk her for å bli med|phone conference|telefonkonferanse|(?<!\p{L})pin(?:-?kode)?:\s?\d|(?:^|[^\p{L}])(?:kundeservice|kundenservice|customer service|kundtjänst|kundservice)(?=\s?:|\s(?:(?:på|on|at|tlf|tel|telefon|phone)\.?:?\s)?[+(\d])|^(?:kunde(?:n)?service|customer service|kundtjänst|kundservice)$|hotline:|servicenummer|toll-?free support|24\/7 support)/iu
const LEGAL =
  /(?:geschäftsführ\p{L}*\s?:|geschäftsführ\p{L}*:|managing directors?:|vorstand:|aufsichtsrat|vorsitzende\p{L}* des|amtsgericht|handelsregister|registergericht|registered (?:in|office|address|no|company)|company (?:no|reg)|siège social|r\.?c\.?s\.? |capital (?:social|de)|siren(?!\p{L})|siret|p\.?\s?iva|partita iva|inscrita en|registro mercantil|sede legale|kvk|btw|y-tunnus|cvr|ust-?id|steuernummer|bankgiro|iban|konto(?:nr|nummer)?(?!\p{L})|ein selskap i|part of the|et selskap i|member of|a (?:company|division|subsidiary) of|ein unternehmen der|una società|une société du|en del af|en del av|styrets sete|säte:|godkänd för f-skatt|foretaksregisteret)/iu
const CERTIFIED =
  /(?:sertifi|zertifi|certifi|iso \d{4}|miljøfyrtårn|svane(?:merket|märkt)|\bb corp|autorisert bedrift|mesterbedrift|startbank)/iu
const FORMULA = /^\s*["']?[=@+-]\s?[A-Za-z]{2,}\w*\s?[(|!](?:[^\n)]*\)(?:!\w+)?|[^\n]*)/
/** The same in one cell of a table. */
const FORMULA_CELL =
  /(?<=[;,\t]\s?)["']?[=@+-]\s?[A-Za-z]{2,20}\s?\([^\n()]{0,300}\)["']?(?=\s?[;,\t]|\s*$)/g
const SCRIPTED =
  /(?:javascript:|\$\([a-z]|data:text|\bon\w+\s?=\s?["']|\balert\(|document\.|\$\{|\{\{|['"]?\)?;?\s?DROP TABLE|\bSELECT \*|ignore (?:all |the )?(?:previous|prior|above)|ignorer (?:alle )?(?:tidligere|forrige))/i
/** What a mail program writes for a picture. */
export const PICTURE =
  /\[(?:image|cid|bild|bilde|billede|logo|et bilde|en bild|et billede|ein bild|a picture|une image)(?=\P{L})[^\]\n]{0,300}\]/giu
const STANDIN =
  /(?:^(?:ledig|fri|borte|off|not in|frei|nicht im haus)\s(?:på |on |am )?(?:man|tir|tis|ons|tor|fre|fri|mon|tue|wed|thu|mån|die|mit|don)\p{L}*|(?:da|då|så)\s(?:svarer|svarar|tar)(?=\P{L})|i mitt fravær|ved fravær|under mitt|i min fråvaro|vid (?:brådskande|min frånvaro)|i mit fravær|ved hastesager|in my absence|while i(?:['’]m| am) (?:away|out)|in (?:dringenden fällen|meiner abwesenheit)|während meiner|en mon absence|en cas d['’]urgence|en mi ausencia|in mia assenza|bij afwezigheid|bij spoed|in dringende|poissa ollessani|kiireellisissä|spørsm[åa]l om|spørgsmål om|frågor om|questions (?:about|regarding)|fragen zu|pour toute question|(?:urgent|hast(?:er|esak)|haster det)|vikar(?:en)?(?: min)?\s?(?:er|:)|stellvertret\p{L}*:|vertretung|assistent(?:in|en)?(?: min)?\s?:|(?:my |pa|personal )?assistant\s?:|sekretær:|assistante\s?:|på ferie|on (?:leave|vacation|holiday)|(?:tar|ta) kontakt med|kontakt(?:e|er)? (?:gjerne |venligst |bitte )?(?:min|mein|vår|kollega)|please contact|wenden sie sich|veuillez contacter|kopi(?:a)? til|cc:|(?:svarer|svarar) kollega|dekker for meg|vikarierer|vikarierar|(?:sentral |central )?godkjenner:|attestant:)/iu
/** Whom the letter is for, on a form: *Deres ref.: Kari Nordmann*. */
const RECIPIENT =
  /^(?:deres|dykkar|your|ihre?|er|jeres|uw|votre|kundens?) (?:ref|zeichen|kontakt|reference)\p{L}*\.?\s?:/iu
const HOURS =
  /^(?:åpningstid\p{L}*|åbningstid\p{L}*|öppettider|öffnungszeiten|opening hours|horaires|(?:man|mån|mon|ma|lun|mo)\p{L}*\s?[–-]\s?(?:fre|fri|fr|ven|vie|pe|vr|tor|lør|sun|søn|don|thu|do)).*/iu

export interface Noise {
  /** The text with what nobody would copy on a card made blank. */
  readonly people: string
  /** The same, but with legal lines left in, for the number of the company in them. */
  readonly legal: string
}

/** Makes blank what belongs to nobody's card, line by line; what a person's stand-in has goes too. */
export function withoutNoise(text: string): Noise {
  const spans: Span[] = []
  const legal: Span[] = []
  let isDisclaimer = false
  let isStandIn = false
  let hasContent = false
  for (const { 0: line, index } of text.matchAll(/[^\n]*(?:\n|$)/g)) {
    if (line === '') break
    const words = line.trim()
    const span = { start: index, end: index + line.trimEnd().length }
    if (words === '') {
      isDisclaimer = false
      isStandIn = isStandIn && false
      continue
    }
    if (words.length > 400 || /[.!?]\s/.test(words)) {
      // A paragraph: what is before the sentence that a lawyer wrote may be somebody's own.
      const at = sentenceOf(line, DISCLAIMER)
      if (at !== undefined) {
        spans.push({ start: index + at, end: span.end })
        if (at < 4) {
          isDisclaimer = true
          continue
        }
      }
    } else if (DISCLAIMER.test(words) && words.split(/\s+/).length > 3) isDisclaimer = true
    if (STANDIN.test(words) && hasContent) {
      const at = sentenceOf(line, STANDIN) ?? 0
      spans.push({ start: index + at, end: span.end })
      isStandIn = true
      continue
    }
    // *Kundeservice: 04 800 | Mobil: 22 33 44 55*: the one is everybody's, the other theirs.
    const cells = [...line.matchAll(/[^|•·]+/g)]
    for (const { 0: cell, index: at } of cells.length > 1 ? cells : [])
      if (isRemote(cell.trim())) spans.push({ start: index + at, end: index + at + cell.length })
    const isNoise =
      isDisclaimer ||
      isStandIn ||
      GREEN.test(words) ||
      DEVICE.test(words) ||
      (PROMOTION.test(words) && !OWN_CALL.test(words)) ||
      RECIPIENT.test(words) ||
      (cells.length === 1 && isRemote(words)) ||
      HOURS.test(words)
    const script = SCRIPTED.exec(line)?.index
    if (script !== undefined) spans.push({ start: index + script, end: span.end })
    const formula = FORMULA.exec(line)?.[0]
    if (formula !== undefined) spans.push({ start: index, end: index + formula.length })
    for (const cell of line.matchAll(FORMULA_CELL))
      spans.push({ start: index + cell.index, end: index + cell.index + cell[0].length })
    if (isNoise) spans.push(span)
    else if (LEGAL.test(words) || (CERTIFIED.test(words) && words.split(/\s+/).length > 2))
      legal.push(span)
    else if (/\p{L}{2}/u.test(words)) hasContent = true
  }
  const kept = blank(text, spans)
  return { people: kept, legal: blank(kept, legal) }
}

const isRemote = (text: string) => REMOTE.test(text.replace(/\S+@\S+/g, ' '))

/** Where the sentence begins in which a pattern matches. */
function sentenceOf(text: string, pattern: RegExp): number | undefined {
  const at = pattern.exec(text)?.index
  if (at === undefined) return undefined
  const before = text.slice(0, at)
  const ends = [...before.matchAll(/[.!?]\s+(?=\p{Lu})/gu)]
  const last = ends.at(-1)
  return last === undefined ? 0 : last.index + last[0].length
}
