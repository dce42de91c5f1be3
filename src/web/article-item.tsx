/** An article in a list. */
import { Link } from '@tanstack/react-router'
import type { ArticleHit, ArticleRow, Names } from '../server/api.ts'
import { Published } from './article-head.tsx'
import { OutletName } from './names.tsx'
import { Hits } from './quote.tsx'
import { useWords } from './words.ts'

interface ItemProps {
  readonly article: ArticleRow & { readonly snippet?: ArticleHit['snippet'] }
  readonly names: Names
}

/** Outlet and date, headline, what was found, and how much was read out of it. */
export function ArticleItem({ article, names }: ItemProps) {
  const { t, count } = useWords()
  return (
    <li className="article-item">
      <p className="facts">
        <OutletName outlet={article.outlet} names={names} />
        <Published article={article} />
      </p>
      <Link to="/articles/$article" params={{ article: article.id }} className="headline" lang="ar" dir="rtl">
        {article.title ?? t('ui.article.untitled')}
      </Link>
      {article.snippet !== null && article.snippet !== undefined && (
        <blockquote className="quote" lang="ar" dir="rtl">
          <Hits text={article.snippet.text.replaceAll('\n', ' ')} hits={article.snippet.hits} />
        </blockquote>
      )}
      <p className="foot-line">
        <span>{count('claims', article.claims)}</span>
        <span>{count('places', article.places)}</span>
      </p>
    </li>
  )
}
