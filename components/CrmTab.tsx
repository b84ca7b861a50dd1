import { useRef, useState } from 'preact/hooks'
import type { Finding } from '../lib/crm/finding.ts'
import type { Failure } from '../lib/store/failure.ts'
import { describedBy, Field, PRIVATE_INPUT } from './Field.tsx'
import { Findings } from './Findings.tsx'
import { useWords } from './words.ts'

/** Which CRMs can be chosen, and the address that goes with the choice. */
const CHOICES = { embedded: 'http://127.0.0.1:8787', open: '' } as const
type Choice = keyof typeof CHOICES

export interface CrmActions {
  check(address: string, token: string): Promise<Finding[]>
  /** Must be called before anything is awaited: the browser asks only within a click. */
  allow(address: string): Promise<boolean>
  /** @returns what is wrong with the address, or nothing once it is kept */
  save(address: string, token: string): Promise<Finding | undefined>
  /** What an error of saving means for people. */
  whyFailed(error: unknown): Failure
}

interface Props {
  /** The kept address; empty for none. The kept token never comes here. */
  address: string
  hasToken: boolean
  actions: CrmActions
}

type Standing = 'still' | 'testing' | 'saved' | 'unreached' | Failure

/** Where a manager points the extension to the CRM: address, token, a test that tells causes apart. */
export function CrmTab({ address: kept, hasToken, actions }: Props) {
  const { t } = useWords()
  const [choice, setChoice] = useState<Choice>(
    kept === '' || kept === CHOICES.embedded ? 'embedded' : 'open',
  )
  const [address, setAddress] = useState(kept === '' ? CHOICES.embedded : kept)
  const [token, setToken] = useState('')
  const [isKept, setIsKept] = useState(hasToken)
  const [findings, setFindings] = useState<Finding[]>([])
  const [standing, setStanding] = useState<Standing>('still')

  const edits = useRef(0)

  /** What stands in the form now was neither tested nor saved, and no finding is about it. */
  function change() {
    edits.current += 1
    setStanding('still')
    setFindings([])
  }

  async function test() {
    const before = edits.current
    setStanding('testing')
    try {
      const found = await actions.check(address, token)
      if (edits.current !== before) return
      setFindings(found)
      setStanding('still')
    } catch {
      // The worker could not be reached: the browser is ending it, or a new version waits.
      setStanding('unreached')
    }
  }

  async function allow() {
    if (await actions.allow(address)) await test()
  }

  async function save() {
    try {
      const wrong = await actions.save(address, token)
      if (wrong !== undefined) return setFindings([wrong])
      setIsKept(token !== '' || (isKept && address === kept))
      setToken('')
      setFindings([])
      setStanding('saved')
    } catch (error) {
      setStanding(actions.whyFailed(error))
    }
  }

  const hint = isKept ? t('crm.token-kept') : undefined
  return (
    <form class="sheet" onSubmit={event => event.preventDefault()} noValidate>
      <p class="muted">{t('crm.intro')}</p>
      <Field id="crm" label={t('crm.crm')}>
        <select
          id="crm"
          value={choice}
          onChange={event => {
            const next = event.currentTarget.value === 'embedded' ? 'embedded' : 'open'
            setChoice(next)
            if (address !== '' && address !== CHOICES[choice]) return
            setAddress(CHOICES[next])
            change()
          }}
        >
          <option value="embedded">{t('crm.embedded')}</option>
          <option value="open">{t('crm.open')}</option>
        </select>
      </Field>
      <Field id="address" label={t('crm.address')} hint={t('crm.address-hint')}>
        <input
          id="address"
          type="text"
          inputMode="url"
          value={address}
          onInput={event => {
            setAddress(event.currentTarget.value)
            change()
          }}
          {...PRIVATE_INPUT}
          {...describedBy('address', undefined, true)}
        />
      </Field>
      <Field id="token" label={t('crm.token')} hint={hint}>
        <input
          id="token"
          type="text"
          class="secret"
          value={token}
          onInput={event => {
            setToken(event.currentTarget.value)
            change()
          }}
          {...PRIVATE_INPUT}
          {...describedBy('token', undefined, hint)}
        />
      </Field>
      <div class="actions">
        <button type="button" class="button" disabled={standing === 'testing'} onClick={test}>
          {t('crm.test')}
        </button>
        <button type="button" class="button primary" onClick={save}>
          {t('crm.save')}
        </button>
      </div>
      <p role="status" class="state">
        {standing === 'testing' && t('crm.testing')}
        {standing === 'saved' && t('crm.saved')}
        {standing === 'unreached' && t('crm.failed')}
        {(standing === 'full' || standing === 'failed' || standing === 'newer-database') &&
          t(`notice.${standing}`)}
      </p>
      <Findings findings={findings} address={address} onAllow={allow} />
    </form>
  )
}
