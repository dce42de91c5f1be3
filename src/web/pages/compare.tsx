/** Two articles, or two outlets, beside each other: the events that both tell, what one tells alone, names, numbers, copied passages. */
import '../styles/lens.css'
import '../styles/compare.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { Comparison } from '../../server/lensApi.ts'
import { askComparison } from '../client.ts'
import { CompareCopies } from '../compare-copies.tsx'
import { OnlyHere, SharedEvents } from '../compare-events.tsx'
import { CompareNames, CompareNumbers } from '../compare-names.tsx'
import { tellDate } from '../dates.ts'
import { ChoiceField, Filters, useChoices } from '../filters.tsx'
import { OutletName, useName } from '../names.tsx'
import { PageHead } from '../page-head.tsx'
import { Shown } from '../state.tsx'
import { useTitle } from '../title.ts'
import { useWords } from '../words.ts'

const route = getRouteApi('/compare')

/** The page; without two sides in its address it asks for two outlets. */
export function ComparePage() {
  const { a = '', b = '' } = route.useSearch()
  return a === '' || b === '' ? <Pick /> : <Beside key={`${a} ${b}`} a={a} b={b} />
}

function Pick() {
  const { t } = useWords()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const choices = useChoices('outlets')
  return (
    <div className="page">
      <PageHead title={t('ui.page.compare')} about={t('ui.compare.about')} />
      <Filters values={search} change={values => void navigate({ search: values })}>
        <ChoiceField name="a" values={search} choices={choices} any={t('ui.compare.choose')} />
        <ChoiceField name="b" values={search} choices={choices} any={t('ui.compare.choose')} />
      </Filters>
      <p className="muted">{t('ui.compare.articles')}</p>
    </div>
  )
}

function Beside({ a, b }: { readonly a: string; readonly b: string }) {
  const { language } = useWords()
  const query = useQuery({
    queryKey: ['compare', a, b, language],
    queryFn: ({ signal }) => askComparison({ a, b, lang: language }, signal),
  })
  return (
    <Shown query={query}>
      {page => (
        <div className="page lens-page">
          <CompareHead page={page} />
          <SharedEvents page={page} />
          <OnlyHere page={page} />
          <CompareNumbers page={page} />
          <CompareNames page={page} />
          <CompareCopies page={page} />
        </div>
      )}
    </Shown>
  )
}

function CompareHead({ page }: { readonly page: Comparison }) {
  const { t, number } = useWords()
  const nameOf = useName()
  const [first, second] = page.sides.map(
    ({ id, article }) => article?.title ?? article?.name ?? nameOf(page.names.outlets, id),
  )
  const title = `${first} · ${second}`
  useTitle(title)
  return (
    <header className="beside compare-head">
      <h1 className="vh">{title}</h1>
      <SideHead side={page.sides[0]} page={page} />
      <p className="between">
        {t('ui.compare.meet')} <b>{number(page.shared.total)}</b> {t('ui.compare.events')}
      </p>
      <SideHead side={page.sides[1]} page={page} />
    </header>
  )
}

interface SideProps {
  readonly side: Comparison['sides'][number]
  readonly page: Comparison
}

/** Who it is: an article with its outlet, day and headline, or an outlet. */
function SideHead({ side: { id, article, claims, events }, page: { names } }: SideProps) {
  const words = useWords()
  const { t, count } = words
  const tally = `${count('claims', claims)} · ${count('events', events)}`
  if (article === null)
    return (
      <div>
        <Link to="/outlets/$outlet" params={{ outlet: id }} className="headline">
          <OutletName outlet={id} names={names} />
        </Link>
        <p className="facts">{tally}</p>
      </div>
    )
  return (
    <div>
      <p className="facts">
        <OutletName outlet={article.outlet} names={names} />
        <span>{article.published === null ? t('ui.date.none') : tellDate(words, article.published)}</span>
        <span className="muted">{tally}</span>
      </p>
      <Link to="/articles/$article" params={{ article: id }} className="headline" lang="ar" dir="rtl">
        {article.title ?? t('ui.article.untitled')}
      </Link>
    </div>
  )
}
