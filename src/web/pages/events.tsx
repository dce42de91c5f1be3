/** Events: what claims from different articles are about, with how much stands behind each. */
import { getRouteApi } from '@tanstack/react-router'
import { FAMILIES } from '../../model.ts'
import type { Names } from '../../server/api.ts'
import type { EventRow } from '../../server/recordApi.ts'
import { EventLink } from '../event-name.tsx'
import { type Choice, ChoiceField, DayField, Filters, NamedField } from '../filters.tsx'
import { FourCounts } from '../four-counts.tsx'
import { List } from '../list.tsx'
import { FamilyMark } from '../marks.tsx'
import { Isolate, useName } from '../names.tsx'
import { PageHead } from '../page-head.tsx'
import { useWords } from '../words.ts'

const route = getRouteApi('/events')

/** The list of events, latest first. */
export function EventsPage() {
  const { t } = useWords()
  const search = route.useSearch()
  return (
    <div className="page">
      <PageHead title={t('ui.page.events')} about={t('ui.events.about')} />
      <EventFilters />
      <List
        kind="events"
        query={search}
        noun="events"
        empty={t('ui.list.none')}
        item={(event, names) => <EventItem key={event.id} event={event} names={names} />}
      />
    </div>
  )
}

function EventFilters() {
  const { t } = useWords()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const families = Object.keys(FAMILIES).map((family): Choice => [family, t(`ui.family.${family}`)])
  return (
    <Filters values={search} change={values => void navigate({ search: values })}>
      <ChoiceField name="family" values={search} choices={families} />
      <NamedField name="actor" kind="actors" values={search} />
      <NamedField name="place" kind="places" values={search} />
      <NamedField name="outlet" kind="outlets" values={search} />
      <DayField name="from" values={search} />
      <DayField name="to" values={search} />
    </Filters>
  )
}

/** One event: its name, who against whom, the four counts, open contradictions. */
export function EventItem({ event, names }: { readonly event: EventRow; readonly names: Names }) {
  const { t, count } = useWords()
  return (
    <li className="event-item">
      <p className="by">
        <FamilyMark family={event.family} />
        <EventLink event={event} names={names} />
        {event.contradictions > 0 && (
          <span className="open-contradiction">{count('contradictions', event.contradictions)}</span>
        )}
      </p>
      <p className="by">
        <Sides event={event} names={names} />
      </p>
      <FourCounts counts={event.counts} />
      {event.counts.roots.max === 1 && event.counts.articles > 1 && (
        <p className="muted">{t('ui.event.one-root')}</p>
      )}
    </li>
  )
}

/** Who did it, to whom, by name. */
export function Sides({ event, names }: { readonly event: EventRow; readonly names: Names }) {
  const { t } = useWords()
  const nameOf = useName()
  const tell = (ids: readonly string[]) => ids.slice(0, 3).map(id => nameOf(names.actors, id))
  const [agents, targets] = [tell(event.agents), tell(event.targets)]
  if (agents.length + targets.length === 0) return <span className="muted">{t('ui.event.nobody')}</span>
  return (
    <>
      {agents.map(name => (
        <Isolate key={name} text={name} />
      ))}
      {targets.length > 0 && <span className="muted">{t('ui.event.against')}</span>}
      {targets.map(name => (
        <Isolate key={name} text={name} />
      ))}
    </>
  )
}
