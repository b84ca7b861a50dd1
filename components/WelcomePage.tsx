import type { WordKey } from '../lib/language/words.ts'
import { useWords } from './words.ts'

const PROMISES: [title: WordKey, text: WordKey][] = [
  ['welcome.initiative', 'welcome.initiative-text'],
  ['welcome.blind', 'welcome.blind-text'],
  ['welcome.door', 'welcome.door-text'],
  ['welcome.lost', 'welcome.lost-text'],
  ['welcome.card', 'welcome.card-text'],
]

interface Props {
  agreed: boolean
  onAgree(): void
}

/** What the product does, what it can't do and what it sends when; promoting is off until agreed. */
export function WelcomePage({ agreed, onAgree }: Props) {
  const { t } = useWords()
  return (
    <main class="welcome">
      <header>
        <img src="/icon/96.png" alt="" />
        <h1>{t('welcome.title')}</h1>
        <p>{t('welcome.what')}</p>
      </header>
      <section>
        <h2>{t('welcome.promises')}</h2>
        <dl>
          {PROMISES.map(([title, text]) => (
            <div key={title}>
              <dt>{t(title)}</dt>
              <dd>{t(text)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h2>{t('welcome.sends')}</h2>
        <ul>
          <li>{t('welcome.sends-lead')}</li>
          <li>{t('welcome.sends-test')}</li>
          <li>{t('welcome.sends-nothing')}</li>
          <li>{t('welcome.sends-origin')}</li>
          <li>{t('welcome.kept')}</li>
        </ul>
      </section>
      <footer>
        <div role="status">
          {agreed && (
            <p class="notice good">
              {t('welcome.agreed')} <a href="/options.html#crm">{t('welcome.next')}</a>
            </p>
          )}
        </div>
        {!agreed && (
          <>
            <button type="button" class="button primary" onClick={onAgree}>
              {t('welcome.agree')}
            </button>
            <p class="muted small">{t('welcome.until')}</p>
          </>
        )}
      </footer>
    </main>
  )
}
