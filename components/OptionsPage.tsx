import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { WordKey } from '../lib/language/words.ts'
import { Brand } from './Brand.tsx'
import { useWords } from './words.ts'

export const TABS = ['leads', 'follow-ups', 'tell', 'crm', 'settings'] as const
export type Tab = (typeof TABS)[number]

const TAB_WORDS: Record<Tab, WordKey> = {
  leads: 'tab.leads',
  'follow-ups': 'tab.follow-ups',
  tell: 'tab.tell',
  crm: 'tab.crm',
  settings: 'tab.settings',
}

const tabOf = (hash: string) => TABS.find(tab => `#${tab}` === hash) ?? 'leads'

/** The options page: its tabs, each reachable by its hash, and the one that is shown. */
export function OptionsPage({ panel }: { panel: (tab: Tab) => ComponentChildren }) {
  const { t } = useWords()
  const [shown, setShown] = useState(tabOf(location.hash))
  useEffect(() => {
    const follow = () => setShown(tabOf(location.hash))
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [])

  /** Arrow keys go through the tabs, as the ARIA pattern for tabs has it. */
  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = TABS[(TABS.indexOf(shown) + step + TABS.length) % TABS.length] ?? 'leads'
    location.hash = next
    document.getElementById(`tab-${next}`)?.focus()
  }

  return (
    <div class="page">
      <header>
        <Brand />
        <div role="tablist" aria-label={t('options.tabs')} onKeyDown={onKeyDown}>
          {TABS.map(tab => (
            <button
              key={tab}
              type="button"
              role="tab"
              id={`tab-${tab}`}
              aria-selected={tab === shown}
              aria-controls="panel"
              tabIndex={tab === shown ? 0 : -1}
              onClick={() => {
                location.hash = tab
              }}
            >
              {t(TAB_WORDS[tab])}
            </button>
          ))}
        </div>
        <a href="/welcome.html">{t('options.to-welcome')}</a>
      </header>
      <main>
        <div id="panel" role="tabpanel" aria-labelledby={`tab-${shown}`}>
          {panel(shown)}
        </div>
      </main>
    </div>
  )
}
