import { setupI18n } from '@lingui/core'
import { render } from 'preact'
import { browser } from 'wxt/browser'

const i18n = setupI18n({ locale: 'en' })
import('../../assets/locales/en.json').then(m => {
  i18n.load('en', m.default as any)
  render(
    <p>
      {i18n._('manifest.open')}
      {browser.runtime.id}
    </p>,
    document.body,
  )
})
