/** What an article shares with others: with whom, how much of it, who took it from whom, and what the copy changed. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Names } from '../server/api.ts'
import type { ReusePage } from '../server/recordApi.ts'
import { reuseQuery } from './client.ts'
import { tellDate } from './dates.ts'
import { Isolate, OutletName, Wording } from './names.tsx'
import { useWords } from './words.ts'

type Shared = ReusePage['items'][number]

const MOST_CHANGES = 8

/** The others, those with most of it first; nothing where it shares nothing. */
export function SharedPassages({ article }: { readonly article: string }) {
  const { t, language } = useWords()
  const query = useQuery(reuseQuery(article, language))
  const { items = [], names } = query.data ?? {}
  if (items.length === 0 || names === undefined) return null
  return (
    <section className="shared" aria-labelledby="shared">
      <h2 id="shared">{t('ui.shared')}</h2>
      <p className="muted">{t('ui.shared.why')}</p>
      <ul>
        {items.map(shared => (
          <SharedItem key={shared.other.id} article={article} shared={shared} names={names} />
        ))}
      </ul>
    </section>
  )
}

interface ItemProps {
  readonly article: string
  readonly shared: Shared
  readonly names: Names
}

function SharedItem({ article, shared, names }: ItemProps) {
  const words = useWords()
  const { t, number } = words
  const { reuse, other, isFirst } = shared
  const share = Math.round(100 * reuse.shares[isFirst ? 0 : 1])
  const way = reuse.direction === null ? 'unknown' : isFirst ? 'given' : 'taken'
  return (
    <li>
      <p className="by">
        <b>{t(`ui.shared.${reuse.kind}`)}</b>
        <Link to="/articles/$article" params={{ article: other.id }}>
          <Isolate text={other.title ?? other.name} />
        </Link>
        <OutletName outlet={other.outlet} names={names} />
        {other.published !== null && <span>{tellDate(words, other.published)}</span>}
        <span className="muted">
          {t('ui.shared.share', { n: number(share) })} · {t(`ui.shared.way.${way}`)}
          {reuse.direction !== null && ` (${t(`ui.shared.by.${reuse.direction}`)})`}
        </span>
        <Link to="/compare" search={{ a: article, b: other.id }}>
          {t('ui.compare.this')}
        </Link>
      </p>
      <Changes changes={reuse.changes} />
    </li>
  )
}

/** What the second article does not say as the first does. */
function Changes({ changes }: { readonly changes: Shared['reuse']['changes'] }) {
  const { t } = useWords()
  return (
    <ul className="changes">
      {changes.slice(0, MOST_CHANGES).map(({ kind, spans, texts: [first, second] }) => (
        <li key={`${kind} ${spans[0]?.[0] ?? ''} ${spans[1]?.[0] ?? ''}`}>
          <small>{t(`ui.change.${kind}`)}</small>{' '}
          {first === null ? (
            <span className="muted">{t('ui.change.nothing')}</span>
          ) : (
            <Wording text={first} />
          )}
          <span aria-hidden="true"> › </span>
          {second === null ? (
            <span className="muted">{t('ui.change.nothing')}</span>
          ) : (
            <Wording text={second} />
          )}
        </li>
      ))}
    </ul>
  )
}
