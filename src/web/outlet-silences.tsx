/** How much of the news of a kind and area an outlet tells, and what it did not tell where it usually does. Silence is no denial. */
import type { OutletPage } from '../server/lensApi.ts'
import { EventLink } from './event-name.tsx'
import { LensSection } from './lens-section.tsx'
import { LongList } from './long-list.tsx'
import { FamilyMark } from './marks.tsx'
import { PlaceLink } from './names.tsx'
import { RateBar, RateText } from './rate.tsx'
import { useWords } from './words.ts'

/** Kinds and areas that are shown first. */
const FIRST = 10

/** Base rates first, then what is missing. */
export function Silences({ page: { silences, names } }: { readonly page: OutletPage }) {
  const { t, count } = useWords()
  return (
    <LensSection id="silences" title={t('ui.outlet.silences')} about={t('ui.outlet.silences.why')}>
      {silences.length === 0 && <p className="muted">{t('ui.outlet.silences.none')}</p>}
      <LongList
        className="rates"
        items={silences}
        first={FIRST}
        item={({ family, area, covered, isUsual, missing, events }) => (
          <li key={`${family} ${area}`}>
            <span className="with-mark">
              <FamilyMark family={family} /> {t(`ui.family.${family}`)}{' '}
              <PlaceLink place={area} names={names} />
            </span>
            <RateBar rate={covered} />
            <RateText rate={covered} />
            <span className={isUsual ? 'apart' : 'muted'}>
              {isUsual
                ? t('ui.outlet.silences.usual', { events: count('events', missing) })
                : t('ui.outlet.silences.unusual')}
            </span>
            {events.length > 0 && (
              <ul className="missing">
                {events.map(event => (
                  <li key={event.id}>
                    <i className="silent" aria-hidden="true" /> <EventLink event={event} names={names} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        )}
      />
    </LensSection>
  )
}
