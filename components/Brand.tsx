import { useWords } from './words.ts'

/** The product's mark and name, as the heading of a window. */
export function Brand() {
  const { t } = useWords()
  return (
    <h1 class="brand">
      <img src="/icon/48.png" alt="" />
      {t('manifest.name')}
    </h1>
  )
}
