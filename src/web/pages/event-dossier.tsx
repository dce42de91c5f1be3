/** The dossier of an event, to print: what stands behind it, every claim in full by whose word it is, and the articles. */
import '../styles/dossier.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { EventReading } from '../../server/recordApi.ts'
import { eventQuery, summaryQuery } from '../client.ts'
import { ContradictionHead } from '../contradiction.tsx'
import { Cite, DossierClaim, DossierFrame, DossierSources, numberArticles } from '../dossier.tsx'
import { useEventName } from '../event-name.tsx'
import { FiguresPlot } from '../figures-plot.tsx'
import { FourCounts } from '../four-counts.tsx'
import { LaterReferences } from '../later-references.tsx'
import { TellerName } from '../names.tsx'
import { NamingTable } from '../naming-table.tsx'
import { Shown } from '../state.tsx'
import { Table } from '../table.tsx'
import { useWords } from '../words.ts'
import { Sides } from './events.tsx'

const route = getRouteApi('/events/$event/dossier')

type Claim = EventReading['claims'][number]

/** Claims by whose word they are, those of most claims first, numbered through. */
function groupByRoot(claims: readonly Claim[]) {
  const groups = [...Map.groupBy(claims, ({ root }) => root.key)]
    .map(([key, own]) => ({ key, own, root: own[0]?.root }))
    .sort((a, b) => b.own.length - a.own.length)
  const numberOf = new Map(groups.flatMap(({ own }) => own).map(({ key }, i) => [key, i + 1]))
  return { groups, numberOf }
}

/** The page. */
export function EventDossierPage() {
  const { event } = route.useParams()
  const { language } = useWords()
  const query = useQuery(eventQuery(event, language))
  return <Shown query={query}>{page => <EventDossier page={page} />}</Shown>
}

function EventDossier({ page }: { readonly page: EventReading }) {
  const { t } = useWords()
  const { event, names, claims } = page
  const { data: summary } = useQuery(summaryQuery())
  const title = useEventName()(event, names)
  const { articles, numberOf } = numberArticles(claims)
  const { groups, numberOf: claimNumbers } = groupByRoot(claims)
  return (
    <DossierFrame kind={t('ui.dossier.event')} title={title} record={summary?.record ?? ''}>
      <p className="facts">
        <Sides event={event} names={names} />
        <span className="muted">{t('ui.event.named-by-us')}</span>
        <Link to="/events/$event" params={{ event: event.id }} className="screen-only">
          {t('ui.dossier.back')}
        </Link>
      </p>
      <FourCounts counts={event.counts} />
      <Opposed page={page} numberOf={claimNumbers} />
      <FiguresPlot claims={claims} names={names} />
      <section aria-labelledby="by-root">
        <h2 id="by-root">{t('ui.dossier.claims')}</h2>
        {groups.map(({ key, own, root }) => (
          <RootClaims key={key} root={root} own={own} names={names} numbers={[claimNumbers, numberOf]} />
        ))}
      </section>
      <Falls page={page} />
      <NamingTable event={page} names={names} />
      <LaterReferences references={page.references} names={names} />
      <Copies page={page} numberOf={numberOf} />
      <DossierSources articles={articles} names={names} />
    </DossierFrame>
  )
}

interface RootProps {
  readonly root: Claim['root'] | undefined
  readonly own: readonly Claim[]
  readonly names: EventReading['names']
  readonly numbers: readonly [claims: ReadonlyMap<string, number>, articles: ReadonlyMap<string, number>]
}

function RootClaims({ root, own, names, numbers: [claims, articles] }: RootProps) {
  const { t, count } = useWords()
  if (root === undefined) return null
  return (
    <>
      <h3>
        <TellerName teller={root} names={names} />{' '}
        <small>
          {t(root.kind === 'own' ? 'ui.chain.own' : `ui.source.${root.kind}`)} · {count('claims', own.length)}
        </small>
      </h3>
      <ol>
        {own.map(claim => (
          <DossierClaim
            key={claim.key}
            claim={{ ...claim, hits: [] }}
            names={names}
            numbers={[claims.get(claim.key) ?? 0, articles.get(claim.article.id) ?? 0]}
          />
        ))}
      </ol>
    </>
  )
}

interface NumberedProps {
  readonly page: EventReading
  readonly numberOf: ReadonlyMap<string, number>
}

/** The contradictions, with the numbers of the claims of each side. */
function Opposed({ page: { contradictions, names }, numberOf }: NumberedProps) {
  const { t, number } = useWords()
  if (contradictions.length === 0) return null
  const tell = (keys: readonly string[]) =>
    keys.map(key => number(numberOf.get(key) ?? 0)).join(t('ui.comma'))
  return (
    <section aria-labelledby="opposed">
      <h2 id="opposed">{t('ui.page.contradictions')}</h2>
      <ul className="contradiction-list">
        {contradictions.map(contradiction => (
          <li key={contradiction.id}>
            <ContradictionHead contradiction={contradiction} names={names} />
            <p className="muted">
              {t('ui.dossier.opposed', {
                first: tell(contradiction.claims[0]),
                second: tell(contradiction.claims[1]),
              })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

const FALL_HEADS = ['ui.dossier.root', 'ui.dossier.fallen', 'ui.dossier.left']

/** What would be left if a root were false, one line for each. */
function Falls({ page: { falls, claims, names } }: { readonly page: EventReading }) {
  const { t, count } = useWords()
  const roots = new Map(claims.map(({ root }) => [root.key, root]))
  return (
    <section aria-labelledby="falls">
      <h2 id="falls">{t('ui.dossier.falls')}</h2>
      <p className="muted">{t('ui.dossier.falls.why')}</p>
      <Table heads={FALL_HEADS}>
        {falls.map(({ root: key, claims: fallen, left }) => {
          const root = roots.get(key)
          return (
            <tr key={key}>
              <th scope="row">{root !== undefined && <TellerName teller={root} names={names} />}</th>
              <td>{count('claims', fallen.length)}</td>
              <td>
                {count('articles', left.articles)} · {count('outlets', left.outlets)}
              </td>
            </tr>
          )
        })}
      </Table>
    </section>
  )
}

/** Which of the articles share passages. */
function Copies({ page: { reuse }, numberOf }: NumberedProps) {
  const { t, number } = useWords()
  if (reuse.length === 0) return null
  return (
    <section aria-labelledby="copies">
      <h2 id="copies">{t('ui.dossier.copies')}</h2>
      <ul>
        {reuse.map(({ articles: [first, second], kind, direction, shares }) => (
          <li key={`${first} ${second}`}>
            <Cite number={numberOf.get(second) ?? 0} />{' '}
            {t(direction === null ? 'ui.dossier.shares' : 'ui.dossier.took')}{' '}
            <Cite number={numberOf.get(first) ?? 0} /> {t(`ui.shared.${kind}`)} ·{' '}
            {t('ui.dossier.share', { n: number(Math.round(100 * shares[1])) })}
          </li>
        ))}
      </ul>
    </section>
  )
}
