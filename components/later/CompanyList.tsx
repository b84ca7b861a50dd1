import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { KnownCompany } from '../../lib/store/companies.ts'
import { useWords } from '../words.ts'
import { inTyping, latest } from './latest.ts'
import type { PieceProps } from './slot.ts'

type Question = Parameters<PieceProps['back']['findCompanies']>[0]

const LIST = 'company-list'
const optionId = (place: number) => `${LIST}-${place}`

/**
 * Companies of earlier leads under *Company*, the last one first: an ARIA 1.2 combobox with a list.
 * The field stays a text field until there is something to suggest.
 */
export function CompanyList({ state, desk, back }: PieceProps) {
  const { t } = useWords()
  const [found, setFound] = useState<KnownCompany[]>([])
  /** Which one the keyboard is at; none while somebody just types. */
  const [at, setAt] = useState(-1)
  const id = state.draft.id
  /** What the list is to be about; nothing where it is not to open. */
  const asked = useRef<Question | undefined>(undefined)
  const ask = useMemo(
    () =>
      latest(
        back.findCompanies,
        (companies, question) => {
          if (question === asked.current) setFound(companies)
        },
        inTyping,
      ),
    [back],
  )
  const isOpen = found.length > 0 && desk.isWritable()

  const keys = useRef<(event: KeyboardEvent) => void>(() => undefined)
  keys.current = event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      if (isOpen) setAt((at + step + found.length + 1) % (found.length + 1))
      else suggest({ typed: inputOf()?.value ?? '', id })
    } else if (event.key === 'Enter' && isOpen && at in found) choose(at)
    else if (event.key === 'Escape' && isOpen) close()
    else return
    event.preventDefault()
    event.stopPropagation() // Escape would close the popup
  }
  // The last place is the text itself, as in other lists of this kind.
  const active = isOpen && at in found ? at : -1

  useEffect(() => {
    const input = inputOf()
    if (input === null) return
    const onKey = (event: KeyboardEvent) => keys.current(event)
    const onInput = () => {
      if (input.value.trim() === '') return close()
      setAt(-1)
      suggest({ typed: input.value, id })
    }
    input.addEventListener('keydown', onKey)
    input.addEventListener('input', onInput)
    input.addEventListener('blur', close)
    return () => {
      input.removeEventListener('keydown', onKey)
      input.removeEventListener('input', onInput)
      input.removeEventListener('blur', close)
    }
  }, [ask, id])

  useEffect(() => {
    const input = inputOf()
    if (input === null || (!isOpen && input.role === null)) return
    input.role = 'combobox'
    input.ariaAutoComplete = 'list'
    input.ariaExpanded = String(isOpen)
    set(input, 'aria-controls', isOpen ? LIST : undefined)
    set(input, 'aria-activedescendant', active < 0 ? undefined : optionId(active))
  }, [isOpen, active])

  function suggest(question: Question) {
    asked.current = question
    ask(question)
  }

  function close() {
    asked.current = undefined
    setFound([])
    setAt(-1)
  }

  function choose(place: number) {
    const company = found[place]
    if (company !== undefined) desk.write('company', company.name)
    close()
  }

  if (!isOpen) return null
  return (
    <div id={LIST} role="listbox" class="suggestions" aria-label={t('known.companies')}>
      {found.map(({ name, number }, place) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names it
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
        <div
          key={name}
          id={optionId(place)}
          role="option"
          aria-selected={place === active}
          onMouseDown={event => event.preventDefault()}
          onClick={() => choose(place)}
        >
          {name} {number !== undefined && <span class="muted small">{number}</span>}
        </div>
      ))}
    </div>
  )
}

const inputOf = () => document.getElementById('company') as HTMLInputElement | null

function set(element: Element, name: string, value: string | undefined) {
  if (value === undefined) element.removeAttribute(name)
  else element.setAttribute(name, value)
}
