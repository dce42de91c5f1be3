/** The desk's search: one field, and the first articles, claims and places that hold its words. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { SearchPage } from '../server/api.ts'
import { ArticleItem } from './article-item.tsx'
import { ClaimItem } from './claim-item.tsx'
import { searchQuery } from './client.ts'
import { Isolate } from './names.tsx'
import { Empty, Shown } from './state.tsx'
import { useWords } from './words.ts'

interface SearchProps {
  readonly q: string
  readonly search: (words: string) => void
}

/** The field, and what it found once it was sent. */
export function DeskSearch({ q, search }: SearchProps) {
  const { t } = useWords()
  return (
    <>
      <search className="big-find">
        <form
          onSubmit={event => {
            event.preventDefault()
            const words = new FormData(event.currentTarget).get('q')
            search(typeof words === 'string' ? words.trim() : '')
          }}
        >
          <label htmlFor="find">{t('ui.search.label')}</label>
          <div className="field">
            <input id="find" key={q} type="search" name="q" dir="auto" defaultValue={q} data-search="page" />
            <kbd>/</kbd>
            <button type="submit" className="button">
              {t('ui.search.go')}
            </button>
          </div>
        </form>
      </search>
      {q !== '' && <Found q={q} />}
    </>
  )
}

function Found({ q }: { readonly q: string }) {
  const { t, language } = useWords()
  const query = useQuery(searchQuery(q, language))
  return (
    <Shown query={query}>
      {found => {
        const total = found.articles.total + found.claims.total + found.places.total
        return total === 0 ? (
          <Empty title={t('ui.search.none', { q })}>
            <p>{t('ui.search.none.hint')}</p>
          </Empty>
        ) : (
          <Results q={q} found={found} />
        )
      }}
    </Shown>
  )
}

function Results({ q, found }: { readonly q: string; readonly found: SearchPage }) {
  const { t } = useWords()
  return (
    <>
      {found.forms.length > 0 && (
        <p className="hints">
          {t('ui.search.forms')} <bdi lang="ar">{found.forms.join(' ')}</bdi>
        </p>
      )}
      <div className="desk-columns">
        <FoundClaims q={q} found={found} />
        <div className="desk-side">
          <FoundPlaces places={found.places.items} total={found.places.total} />
          <FoundArticles q={q} found={found} />
        </div>
      </div>
    </>
  )
}

function FoundClaims({ q, found: { claims, names } }: { readonly q: string; readonly found: SearchPage }) {
  const { t, count } = useWords()
  return (
    <section aria-labelledby="found-claims">
      <h2 id="found-claims">
        {t('ui.page.claims')} <span className="muted small">{count('claims', claims.total)}</span>
      </h2>
      <ol className="list">
        {claims.items.map(claim => (
          <ClaimItem key={`${claim.article.id}-${claim.id}`} claim={claim} names={names} />
        ))}
      </ol>
      {claims.total > claims.items.length && (
        <Link to="/claims" search={{ q }} className="onward">
          {t('ui.search.all-claims')}
        </Link>
      )}
    </section>
  )
}

function FoundArticles({
  q,
  found: { articles, names },
}: {
  readonly q: string
  readonly found: SearchPage
}) {
  const { t, count } = useWords()
  return (
    <section aria-labelledby="found-articles">
      <h2 id="found-articles">
        {t('ui.page.articles')} <span className="muted small">{count('articles', articles.total)}</span>
      </h2>
      <ol className="list">
        {articles.items.map(article => (
          <ArticleItem key={article.id} article={article} names={names} />
        ))}
      </ol>
      {articles.total > articles.items.length && (
        <Link to="/articles" search={{ q }} className="onward">
          {t('ui.search.all-articles')}
        </Link>
      )}
    </section>
  )
}

function FoundPlaces({
  places,
  total,
}: {
  readonly places: SearchPage['places']['items']
  readonly total: number
}) {
  const { t, count, number, language } = useWords()
  if (places.length === 0) return null
  return (
    <section aria-labelledby="found-places">
      <h2 id="found-places">
        {t('ui.page.places')} <span className="muted small">{count('places', total)}</span>
      </h2>
      <ul className="inside">
        {places.map(({ id, name, en, claims }) => (
          <li key={id}>
            <Link to="/places/$place" params={{ place: id }}>
              <Isolate text={language === 'en' ? en || name : name} />
            </Link>{' '}
            <span className="muted">{number(claims)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
