import { useState } from 'preact/hooks'
import type { Teller } from '../../lib/desk/teller.ts'
import type { Way } from '../../lib/lead/tell/told.ts'
import type { DraftRow } from '../../lib/store/rows.ts'
import { useWords } from '../words.ts'
import { Due } from './Due.tsx'
import { TellBox } from './TellBox.tsx'

interface Props {
  person: DraftRow
  teller: Teller
  /** What was noted of them just now. */
  onNoted?(way: Way): void
}

/** By when somebody has to be told, and beneath it, once it is asked for, the way to do it. */
export function TellFold({ person, teller, onNoted }: Props) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const { name } = person.fields
  return (
    <div class="tell">
      <Due person={person} today={teller.today()} />
      <button
        type="button"
        class="button"
        aria-label={t('tell.tell-name', { name })}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {t('tell.tell')}
      </button>
      {isOpen && (
        <TellBox person={person} teller={teller} {...(onNoted !== undefined && { onNoted })} />
      )}
    </div>
  )
}
