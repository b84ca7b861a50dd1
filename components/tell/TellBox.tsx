import { useEffect, useRef, useState } from 'preact/hooks'
import type { Office, Teller } from '../../lib/desk/teller.ts'
import type { WordKey } from '../../lib/language/words.ts'
import type { Lead } from '../../lib/lead/schema.ts'
import type { Sender } from '../../lib/lead/tell/compose.ts'
import { factsOf } from '../../lib/lead/tell/facts.ts'
import { languageFor, type TellLanguage } from '../../lib/lead/tell/language.ts'
import { tellMail } from '../../lib/lead/tell/mail.ts'
import type { Way } from '../../lib/lead/tell/told.ts'
import type { DraftRow } from '../../lib/store/rows.ts'
import { useWords } from '../words.ts'
import { LetterText } from './LetterText.tsx'
import { TellFields } from './TellFields.tsx'
import { troubleKey } from './trouble.ts'

interface Props {
  person: DraftRow
  teller: Teller
  /** What was noted of them just now. */
  onNoted?(way: Way): void
}

const EMPTY: Office = { sender: { company: '', contact: '' }, host: undefined }

/**
 * The letter to one person: begun as an e-mail in the user's own mail program, or copied. Nothing is
 * sent from here, and that somebody was told is what the user says.
 */
export function TellBox({ person, teller, onNoted }: Props) {
  const { t, locale } = useWords()
  const [office, setOffice] = useState(EMPTY)
  const [promoted, setPromoted] = useState<Lead>()
  /** What was written here; an echo of the storage may be a letter behind. */
  const [written, setWritten] = useState<Sender>()
  const [chosen, setChosen] = useState<TellLanguage>()
  const [said, setSaid] = useState<WordKey>()
  const answer = useRef<HTMLParagraphElement>(null)
  useEffect(() => teller.watchOffice(setOffice), [teller])
  useEffect(() => teller.watchPromoted(person.id, setPromoted), [teller, person.id])

  const { emails, ...facts } = factsOf(person, teller.country(), promoted)
  const language = chosen ?? languageFor(facts.country, locale)
  const sender = written ?? office.sender
  const mail = tellMail(emails, { ...facts, host: office.host, sender }, language)

  async function write(next: Sender) {
    setWritten(next)
    const isKept = await teller.keepSender(next)
    setSaid(isKept ? undefined : 'tell.not-kept')
  }

  async function note(way: Way | undefined, words?: WordKey) {
    const trouble = await teller.note(person.id, way)
    setSaid(trouble === undefined ? words : troubleKey(trouble))
    if (trouble !== undefined) return
    answer.current?.focus() // what was pressed is gone
    if (way !== undefined) onNoted?.(way)
  }

  /** The browser follows the link by itself, to the mail program: a site's opens beside this page. */
  function begin() {
    if (person.told === undefined) void note('by-mail', 'tell.begun')
  }

  const copy = () =>
    navigator.clipboard.writeText(`${mail.subject}\n\n${mail.body}`).then(
      () => setSaid('tell.copied'),
      () => setSaid('tell.not-copied'), // then it is there to be copied by hand
    )

  return (
    <div class="tell-box">
      <TellFields
        id={person.id}
        language={language}
        sender={sender}
        onLanguage={setChosen}
        onSender={write}
      />
      <LetterText mail={mail} language={language} />
      {emails.length === 0 && <p class="small">{t('tell.no-email')}</p>}
      {emails.length > 0 && !mail.hasLetter && <p class="small">{t('tell.too-long')}</p>}
      <div class="actions">
        {emails.length > 0 && (
          <a class="button primary" href={mail.href} target="_blank" rel="noopener" onClick={begin}>
            {t('tell.write')}
          </a>
        )}
        <button type="button" class="button" onClick={copy}>
          {t('tell.copy')}
        </button>
        {person.told === undefined && (
          <>
            <button type="button" class="button" onClick={() => note('in-person')}>
              {t('tell.in-person')}
            </button>
            <button type="button" class="button" onClick={() => note('known')}>
              {t('tell.known')}
            </button>
          </>
        )}
        {person.told !== undefined && (
          <button type="button" class="button quiet" onClick={() => note(undefined)}>
            {t('tell.undo')}
          </button>
        )}
      </div>
      <p role="status" class="small" ref={answer} tabIndex={-1}>
        {said !== undefined && t(said)}
      </p>
    </div>
  )
}
