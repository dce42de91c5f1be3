/** What stands over an article: outlet, date and how it is known, headline; and the bar of families. */
import { Link } from '@tanstack/react-router'
import { FAMILIES, type Family } from '../model.ts'
import type { ApiClaim, ArticleReading } from '../server/api.ts'
import { tellDate } from './dates.ts'
import { FamilyMark } from './marks.tsx'
import { Isolate, OutletName } from './names.tsx'
import { type Layers, Run } from './reader-text.tsx'
import { useWords } from './words.ts'

interface HeadProps {
  readonly reading: ArticleReading
  readonly layers: Layers
  readonly selected: number | null
}

/** Outlet, date, credits and headline. */
export function ArticleHead({ reading, layers, selected }: HeadProps) {
  const { article, claims, names } = reading
  const words = useWords()
  const { t, count, number } = words
  const optional = claims.filter(claim => claim.optional).length
  return (
    <header className="article-head">
      <p className="facts">
        {article.outlet === null ? (
          <OutletName outlet={null} names={names} />
        ) : (
          <Link to="/outlets/$outlet" params={{ outlet: article.outlet }}>
            <OutletName outlet={article.outlet} names={names} />
          </Link>
        )}
        <PublishedOrDated reading={reading} />
        {article.credits.length > 0 && (
          <span>
            {t('ui.article.credits')}{' '}
            {article.credits.map(credit => (
              <Isolate key={credit} className="who" text={`${credit} `} />
            ))}
          </span>
        )}
        <span className="muted">
          {count('claims', claims.length)}
          {optional > 0 && ` ${t('ui.article.optional', { n: number(optional) })}`}
        </span>
      </p>
      <h1 lang="ar" dir="rtl">
        {article.titleSpan === null ? (
          (article.title ?? t('ui.article.untitled'))
        ) : (
          <Run span={article.titleSpan} layers={layers} selected={selected} />
        )}
      </h1>
    </header>
  )
}

/** The stated date; else what the record shows, leading to its reasons. */
function PublishedOrDated({ reading: { article, dating } }: Pick<HeadProps, 'reading'>) {
  const dated = dating?.published ?? null
  if (article.published !== null || dated === null) return <Published article={article} />
  return (
    <a href="#dating">
      <Published article={{ published: dated, publishedFrom: 'inferred' }} />
    </a>
  )
}

/** The date of publication and how it is known. */
export function Published({
  article,
}: {
  readonly article: Pick<ArticleReading['article'], 'published' | 'publishedFrom'>
}) {
  const words = useWords()
  if (article.published === null) return <span>{words.t('ui.date.none')}</span>
  return (
    <span>
      {tellDate(words, article.published)}{' '}
      {article.publishedFrom !== null && (
        <span className="muted">{words.t(`ui.published.${article.publishedFrom}`)}</span>
      )}
    </span>
  )
}

interface BarProps {
  readonly claims: readonly ApiClaim[]
  readonly hidden: ReadonlySet<Family>
  readonly hide: (family: Family) => void
  readonly isAll: boolean
  readonly setAll: (isAll: boolean) => void
}

/** Families with their underlines and counts; a press hides or shows one. */
export function FamilyBar({ claims, hidden, hide, isAll, setAll }: BarProps) {
  const { t, number } = useWords()
  const counted = (family: Family) =>
    claims.filter(claim => claim.family === family && !claim.optional).length
  const families = (Object.keys(FAMILIES) as Family[]).filter(family => counted(family) > 0)
  const optional = claims.filter(claim => claim.optional).length
  return (
    <div className="family-bar" role="toolbar" aria-label={t('ui.article.families')}>
      {families.map(family => (
        <button key={family} type="button" aria-pressed={!hidden.has(family)} onClick={() => hide(family)}>
          <FamilyMark family={family} />
          {t(`ui.family.${family}`)} {number(counted(family))}
        </button>
      ))}
      <span className="end">
        {optional > 0 && (
          <button type="button" aria-pressed={isAll} onClick={() => setAll(!isAll)}>
            {t('ui.article.show-optional')} {number(optional)}
          </button>
        )}
        <span className="who">{t('ui.article.rubric')}</span>
        <span className="keys-hint">
          <kbd>j</kbd> <kbd>k</kbd> <kbd>?</kbd>
        </span>
      </span>
    </div>
  )
}
