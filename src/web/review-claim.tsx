/** The claim that is looked at: its words in the article, what was read out of them, what others decided, what to do. */
import { Link } from '@tanstack/react-router'
import type { Names } from '../server/api.ts'
import type { QueuedClaim, ReviewEntry } from '../server/reviewApi.ts'
import { Published } from './article-head.tsx'
import type { Refusal } from './client.ts'
import { Isolate, OutletName } from './names.tsx'
import { tellShare } from './numerals.ts'
import type { Acts, Asking } from './pages/review.tsx'
import { ReviewFields } from './review-fields.tsx'
import { RejectForm } from './review-reject.tsx'
import { cutSegments } from './segments.ts'
import { Failed } from './state.tsx'
import { useWords } from './words.ts'

interface ClaimProps {
  readonly claim: QueuedClaim
  readonly names: Names
  readonly position: readonly [n: number, total: number]
  /** A second reader does not see what the first one decided before deciding. */
  readonly isBlind: boolean
  /** What was decided on this visit. */
  readonly mine: ReviewEntry | undefined
  readonly asking: Asking
  readonly isWide: boolean
  readonly acts: Acts
  readonly refusal: Refusal | null
}

/** The middle of the page. */
export function ReviewClaim(props: ClaimProps) {
  const { claim, names, position, mine, asking, isWide, acts, refusal } = props
  const { t, number, language, numerals } = useWords()
  const [n, total] = position
  return (
    <>
      <p className="facts">
        <OutletName outlet={claim.article.outlet} names={names} />
        <Published article={claim.article} />
        <span>{t('ui.card.confidence', { share: tellShare(claim.confidence, language, numerals) })}</span>
        <span className="end muted">{t('ui.card.position', { n: number(n), total: number(total) })}</span>
      </p>
      <Evidence claim={claim} isWide={isWide} />
      <p className="muted small">
        {t('ui.review.legend')}{' '}
        <button type="button" className="plain" aria-pressed={isWide} onClick={acts.widen}>
          {t('ui.review.widen')} <kbd>e</kbd>
        </button>{' '}
        <Link to="/articles/$article" params={{ article: claim.article.id }} search={{ claim: claim.id }}>
          {t('ui.review.article')}
        </Link>
      </p>
      <ReviewFields claim={claim} names={names} isCorrecting={asking === 'correct'} acts={acts} />
      {asking === 'reject' && <RejectForm acts={acts} />}
      <Others {...props} />
      {mine !== undefined && (
        <p className="mine" role="status">
          {t('ui.review.mine', { verdict: t(`ui.review.verdict.${mine.verdict}`) })}
        </p>
      )}
      {refusal !== null && <Failed error={refusal} />}
      {asking === null && (
        <ActionBar acts={acts} canUndo={mine !== undefined && mine.verdict !== 'withdraw'} />
      )}
    </>
  )
}

/** Characters before and after the claim that are shown until more are asked for. */
const NEAR = 200

/** The words of the claim with the words round them; who says so in rubric. */
function Evidence({ claim, isWide }: { readonly claim: QueuedClaim; readonly isWide: boolean }) {
  const before = isWide ? claim.before : cutBefore(claim.before)
  const after = isWide ? claim.after : cutAfter(claim.after)
  const text = `${before}${claim.evidence}${after}`
  const base = claim.span[0] - before.length
  const who = claim.sources.flatMap(({ span, cue }) => (cue === undefined ? [span] : [span, cue.span]))
  const segments = cutSegments([base, base + text.length], [claim], who)
  return (
    <p className="review-evidence" lang="ar" dir="rtl">
      {before.length < claim.before.length && <span className="context">… </span>}
      {segments.map(({ start, end, claims, isWho }) => {
        const className = [claims.length > 0 ? 'evidence' : 'context', isWho ? 'who' : ''].join(' ').trim()
        return (
          <span key={start} className={className}>
            {text.slice(start - base, end - base).replaceAll('\n', ' ')}
          </span>
        )
      })}
      {after.length < claim.after.length && <span className="context"> …</span>}
    </p>
  )
}

/** The end of the context before, from a whole word on. */
function cutBefore(before: string): string {
  if (before.length <= NEAR) return before
  const near = before.slice(-NEAR)
  return near.slice(near.search(/\s/) + 1)
}

/** The start of the context after, up to a whole word. */
function cutAfter(after: string): string {
  if (after.length <= NEAR) return after
  const near = after.slice(0, NEAR)
  return near.slice(0, Math.max(near.lastIndexOf(' '), near.lastIndexOf('\n'))).trimEnd()
}

/** What other readers decided; a second reader opens it on purpose. */
function Others({ claim: { reviews, state }, isBlind, mine, acts }: ClaimProps) {
  const { t, count } = useWords()
  if (reviews.length === 0) return null
  const list = (
    <ol className="others">
      {reviews.map((review, i) => (
        <li key={review.n}>
          <Isolate className="strong" text={review.reader} />{' '}
          <b>{t(`ui.review.verdict.${review.verdict}`)}</b>{' '}
          {review.reason !== '' && <Isolate text={review.reason} />}
          {i < 2 && (
            <button type="button" onClick={() => acts.take(i)}>
              {t('ui.review.take')} <kbd>{i + 1}</kbd>
            </button>
          )}
        </li>
      ))}
    </ol>
  )
  return (
    <section aria-label={t('ui.review.others')} className={state === 'differ' ? 'differ' : undefined}>
      <h3>
        {t(state === 'differ' ? 'ui.review.differ' : 'ui.review.others')}{' '}
        <span className="muted small">{count('readers', reviews.length)}</span>
      </h3>
      {isBlind && mine === undefined ? (
        <details>
          <summary>{t('ui.review.blind')}</summary>
          {list}
        </details>
      ) : (
        list
      )}
    </section>
  )
}

function ActionBar({ acts, canUndo }: { readonly acts: Acts; readonly canUndo: boolean }) {
  const { t } = useWords()
  return (
    <div className="action-bar" role="toolbar" aria-label={t('ui.review.actions')}>
      <button type="button" className="button primary" onClick={acts.accept}>
        {t('ui.review.accept')} <kbd>a</kbd>
      </button>
      <button type="button" className="button" onClick={() => acts.ask('correct')}>
        {t('ui.review.correct')} <kbd>c</kbd>
      </button>
      <button type="button" className="button" onClick={() => acts.ask('reject')}>
        {t('ui.review.reject')} <kbd>x</kbd>
      </button>
      <button type="button" className="button quiet" onClick={acts.defer}>
        {t('ui.review.defer')} <kbd>d</kbd>
      </button>
      <button type="button" className="button quiet end" disabled={!canUndo} onClick={acts.undo}>
        {t('ui.review.undo')} <kbd>u</kbd>
      </button>
    </div>
  )
}
