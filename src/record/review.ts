/**
 * Reviews: what people decided about claims. They hold to the words of the article and not to the claim's number, so that
 * they outlast a newer lexicon; the last decision of each reader stands.
 */
import type { ClaimType, Edtf, Modality, Span, Stance } from '../model.ts'
import { findQuote, type Quote } from './quote.ts'

/** `withdraw` takes back what the same reader decided of the same claim before. */
export const VERDICTS = ['accept', 'correct', 'reject', 'withdraw'] as const
export type Verdict = (typeof VERDICTS)[number]

/** What a review is of: words of an article, read as a claim of this type. */
export interface ReviewTarget {
  /** SHA-256 of the article's bytes. */
  readonly article: string
  readonly quote: Quote
  readonly type: ClaimType
}

/** What the claim should have said, for each field that is wrong. Ids are those of the lexicon; `sources` are words, the one who says it first. */
export interface ReviewChange {
  readonly type?: ClaimType | undefined
  readonly modality?: Modality | undefined
  readonly stance?: Stance | undefined
  readonly time?: Edtf | null | undefined
  readonly agent?: readonly string[] | undefined
  readonly target?: readonly string[] | undefined
  readonly places?: readonly string[] | undefined
  readonly sources?: readonly string[] | undefined
}

/** A decision before it is written into the log. */
export interface ReviewDraft extends ReviewTarget {
  readonly verdict: Verdict
  /** Whoever decides, by the name that they gave themselves. */
  readonly reader: string
  readonly reason: string
  /** Only with the verdict `correct`. */
  readonly change: ReviewChange | null
  /** The claim's id and the lexicon at that time: for people to look up, never to find it by. */
  readonly claim: string
  readonly lexicon: string
}

/** A decision with its place in the log (`reviewLog.ts`). */
export interface ReviewEntry extends ReviewDraft {
  /** 1, 2, 3 … without a gap. */
  readonly n: number
  /** ISO 8601 in UTC. */
  readonly at: string
  /** Hash of the entry before; 64 zeros for the first. */
  readonly previous: string
  /** SHA-256 of this entry's canonical JSON without this field, in hex. */
  readonly hash: string
}

/** What the standing decisions of a claim come to. */
export type ReviewState = 'open' | 'accepted' | 'corrected' | 'rejected' | 'differ'

const STATES = { accept: 'accepted', correct: 'corrected', reject: 'rejected' } as const

/** The last decision of each reader that was not withdrawn, in the order of the log. `entries` are of one target. */
export function findStanding(entries: readonly ReviewEntry[]): ReviewEntry[] {
  const last = new Map<string, ReviewEntry>()
  for (const entry of entries.toSorted((a, b) => a.n - b.n)) last.set(entry.reader, entry)
  return [...last.values()].filter(({ verdict }) => verdict !== 'withdraw').sort((a, b) => a.n - b.n)
}

/** Readers who accept, and one who rejects: `differ`. Two who correct otherwise than each other: `differ` too. */
export function findState(standing: readonly ReviewEntry[]): ReviewState {
  const [first, ...others] = standing
  if (first === undefined || first.verdict === 'withdraw') return 'open'
  const isShared = others.every(
    other => other.verdict === first.verdict && isSameChange(other.change, first.change),
  )
  return isShared ? STATES[first.verdict] : 'differ'
}

/** Names in another order are the same change. */
function isSameChange(a: ReviewChange | null, b: ReviewChange | null): boolean {
  const plain = (change: ReviewChange | null) =>
    JSON.stringify(
      Object.entries(change ?? {})
        .map(([field, value]) => [field, Array.isArray(value) ? value.toSorted() : value])
        .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
    )
  return plain(a) === plain(b)
}

/** What of a claim a review looks at. */
export interface Reviewable {
  readonly type: ClaimType
  readonly span: Span
}

/** A claim that a review fits: `same` words, or words that it shares more than half of. */
export interface Fit<C extends Reviewable> {
  readonly claim: C
  readonly words: 'same' | 'near'
}

/** Words in common, as a share of all words of both, from which two stretches are taken for one claim read a little longer or shorter. */
const NEAR = 0.5

/**
 * The claim of a reading that a review is of, `null` where nothing fits any more: the words are gone, or no claim of that
 * type is read out of them. Of several that fit equally the first.
 */
export function bindReview<C extends Reviewable>(
  { quote, type }: Pick<ReviewTarget, 'quote' | 'type'>,
  text: string,
  claims: readonly C[],
): Fit<C> | null {
  const span = findQuote(text, quote)
  if (span === null) return null
  let best: { claim: C; share: number } | null = null
  for (const claim of claims) {
    const share = claim.type === type ? shareOf(claim.span, span) : 0
    if (share > NEAR && share > (best?.share ?? 0)) best = { claim, share }
  }
  return best === null ? null : { claim: best.claim, words: best.share === 1 ? 'same' : 'near' }
}

/** Characters that two spans share, of those that either has: 1 for the same span. */
function shareOf(a: Span, b: Span): number {
  const shared = Math.min(a[1], b[1]) - Math.max(a[0], b[0])
  const all = Math.max(a[1], b[1]) - Math.min(a[0], b[0])
  return shared <= 0 || all <= 0 ? 0 : shared / all
}
