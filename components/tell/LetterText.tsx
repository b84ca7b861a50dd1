import type { TellLanguage } from '../../lib/lead/tell/language.ts'
import type { TellMail } from '../../lib/lead/tell/mail.ts'
import { useWords } from '../words.ts'

interface Props {
  mail: Pick<TellMail, 'subject' | 'body'>
  language: TellLanguage
}

/** The letter as they will read it, for whoever wants to read it first. */
export function LetterText({ mail, language }: Props) {
  const { t } = useWords()
  return (
    <details>
      <summary>{t('tell.read')}</summary>
      <div class="letter" lang={language} dir="auto">
        <p>
          <strong>{mail.subject}</strong>
        </p>
        <p>{mail.body}</p>
      </div>
    </details>
  )
}
