/** The events of two sides: those that both tell, with the words of each; and those that only one tells. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Names } from '../server/api.ts'
import type { Comparison } from '../server/lensApi.ts'
import { Trail } from './chain.tsx'
import { askComparison } from './client.ts'
import { EventLink } from './event-name.tsx'
import { FamilyMark } from './marks.tsx'
import { OutletName } from './names.tsx'
import { Quote } from './quote.tsx'
import { useWords } from './words.ts'

type Shared = Comparison['shared']['items'][number]
type Claim = Shared['claims'][number][number]
type Lists = {
  readonly shared: Comparison['shared']
  readonly first: Comparison['only'][number]
  readonly second: Comparison['only'][number]
}

/** One of the lists of a comparison, part by part: the first part is on the page already. */
function useParts<K extends keyof Lists>(page: Comparison, list: K) {
  const { language } = useWords()
  const [a, b] = page.sides.map(({ id }) => id)
  const pick = ({ shared, only }: Comparison) =>
    ({ shared, first: only[0], second: only[1] })[list] as Lists[K]
  const parts = useInfiniteQuery({
    queryKey: ['compare', a, b, language, list],
    queryFn: ({ pageParam, signal }) =>
      askComparison({ a, b, list, page: pageParam, lang: language }, signal),
    initialPageParam: '',
    initialData: { pages: [page], pageParams: [''] },
    getNextPageParam: last => pick(last).next,
  })
  const pages = parts.data.pages.map(part => ({ items: pick(part).items, names: part.names }))
  return { pages, total: pick(page).total, parts }
}

interface MoreProps {
  readonly seen: number
  readonly total: number
  readonly parts: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown }
}

function More({ seen, total, parts }: MoreProps) {
  const { t, number } = useWords()
  if (!parts.hasNextPage) return null
  return (
    <button
      type="button"
      className="button"
      disabled={parts.isFetchingNextPage}
      onClick={() => void parts.fetchNextPage()}
    >
      {t('ui.list.more-of', { seen: number(seen), total: number(total) })}
    </button>
  )
}

/** Events that both tell: the words of the first, how they stand to each other, the words of the second. */
export function SharedEvents({ page }: { readonly page: Comparison }) {
  const { t, number } = useWords()
  const { pages, total, parts } = useParts(page, 'shared')
  const seen = pages.reduce((sum, { items }) => sum + items.length, 0)
  return (
    <section className="part-of-two" aria-labelledby="shared-events">
      <h2 id="shared-events">
        {t('ui.compare.shared')} <small>{number(total)}</small>
      </h2>
      {total === 0 && <p className="muted">{t('ui.compare.shared.none')}</p>}
      <ol>
        {pages.flatMap(({ items, names }) =>
          (items as readonly Shared[]).map(shared => (
            <SharedRow key={shared.event.id} shared={shared} names={names} />
          )),
        )}
      </ol>
      <More seen={seen} total={total} parts={parts} />
    </section>
  )
}

function SharedRow({ shared, names }: { readonly shared: Shared; readonly names: Names }) {
  const { t } = useWords()
  const { event, claims, totals, relation } = shared
  return (
    <li className="shared-row">
      <p className="by">
        <FamilyMark family={event.family} />
        <EventLink event={event} names={names} />
      </p>
      <div className="beside">
        <SideClaims claims={claims[0]} total={totals[0]} names={names} />
        <p className={`between ${relation}`}>{t(`ui.compare.${relation}`)}</p>
        <SideClaims claims={claims[1]} total={totals[1]} names={names} />
      </div>
    </li>
  )
}

interface ClaimsProps {
  readonly claims: readonly Claim[]
  readonly total: number
  readonly names: Names
}

function SideClaims({ claims, total, names }: ClaimsProps) {
  const { t, number } = useWords()
  return (
    <div>
      {claims.map(claim => (
        <SideClaim key={claim.key} claim={claim} names={names} />
      ))}
      {total > claims.length && (
        <p className="muted">{t('ui.side.more', { n: number(total - claims.length) })}</p>
      )}
    </div>
  )
}

/** A claim in brief: its type, its chain, its words, which lead to the article. */
function SideClaim({ claim, names }: { readonly claim: Claim; readonly names: Names }) {
  const { t } = useWords()
  return (
    <div className="side-claim">
      <p className="by">
        <b>{t(`ui.type.${claim.type}`)}</b>
        <Trail sources={claim.sources} outlet={claim.article.outlet} names={names} />
        {claim.modality !== 'asserted' && <span>{t(`ui.modality.${claim.modality}`)}</span>}
      </p>
      <Link
        to="/articles/$article"
        params={{ article: claim.article.id }}
        search={{ claim: claim.id }}
        className="quote-link"
      >
        <Quote text={claim.evidence} />
      </Link>
    </div>
  )
}

/** What each tells alone, side by side. Silence is not denial. */
export function OnlyHere({ page }: { readonly page: Comparison }) {
  const { t } = useWords()
  return (
    <section className="part-of-two" aria-labelledby="only-here">
      <h2 id="only-here">{t('ui.compare.only')}</h2>
      <p className="muted">{t(`ui.compare.only.${page.of}`)}</p>
      <div className="beside">
        <OnlyList page={page} list="first" />
        <span className="between" />
        <OnlyList page={page} list="second" />
      </div>
    </section>
  )
}

/** Whose side it is, for screens on which the sides stand under each other. */
function SideName({ page: { sides, names }, side }: { readonly page: Comparison; readonly side: 0 | 1 }) {
  const { id, article } = sides[side]
  return <OutletName outlet={article === null ? id : article.outlet} names={names} />
}

function OnlyList({ page, list }: { readonly page: Comparison; readonly list: 'first' | 'second' }) {
  const { t, count } = useWords()
  const { pages, total, parts } = useParts(page, list)
  const seen = pages.reduce((sum, { items }) => sum + items.length, 0)
  return (
    <div className="only-list">
      <p className="total">
        <SideName page={page} side={list === 'first' ? 0 : 1} />{' '}
        {total === 0 ? t('ui.compare.only.none') : count('events', total)}
      </p>
      <ul className="only">
        {pages.flatMap(({ items, names }) =>
          (items as Lists['first']['items']).map(({ event, claim }) => (
            <li key={event.id}>
              <p className="by">
                <FamilyMark family={event.family} />
                <EventLink event={event} names={names} />
              </p>
              {claim !== null && <Quote text={claim.evidence} />}
            </li>
          )),
        )}
      </ul>
      <More seen={seen} total={total} parts={parts} />
    </div>
  )
}
