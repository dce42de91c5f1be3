/** The parts that every dossier is made of: its frame, its numbered claims in full, and the articles that they are from. */
import type { ReactNode } from 'react'
import type { ClaimHit, Names } from '../server/api.ts'
import { Published } from './article-head.tsx'
import { Trail } from './chain.tsx'
import { ClaimPlaces } from './claim-item.tsx'
import { tellDate, tellMoment } from './dates.ts'
import { FamilyMark, StanceGlyph } from './marks.tsx'
import { Isolate, Mono, OutletName } from './names.tsx'
import { Quote } from './quote.tsx'
import { useTitle } from './title.ts'
import { useWords } from './words.ts'

type Article = ClaimHit['article']

/** Articles in the order in which they were published, and the number of each: undated ones last. */
export function numberArticles(claims: readonly { readonly article: Article }[]): {
  readonly articles: readonly Article[]
  readonly numberOf: ReadonlyMap<string, number>
} {
  const unique = [...new Map(claims.map(({ article }) => [article.id, article])).values()]
  const key = ({ published, id }: Article) => `${published ?? '9'} ${id}`
  const articles = unique.sort((a, b) => (key(a) < key(b) ? -1 : 1))
  return { articles, numberOf: new Map(articles.map(({ id }, i) => [id, i + 1])) }
}

interface FrameProps {
  /** What kind of dossier it is. */
  readonly kind: string
  readonly title: string
  readonly record: string
  readonly children: ReactNode
}

/** Head and body of a dossier, with the button that prints it. The moment is the one at which it was opened. */
export function DossierFrame({ kind, title, record, children }: FrameProps) {
  const words = useWords()
  const { t, numerals } = words
  useTitle(title)
  return (
    <article className="page dossier" data-numerals={numerals}>
      <header>
        <p className="facts">
          <span>{kind}</span>
          <span className="muted">
            {t('ui.dossier.made', { moment: tellMoment(words, new Date().toISOString()) })}{' '}
            <bdi className="strong">{record}</bdi>
          </span>
          <button type="button" className="button" onClick={() => print()}>
            {t('ui.dossier.print')}
          </button>
        </p>
        <h1>{title}</h1>
        <p className="lead">{t('ui.dossier.note')}</p>
      </header>
      {children}
    </article>
  )
}

interface ClaimProps {
  readonly claim: ClaimHit
  readonly names: Names
  /** The claim's own number, and its article's. */
  readonly numbers: readonly [claim: number, article: number]
}

/** One claim: its number, its words in full, its chain, and which article it is from. */
export function DossierClaim({ claim, names, numbers: [number, article] }: ClaimProps) {
  const words = useWords()
  const { t } = words
  const day = claim.time ?? claim.article.published
  return (
    <li className="dossier-claim">
      <p className="by">
        <b className="number">{words.number(number)}.</b>
        <FamilyMark family={claim.family} />
        <b>{t(`ui.type.${claim.type}`)}</b>
        <span>{day === null ? t('ui.date.none') : tellDate(words, day)}</span>
        <span className="muted">{t(`ui.dated.${datedOf(claim)}`)}</span>
        <ClaimPlaces places={claim.places} names={names} />
      </p>
      <Quote text={claim.evidence} />
      <p className="by">
        <Trail sources={claim.sources} outlet={claim.article.outlet} names={names} />
        <span className="with-mark">
          <StanceGlyph stance={claim.stance} />
          {t(`ui.stance.${claim.stance}`)}
        </span>
        {claim.modality !== 'asserted' && <span>{t(`ui.modality.${claim.modality}`)}</span>}
        <Cite number={article} />
      </p>
    </li>
  )
}

function datedOf({ time, article }: ClaimHit): 'text' | 'published' | 'none' {
  if (time !== null) return 'text'
  return article.published === null ? 'none' : 'published'
}

/** The number of an article, leading to it in the list at the end. */
export function Cite({ number }: { readonly number: number }) {
  const words = useWords()
  return (
    <a href={`#article-${number}`} className="cite">
      {words.t('ui.dossier.cite', { n: words.number(number) })}
    </a>
  )
}

/** An address with its letters instead of their codes; one whose codes are not whole stays as it is. */
function readable(url: string): string {
  try {
    return decodeURI(url)
  } catch {
    return url
  }
}

interface SourcesProps {
  readonly articles: readonly Article[]
  readonly names: Names
}

/** The articles by number: outlet, headline, day and how it is known, address, and the hash of their bytes. */
export function DossierSources({ articles, names }: SourcesProps) {
  const words = useWords()
  const { t } = words
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">{t('ui.dossier.sources')}</h2>
      <p className="muted">{t('ui.dossier.sources.why')}</p>
      <ol className="dossier-sources">
        {articles.map((article, i) => (
          <li key={article.id} id={`article-${i + 1}`}>
            <p className="by">
              <b>{t('ui.dossier.cite', { n: words.number(i + 1) })}</b>
              <OutletName outlet={article.outlet} names={names} />
              <Published article={article} />
            </p>
            <p className="source-title">
              <Isolate text={article.title ?? t('ui.article.untitled')} />
            </p>
            <p className="source-trace">
              <Mono>{article.url === null ? article.name : readable(article.url)}</Mono>{' '}
              <Mono>{`SHA-256 ${article.id}`}</Mono>
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
