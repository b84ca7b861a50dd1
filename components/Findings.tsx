import type { Finding, FindingCode } from '../lib/crm/finding.ts'
import { StateIcon } from './StateIcon.tsx'
import { useWords } from './words.ts'

/** Findings that the browser itself can say more about, when the address is opened in a tab. */
const OPENABLE = new Set<FindingCode>([
  'closed-or-silent',
  'unreachable',
  'login-wall',
  'redirected',
])

interface Props {
  findings: Finding[]
  address: string
  onAllow(): void
}

/** What a test found: each cause in a sentence, with the one thing that can be done about it. */
export function Findings({ findings, address, onAllow }: Props) {
  const { t } = useWords()
  // The region is there before its first finding: what comes along with one is often not said.
  return (
    <div aria-live="polite">
      {findings.length > 0 && (
        <ul aria-label={t('crm.findings')} class="findings">
          {findings.map(({ code, values }) => (
            <li key={code} data-finding={code} data-good={code === 'connected'}>
              <StateIcon is={code === 'connected' ? 'on-card' : 'needs-you'} />
              <p>{t(`finding.${code}`, values)}</p>
              {OPENABLE.has(code) && (
                <div class="remedy">
                  {code === 'closed-or-silent' && (
                    <button type="button" class="button primary" onClick={onAllow}>
                      {t('crm.allow')}
                    </button>
                  )}
                  <a href={webAddress(address)} target="_blank" rel="noopener noreferrer">
                    {t('crm.open-address')}
                  </a>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Only ever an address of the web: what was typed must not become another kind of link. */
function webAddress(text: string): string {
  const whole = text.includes('://') ? text : `https://${text}`
  return /^https?:\/\//i.test(whole) ? whole : 'about:blank'
}
