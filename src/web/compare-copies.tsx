/** The passages that two sides share, word for word, and which way they went where that is known. */
import { Link } from '@tanstack/react-router'
import type { Names } from '../server/api.ts'
import type { Comparison } from '../server/lensApi.ts'
import { LensSection } from './lens-section.tsx'
import { Isolate, OutletName } from './names.tsx'
import { Quote } from './quote.tsx'
import { useWords } from './words.ts'

type Copy = Comparison['copies'][number]

/** Passages of one pair that are shown. */
const MOST_PASSAGES = 4

/** Pairs of articles with what both have. */
export function CompareCopies({ page: { copies, names } }: { readonly page: Comparison }) {
  const { t } = useWords()
  return (
    <LensSection id="copied" title={t('ui.compare.copies')} about={t('ui.shared.why')}>
      {copies.length === 0 && <p className="muted">{t('ui.compare.copies.none')}</p>}
      <ul>
        {copies.map(copy => (
          <CopyItem key={copy.reuse.articles.join(' ')} copy={copy} names={names} />
        ))}
      </ul>
    </LensSection>
  )
}

function CopyItem({
  copy: { reuse, articles, texts },
  names,
}: {
  readonly copy: Copy
  readonly names: Names
}) {
  const { t } = useWords()
  const way = reuse.direction === null ? 'unknown' : 'known'
  return (
    <li className="copy-item">
      <p className="by">
        <b>{t(`ui.shared.${reuse.kind}`)}</b>
        <ArticleLink article={articles[0]} names={names} />
        <span>{t(`ui.compare.way.${way}`)}</span>
        <ArticleLink article={articles[1]} names={names} />
        {reuse.direction !== null && <span className="muted">{t(`ui.shared.by.${reuse.direction}`)}</span>}
      </p>
      {texts.slice(0, MOST_PASSAGES).map(([first]) => (
        <Quote key={first} text={first} />
      ))}
    </li>
  )
}

function ArticleLink({
  article,
  names,
}: {
  readonly article: Copy['articles'][number]
  readonly names: Names
}) {
  return (
    <span>
      <OutletName outlet={article.outlet} names={names} />{' '}
      <Link to="/articles/$article" params={{ article: article.id }}>
        <Isolate text={article.title ?? article.name} />
      </Link>
    </span>
  )
}
