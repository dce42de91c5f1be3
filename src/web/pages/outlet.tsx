/** An outlet: whom it relies on, how it says things, what it calls whom, of what it is silent, copies. It is described, not scored. */
import '../styles/lens.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { OutletPage as Page } from '../../server/lensApi.ts'
import { outletQuery } from '../client.ts'
import { tellDate } from '../dates.ts'
import { useChoices } from '../filters.tsx'
import { Isolate, Mono, OutletName } from '../names.tsx'
import { OutletCopies } from '../outlet-copies.tsx'
import { OutletNaming } from '../outlet-naming.tsx'
import { Manners, Reliance } from '../outlet-reliance.tsx'
import { Silences } from '../outlet-silences.tsx'
import { Shown } from '../state.tsx'
import { useTitle } from '../title.ts'
import { useWords } from '../words.ts'

const route = getRouteApi('/outlets/$outlet')

/** The page of an outlet. */
export function OutletPage() {
  const { outlet } = route.useParams()
  const { language } = useWords()
  const query = useQuery(outletQuery(outlet, language))
  return <Shown query={query}>{page => <Outlet key={page.outlet.id} page={page} />}</Shown>
}

function Outlet({ page }: { readonly page: Page }) {
  return (
    <div className="page lens-page">
      <OutletHead page={page} />
      <Reliance page={page} />
      <Manners page={page} />
      <OutletNaming page={page} />
      <Silences page={page} />
      <OutletCopies page={page} />
    </div>
  )
}

function OutletHead({ page: { outlet, names } }: { readonly page: Page }) {
  const { t, language } = useWords()
  const name = (language === 'en' ? outlet.en || outlet.name : outlet.name) || outlet.id
  useTitle(name)
  return (
    <header className="lens-head">
      <p className="facts">
        <span>{t('ui.table.outlet')}</span>
        {(outlet.domain ?? '')
          .split('|')
          .filter(Boolean)
          .map(domain => (
            <Mono key={domain}>{domain}</Mono>
          ))}
        {outlet.siblings.length > 0 && (
          <span>
            {t('ui.outlet.siblings')}{' '}
            {outlet.siblings.map(sibling => (
              <Link key={sibling} to="/outlets/$outlet" params={{ outlet: sibling }}>
                <OutletName outlet={sibling} names={names} />{' '}
              </Link>
            ))}
          </span>
        )}
      </p>
      <h1>
        <Isolate text={name} />
      </h1>
      <OutletFacts outlet={outlet} />
      <p className="lead">{t('ui.outlet.about')}</p>
      <CompareWith outlet={outlet.id} />
    </header>
  )
}

/** What the record has of it, and the lists of it. */
function OutletFacts({ outlet }: Pick<Page, 'outlet'>) {
  const words = useWords()
  const { t, count } = words
  return (
    <p className="facts">
      <Link to="/articles" search={{ outlet: outlet.id }}>
        {count('articles', outlet.articles)}
      </Link>
      <Link to="/claims" search={{ outlet: outlet.id }}>
        {count('claims', outlet.claims)}
      </Link>
      <Link to="/events" search={{ outlet: outlet.id }}>
        {t('ui.page.events')}
      </Link>
      {outlet.first !== null && outlet.last !== null && (
        <span>{tellDate(words, `${outlet.first}/${outlet.last}`)}</span>
      )}
      {outlet.undated > 0 && (
        <span className="muted">{t('ui.desk.undated', { n: words.number(outlet.undated) })}</span>
      )}
    </p>
  )
}

/** Leads to the outlet beside another one. */
function CompareWith({ outlet }: { readonly outlet: string }) {
  const { t } = useWords()
  const navigate = route.useNavigate()
  const choices = useChoices('outlets').filter(([id]) => id !== outlet)
  return (
    <label className="compare-with">
      <span>{t('ui.compare.with')}</span>
      <select
        value=""
        onChange={event => void navigate({ to: '/compare', search: { a: outlet, b: event.target.value } })}
      >
        <option value="">{t('ui.compare.choose')}</option>
        {choices.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
