/** Who held a place when, on the page of the place: the field's ribbons, everyone's word taken, and the ways onward. */
import { Link } from '@tanstack/react-router'
import type { PlaceHoldings } from '../server/recordApi.ts'
import { HoldingRibbons } from './holding-ribbons.tsx'
import { LaterReferences } from './later-references.tsx'
import { useWords } from './words.ts'

/** The ribbons with their heading; nothing where nobody says who held it. */
export function PlaceHolders({ page }: { readonly page: PlaceHoldings }) {
  const { t, count } = useWords()
  const { place, holdings, voices, contradictions, references, names } = page
  if (holdings.length + voices.length + references.length === 0) return null
  return (
    <section aria-labelledby="holders">
      <h2 id="holders">{t('ui.place.holders')}</h2>
      <p className="muted">{t('ui.place.holders.why')}</p>
      <HoldingRibbons page={page} view={t('ui.view.everyone')} />
      <p className="facts onward-links">
        <Link to="/field" search={{ place, day: holdings.at(-1)?.confirmed }}>
          {t('ui.place.field')}
        </Link>
        {contradictions.length > 0 && (
          <Link to="/contradictions" search={{ place }}>
            {count('contradictions', contradictions.length)}
          </Link>
        )}
      </p>
      <LaterReferences references={references} names={names} here={place} />
    </section>
  )
}
