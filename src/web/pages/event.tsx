/** An event: how much stands behind it, who has it from whom, where its sources differ, and the claims in their words. */
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { EventReading } from '../../server/recordApi.ts'
import { ClaimItem } from '../claim-item.tsx'
import { eventQuery } from '../client.ts'
import { ContradictionHead } from '../contradiction.tsx'
import { useEventName } from '../event-name.tsx'
import { FallLedger } from '../fall-ledger.tsx'
import { FiguresPlot } from '../figures-plot.tsx'
import { FourCounts } from '../four-counts.tsx'
import { LaterReferences } from '../later-references.tsx'
import { FamilyMark } from '../marks.tsx'
import { Mono, PlaceLink } from '../names.tsx'
import { NamingTable } from '../naming-table.tsx'
import { Shown } from '../state.tsx'
import { Stemma } from '../stemma.tsx'
import { useTitle } from '../title.ts'
import { Tolls } from '../tolls.tsx'
import { useWords } from '../words.ts'
import { Sides } from './events.tsx'

const route = getRouteApi('/events/$event')
const PART = 30

/** The page of an event. */
export function EventPage() {
  const { event } = route.useParams()
  const { language } = useWords()
  const query = useQuery(eventQuery(event, language))
  return <Shown query={query}>{page => <EventView key={page.event.id} page={page} />}</Shown>
}

function EventView({ page }: { readonly page: EventReading }) {
  const [fallen, suppose] = useState<string | null>(null)
  const fall = page.falls.find(({ root }) => root === fallen)
  return (
    <div className="page event-page">
      <EventHead page={page} />
      <Chains page={page} fallen={fallen} suppose={suppose} />
      <FiguresPlot claims={page.claims} names={page.names}>
        <Tolls tolls={page.tolls} figures={page.figures} />
      </FiguresPlot>
      <Contradictions page={page} />
      <NamingTable event={page} names={page.names} />
      <LaterReferences references={page.references} names={page.names} />
      <Claims page={page} fallen={new Set(fall?.claims ?? [])} />
    </div>
  )
}

function EventHead({ page: { event, names, asked } }: { readonly page: EventReading }) {
  const { t } = useWords()
  const name = useEventName()(event, names)
  useTitle(name)
  return (
    <header className="event-head">
      <p className="facts">
        <FamilyMark family={event.family} />
        <span>{t(`ui.family.${event.family}`)}</span>
        <span className="muted">{t('ui.event.named-by-us')}</span>
        <Mono>{event.id.slice(0, 12)}</Mono>
        {asked !== event.id && <span className="muted">{t('ui.event.moved')}</span>}
      </p>
      <h1>{name}</h1>
      <p className="facts">
        <Sides event={event} names={names} />
        {event.places.slice(0, 4).map(place => (
          <PlaceLink key={place} place={place} names={names} />
        ))}
        <Link to="/events/$event/dossier" params={{ event: event.id }}>
          {t('ui.dossier')}
        </Link>
      </p>
      <FourCounts counts={event.counts} />
    </header>
  )
}

interface ChainsProps {
  readonly page: EventReading
  readonly fallen: string | null
  readonly suppose: (root: string | null) => void
}

function Chains({ page, fallen, suppose }: ChainsProps) {
  const { t } = useWords()
  return (
    <section aria-labelledby="chains">
      <h2 id="chains">{t('ui.event.chains')}</h2>
      <p className="muted">{t('ui.event.chains.why')}</p>
      <Stemma chains={page.chains} names={page.names} fallen={fallen} suppose={suppose} />
      {fallen !== null && <FallLedger event={page} names={page.names} fallen={fallen} />}
    </section>
  )
}

function Contradictions({ page: { contradictions, names } }: { readonly page: EventReading }) {
  const { t } = useWords()
  if (contradictions.length === 0) return null
  return (
    <section aria-labelledby="contradictions">
      <h2 id="contradictions">{t('ui.page.contradictions')}</h2>
      <ul className="contradiction-list">
        {contradictions.map(contradiction => (
          <li key={contradiction.id}>
            <ContradictionHead contradiction={contradiction} names={names} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Claims({ page, fallen }: { readonly page: EventReading; readonly fallen: ReadonlySet<string> }) {
  const { t, count, number } = useWords()
  const [shown, setShown] = useState(PART)
  return (
    <section aria-labelledby="claims">
      <h2 id="claims">{count('claims', page.claims.length)}</h2>
      <ol className="list">
        {page.claims.slice(0, shown).map(claim => (
          <ClaimItem
            key={claim.key}
            claim={{ ...claim, hits: [] }}
            names={page.names}
            isFallen={fallen.has(claim.key)}
          />
        ))}
      </ol>
      {page.claims.length > shown && (
        <button type="button" className="button" onClick={() => setShown(shown + PART)}>
          {t('ui.list.more-of', { seen: number(shown), total: number(page.claims.length) })}
        </button>
      )}
    </section>
  )
}
