/** The desk's home: what was read, what failed and why, and the search. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ProblemRow, Summary } from '../../server/api.ts'
import type { ContradictionRow } from '../../server/recordApi.ts'
import { ArticleItem } from '../article-item.tsx'
import { askList, intakeQuery, type Listed, summaryQuery } from '../client.ts'
import { Intake } from '../intake.tsx'
import { KeptViews } from '../kept-views.tsx'
import { FamilyMark } from '../marks.tsx'
import { NewestContradictions } from '../newest-contradictions.tsx'
import { ProblemItem } from '../problem-item.tsx'
import { DeskSearch } from '../search.tsx'
import { Empty, Shown } from '../state.tsx'
import { useTitle } from '../title.ts'
import { useWords } from '../words.ts'

const route = getRouteApi('/')

/** How many of the last problems and of the newest contradictions the desk shows. */
const SHOWN = 4

/** The home page. `?q=` holds what is searched for. */
export function DeskPage() {
  const { t } = useWords()
  const { q } = route.useSearch()
  const navigate = route.useNavigate()
  const query = useDesk()
  useTitle(t('ui.page.desk'))
  return (
    <div className="page desk">
      <h1 className="vh">{t('ui.page.desk')}</h1>
      <DeskSearch q={q ?? ''} search={words => void navigate({ search: words === '' ? {} : { q: words } })} />
      {q === undefined && (
        <Shown query={query}>
          {({ summary, problems, contradictions }) =>
            summary.articles + summary.problems === 0 ? (
              <EmptyRecord />
            ) : (
              <Overview summary={summary} problems={problems} contradictions={contradictions} />
            )
          }
        </Shown>
      )}
    </div>
  )
}

interface DeskData {
  readonly summary: Summary
  /** The last few. */
  readonly problems: readonly ProblemRow[]
  /** The first open ones. */
  readonly contradictions: Listed<ContradictionRow>
}

/** All that the desk shows, asked for together, so that nothing moves when the rest comes. */
function useDesk(): UseQueryResult<DeskData, Error> {
  const { language } = useWords()
  return useQuery({
    queryKey: ['desk', language],
    queryFn: async ({ client, signal }) => {
      const [summary, problems, contradictions] = await Promise.all([
        client.fetchQuery(summaryQuery()),
        askList('problems', { limit: String(SHOWN), lang: language }, signal),
        askList('contradictions', { resolved: 'no', limit: String(SHOWN), lang: language }, signal),
        client.fetchQuery(intakeQuery(language)),
      ])
      return { summary, problems: problems.items, contradictions }
    },
  })
}

/** For a record with nothing in it yet: drop files here, or the commands that fill it. */
function EmptyRecord() {
  const { t } = useWords()
  return (
    <Empty title={t('ui.desk.empty')}>
      <Intake isLarge />
      <p>{t('ui.desk.empty.hint')}</p>
      <pre dir="ltr">hasab read --record hasab.db FOLDER</pre>
      <p>{t('ui.desk.empty.samples')}</p>
      <pre dir="ltr">npm run demo</pre>
    </Empty>
  )
}

function Overview({ summary, problems, contradictions }: DeskData) {
  const { t } = useWords()
  return (
    <>
      <Counts summary={summary} />
      <Families summary={summary} />
      <div className="desk-columns three">
        <section aria-labelledby="newest">
          <h2 id="newest">{t('ui.desk.newest')}</h2>
          <ol className="list">
            {summary.newest.map(article => (
              <ArticleItem key={article.id} article={article} names={summary.names} />
            ))}
          </ol>
          <Link to="/articles" className="onward">
            {t('ui.desk.articles')}
          </Link>
        </section>
        <NewestContradictions page={contradictions} />
        <div className="desk-side">
          <Intake />
          <KeptViews />
          <Failures summary={summary} problems={problems} />
          <section aria-labelledby="about">
            <h2 id="about">{t('ui.desk.about')}</h2>
            <p className="lead">{t('ui.desk.about.text')}</p>
            <Link to="/words" className="onward">
              {t('ui.desk.words')}
            </Link>
          </section>
        </div>
      </div>
    </>
  )
}

/** The five counts, always in this order. */
function Counts({ summary }: { readonly summary: Summary }) {
  const { t, number } = useWords()
  const tiles = [
    {
      to: '/articles',
      name: 'articles',
      note: summary.undated > 0 && t('ui.desk.undated', { n: number(summary.undated) }),
    },
    {
      to: '/claims',
      name: 'claims',
      note: summary.optional > 0 && t('ui.desk.optional', { n: number(summary.optional) }),
    },
    { to: '/places', name: 'places', note: false },
    { to: '/outlets', name: 'outlets', note: false },
    { to: '/problems', name: 'problems', note: false },
  ] as const
  return (
    <ul className="counts" aria-label={t('ui.desk.counts')}>
      {tiles.map(({ to, name, note }) => (
        <li key={name} className={name === 'problems' && summary.problems > 0 ? 'bad' : undefined}>
          <Link to={to}>
            <b>{number(summary[name])}</b> <span>{t(`ui.noun.${name}`)}</span>
          </Link>
          {note !== false && <small>{note}</small>}
        </li>
      ))}
    </ul>
  )
}

function Families({ summary }: { readonly summary: Summary }) {
  const { t, number } = useWords()
  return (
    <ul className="family-counts" aria-label={t('ui.article.families')}>
      {summary.families
        .filter(({ claims }) => claims > 0)
        .map(({ family, claims }) => (
          <li key={family}>
            <Link to="/claims" search={{ family }}>
              <FamilyMark family={family} /> {t(`ui.family.${family}`)} {number(claims)}
            </Link>
          </li>
        ))}
    </ul>
  )
}

/** What failed and why; the same problem met often is one line with its count. */
function Failures({ summary, problems }: Pick<DeskData, 'summary' | 'problems'>) {
  const { t, number } = useWords()
  return (
    <section aria-labelledby="failures">
      <h2 id="failures">{t('ui.desk.failed')}</h2>
      {summary.problems === 0 ? (
        <p className="muted">{t('ui.problems.none')}</p>
      ) : (
        <>
          <p className="facts">
            {summary.problemCodes.map(({ code, count }) => (
              <Link key={code} to="/problems" search={{ code }}>
                <bdi dir="ltr" className="mono">
                  {code}
                </bdi>{' '}
                {number(count)}
              </Link>
            ))}
          </p>
          <ol className="list">
            {problems.map(problem => (
              <ProblemItem key={`${problem.at}-${problem.where}-${problem.code}`} problem={problem} />
            ))}
          </ol>
          {summary.problems > SHOWN && (
            <Link to="/problems" className="onward">
              {t('ui.desk.problems', { n: number(summary.problems) })}
            </Link>
          )}
        </>
      )}
    </section>
  )
}
