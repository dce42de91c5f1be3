/** A place: where it lies, who said what of it and when, in their words. */
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { lazy, Suspense, useMemo, useState } from 'react'
import type { PlacePage as Page, PlaceRow } from '../../server/api.ts'
import type { PlaceHoldings } from '../../server/recordApi.ts'
import { placeHoldingsQuery, placeQuery } from '../client.ts'
import { Isolate, Mono } from '../names.tsx'
import { PlaceHolders } from '../place-holdings.tsx'
import { PointItem } from '../point-item.tsx'
import { Ribbons } from '../ribbon.tsx'
import { Empty, Shown } from '../state.tsx'
import { useTitle } from '../title.ts'
import { useWords } from '../words.ts'

const route = getRouteApi('/places/$place')
const PlaceMap = lazy(() => import('../place-map.tsx'))

/** The page of a place. */
export function PlacePage() {
  const { place } = route.useParams()
  const { language } = useWords()
  const query = useQuery({
    queryKey: ['place-page', place, language],
    // Asked for together, so that nothing moves when the rest comes.
    queryFn: async ({ client }) => {
      const [page, holdings] = await Promise.all([
        client.fetchQuery(placeQuery(place, language)),
        client.fetchQuery(placeHoldingsQuery(place, {}, language)),
      ])
      return { page, holdings }
    },
  })
  return (
    <Shown query={query}>
      {({ page, holdings }) => <Place key={page.place.id} page={page} holdings={holdings} />}
    </Shown>
  )
}

interface PlaceProps {
  readonly page: Page
  readonly holdings: PlaceHoldings
}

function Place({ page, holdings }: PlaceProps) {
  const { t, count, language } = useWords()
  const { place, voices, names, inside } = page
  const [chosen, choose] = useState<string | null>(null)
  useTitle(language === 'en' ? place.en || place.name : place.name)
  return (
    <div className="page place-page">
      <PlaceHead page={page} />
      <aside className="place-side">
        <MapOrNone page={page} />
        {inside.length > 0 && <Inside inside={inside} />}
      </aside>
      <div className="place-main">
        <PlaceHolders page={holdings} />
        <section aria-labelledby="voices">
          <h2 id="voices">{t('ui.place.voices')}</h2>
          <p className="muted">{t('ui.place.voices.why')}</p>
          <Newest page={page} />
          <Ribbons voices={voices} names={names} chosen={chosen} choose={choose} />
          {page.others > 0 && (
            <p className="muted">{t('ui.place.others', { n: count('sources', page.others) })}</p>
          )}
        </section>
        <Points page={page} chosen={chosen} all={() => choose(null)} />
      </div>
    </div>
  )
}

/** Says so where the page is made of the newest claims only, and leads to all. */
function Newest({ page: { place, newest } }: { readonly page: Page }) {
  const { t, number } = useWords()
  if (newest === null) return null
  return (
    <p className="strong">
      {t('ui.place.newest', { n: number(newest), total: number(place.claims) })}{' '}
      <Link to="/claims" search={{ place: place.id }}>
        {t('ui.place.claims')}
      </Link>
    </p>
  )
}

function PlaceHead({ page: { place, chain } }: { readonly page: Page }) {
  const { t, count } = useWords()
  return (
    <header className="place-head">
      <p className="facts">
        <span>{t(`ui.place-kind.${place.kind}`)}</span>
        {chain.map(({ id, name, en }) => (
          <span key={id} className="within">
            <ChainLink id={id} name={name} en={en} />
          </span>
        ))}
      </p>
      <h1>
        <bdi lang="ar">{place.name}</bdi>{' '}
        {place.en !== '' && (
          <small>
            <bdi lang="en">{place.en}</bdi>
          </small>
        )}
      </h1>
      <p className="facts">
        <span>
          {count('claims', place.claims)} · {count('articles', place.articles)}
        </span>
        {place.lat !== null && place.lon !== null ? (
          <span className="muted">
            <Mono>{`${place.lat}, ${place.lon}`}</Mono> {t(`ui.precision.${place.precision}`)}
          </span>
        ) : (
          <span className="muted">{t('ui.place.nowhere')}</span>
        )}
        <Link to="/claims" search={{ place: place.id }}>
          {t('ui.place.claims')}
        </Link>
      </p>
    </header>
  )
}

function ChainLink({ id, name, en }: Pick<PlaceRow, 'id' | 'name' | 'en'>) {
  const { language } = useWords()
  return (
    <Link to="/places/$place" params={{ place: id }}>
      <Isolate text={language === 'en' ? en || name : name} />
    </Link>
  )
}

function MapOrNone({ page }: { readonly page: Page }) {
  const { t } = useWords()
  if (page.place.lat === null) return <p className="no-map">{t('ui.map.none')}</p>
  return (
    <Suspense fallback={<div className="map-box" />}>
      <PlaceMap page={page} />
    </Suspense>
  )
}

function Inside({ inside }: { readonly inside: readonly PlaceRow[] }) {
  const { t, number } = useWords()
  return (
    <section aria-labelledby="inside">
      <h2 id="inside">{t('ui.place.inside')}</h2>
      <ul className="inside">
        {inside.map(place => (
          <li key={place.id}>
            <ChainLink id={place.id} name={place.name} en={place.en} />{' '}
            <span className="muted">{number(place.claims)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const PART = 40

interface PointsProps {
  readonly page: Page
  readonly chosen: string | null
  readonly all: () => void
}

/** Claims in the order of their days, undated ones last; of one voice where one is chosen. */
function Points({ page, chosen, all }: PointsProps) {
  const { t, count, number } = useWords()
  const [shown, setShown] = useState(PART)
  const points = useMemo(() => sortPoints(page, chosen), [page, chosen])
  return (
    <section aria-labelledby="points">
      <h2 id="points">
        {t('ui.place.points')} <span className="muted small">{count('claims', points.length)}</span>
      </h2>
      {chosen !== null && (
        <button type="button" className="button quiet" onClick={all}>
          {t('ui.place.points.all')}
        </button>
      )}
      {points.length === 0 && <Empty title={t('ui.place.points.none')} />}
      <ol>
        {points.slice(0, shown).map(({ point, voice }) => (
          <PointItem
            key={`${voice.key}-${point.article}-${point.claim}-${point.place}`}
            point={point}
            voice={voice}
            names={page.names}
            here={page.place.id}
          />
        ))}
      </ol>
      {points.length > shown && (
        <button type="button" className="button" onClick={() => setShown(shown + PART)}>
          {t('ui.list.more', {
            n: number(Math.min(PART, points.length - shown)),
            total: number(points.length),
          })}
        </button>
      )}
    </section>
  )
}

function sortPoints({ voices }: Page, chosen: string | null) {
  return voices
    .filter(({ key }) => chosen === null || key === chosen)
    .flatMap(voice => voice.points.map(point => ({ point, voice })))
    .sort((a, b) => (a.point.from ?? '9').localeCompare(b.point.from ?? '9', 'en'))
}
