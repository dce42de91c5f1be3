/** The views that were kept, on the desk. */
import { Isolate } from './names.tsx'
import { dropView, useViews } from './views.ts'
import { useWords } from './words.ts'

/** The list; nothing where no view was kept. */
export function KeptViews() {
  const { t } = useWords()
  const views = useViews()
  if (views.length === 0) return null
  return (
    <section aria-labelledby="views">
      <h2 id="views">{t('ui.views')}</h2>
      <ul className="kept-views">
        {views.map(({ name, address }) => (
          <li key={name}>
            <a href={address}>
              <Isolate text={name} />
            </a>
            <button type="button" aria-label={t('ui.view.drop', { name })} onClick={() => dropView(name)}>
              ×
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
