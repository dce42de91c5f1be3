/** The field: who holds which place on a day, according to whom; a map, the days, and the place that is looked at. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { lazy, memo, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import type { Language } from '../../messages.ts'
import type { HoldersPage } from '../../server/recordApi.ts'
import { daysQuery, holdersQuery, placeHoldingsQuery, type Query } from '../client.ts'
import { dayOf } from '../dates.ts'
import { HolderLine, HoldingRibbons } from '../holding-ribbons.tsx'
import { LaterReferences } from '../later-references.tsx'
import { PlaceLink } from '../names.tsx'
import { PageHead } from '../page-head.tsx'
import { Scrubber, spanOf } from '../scrubber.tsx'
import { Empty, Loading, Shown } from '../state.tsx'
import { TileSetting } from '../tile-setting.tsx'
import { readView, ViewPicker } from '../view-picker.tsx'
import { useWords } from '../words.ts'

const route = getRouteApi('/field')
const FieldMap = lazy(() => import('../field-map.tsx'))

/** The page of the field. */
export function FieldPage() {
  const { t, language } = useWords()
  const days = useQuery(daysQuery(language))
  return (
    <div className="page field-page">
      <PageHead title={t('ui.page.field')} about={t('ui.field.about')} />
      <Shown query={days}>
        {({ items }) => {
          const span = spanOf(items)
          if (span === undefined) return <Empty title={t('ui.field.none')} />
          return <Field days={items} latest={dayOf(span.last)} />
        }}
      </Shown>
    </div>
  )
}

interface FieldProps {
  readonly days: readonly { readonly day: string; readonly claims: number }[]
  readonly latest: string
}

function Field({ days, latest }: FieldProps) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [moving, move] = useState<string | null>(null)
  const { language } = useWords()
  const day = moving ?? search.day ?? latest
  const view = useMemo(() => readView(search), [search])
  const page = useHolders(view, day, language)
  const change = (values: Query) => void navigate({ search: { ...search, ...values }, replace: true })
  const choose = useCallback(
    (place: string | undefined) => void navigate({ search: { ...search, place }, replace: true }),
    [navigate, search],
  )
  return (
    <div className="field">
      <div className="field-main">
        <ViewPicker values={search} change={change} />
        <MapPart page={page} chosen={search.place} choose={choose} />
        <Scrubber
          days={days}
          day={day}
          move={move}
          rest={rested => {
            move(null)
            change({ day: rested })
          }}
        />
      </div>
      <aside className="field-side">
        <Side place={search.place} page={page} view={view} choose={choose} />
      </aside>
    </div>
  )
}

interface MapProps {
  readonly page: HoldersPage | undefined
  readonly chosen: string | undefined
  readonly choose: (place: string) => void
}

/** The map, whose code is loaded when it is first needed, and the setting of its ground. */
function MapPart({ page, chosen, choose }: MapProps) {
  return (
    <>
      <Suspense fallback={<div className="map-box field-map" />}>
        <FieldMap
          items={page?.items ?? NOBODY}
          names={page?.names ?? NO_NAMES}
          chosen={chosen}
          choose={choose}
        />
      </Suspense>
      <TileSetting />
    </>
  )
}

/** Who holds what on the day; while days pass quickly one is asked for at a time, and the last one that is known is shown. */
function useHolders(view: Query, day: string, language: Language): HoldersPage | undefined {
  const [asked, ask] = useState(day)
  const query = { ...view, day: asked, brief: 'yes' }
  const { data, isFetching } = useQuery({
    ...holdersQuery(query, language),
    placeholderData: keepPreviousData,
  })
  useEffect(() => {
    if (!isFetching) ask(day)
  }, [isFetching, day])
  return data
}

const NOBODY: HoldersPage['items'] = []
const NO_NAMES = { actors: {}, places: {}, outlets: {} }

interface SideProps {
  readonly place: string | undefined
  readonly page: HoldersPage | undefined
  readonly view: Query
  readonly choose: (place: string | undefined) => void
}

/** The place that was chosen; else all that are held. */
const Side = memo(function Side({ place, page, view, choose }: SideProps) {
  if (place !== undefined) return <PlacePanel place={place} view={view} close={() => choose(undefined)} />
  return page === undefined ? <Loading /> : <Holders page={page} choose={choose} />
})

const MOST = 60

/** Those of which a source still said so last come first: what was said once, years ago, comes last. */
function listFresh(items: HoldersPage['items']): HoldersPage['items'] {
  return items.toSorted((a, b) => (a.confirmed < b.confirmed ? 1 : -1)).slice(0, MOST)
}

/** Every place that somebody holds on the day, those without coordinates too. */
function Holders({ page, choose }: { readonly page: HoldersPage; readonly choose: (place: string) => void }) {
  const { t, count } = useWords()
  if (page.items.length === 0) return <Empty title={t('ui.field.nobody')} />
  return (
    <>
      <p className="total" role="status">
        {count('places', page.items.length)}
      </p>
      <ul className="holders">
        {listFresh(page.items).map(holding => (
          <li key={holding.place}>
            <button type="button" onClick={() => choose(holding.place)}>
              <PlaceName place={holding.place} page={page} />
            </button>
            <HolderLine holding={holding} names={page.names} />
          </li>
        ))}
      </ul>
    </>
  )
}

function PlaceName({ place, page }: { readonly place: string; readonly page: HoldersPage }) {
  const { language } = useWords()
  const row = page.names.places[place]
  return <bdi>{(language === 'en' ? row?.en || row?.name : row?.name) ?? place}</bdi>
}

interface PanelProps {
  readonly place: string
  readonly view: Query
  readonly close: () => void
}

/** The place that was chosen: who held it when, one line for each source. */
function PlacePanel({ place, view, close }: PanelProps) {
  const { t, language } = useWords()
  const query = useQuery({ ...placeHoldingsQuery(place, view, language), placeholderData: keepPreviousData })
  return (
    <Shown query={query}>
      {page => (
        <section className="place-panel">
          <p className="facts">
            <button type="button" className="button quiet" onClick={close}>
              {t('ui.field.all-places')}
            </button>
          </p>
          <h2>
            <PlaceLink place={page.place} names={page.names} />
          </h2>
          <HoldingRibbons page={page} view={t('ui.holdings.view')} />
          <p className="facts">
            <Link to="/places/$place" params={{ place: page.place }}>
              {t('ui.field.open')}
            </Link>
            <Link to="/contradictions" search={{ place: page.place }}>
              {t('ui.page.contradictions')}
            </Link>
          </p>
          <LaterReferences references={page.references} names={page.names} here={page.place} />
        </section>
      )}
    </Shown>
  )
}
