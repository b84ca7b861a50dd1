import { useWords } from './words.ts'

/** For more than a day nothing has got through: what that means, and where to look into it. */
export function LongSilence({ since }: { since: number }) {
  const { t, tags } = useWords()
  const moment = new Intl.DateTimeFormat(tags, { dateStyle: 'long', timeStyle: 'short' })
  return (
    <p class="notice">
      {t('leads.silent', { since: moment.format(since) })} <a href="#crm">{t('leads.to-test')}</a>
    </p>
  )
}
