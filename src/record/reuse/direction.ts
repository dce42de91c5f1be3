/** Which of two articles took from the other, and what tells so. */
import type { Reading, Span } from '../../model.ts'
import { findDays } from '../days.ts'
import type { Reuse } from '../relations.ts'

/** `from`: 0 where the second took from the first, 1 the other way round; `null` where nothing says. */
export interface Direction {
  readonly from: 0 | 1
  readonly how: NonNullable<Reuse['direction']>
}

/** Two readings, and where each has the passages that they share. */
export interface Sharing {
  readonly readings: readonly [Reading, Reading]
  readonly spans: readonly [readonly Span[], readonly Span[]]
}

/**
 * Who took from whom: whoever credits the other's outlet; else whoever names it as a source of what the passages say; else
 * whoever came out on a later day. Two that name each other, and two of one day, are left open.
 */
export function findDirection({ readings, spans }: Sharing): Direction | null {
  const [first, second] = readings
  const credits = [isCredited(first, second), isCredited(second, first)] as const
  if (credits[0] !== credits[1]) return { from: credits[0] ? 0 : 1, how: 'credit' }
  const sources = [isSource(first, second, spans[1]), isSource(second, first, spans[0])] as const
  if (sources[0] !== sources[1]) return { from: sources[0] ? 0 : 1, how: 'source' }
  const [days, other] = [findStated(first), findStated(second)]
  if (days.to !== null && other.from !== null && days.to < other.from) return { from: 0, how: 'date' }
  if (other.to !== null && days.from !== null && other.to < days.from) return { from: 1, how: 'date' }
  return null
}

function findStated({ article }: Reading) {
  return findDays(article.publishedFrom === 'inferred' ? null : article.published)
}

/** True where `copy` credits the outlet of `original` as a whole. */
function isCredited(original: Reading, copy: Reading): boolean {
  const { outlet } = original.article
  return outlet !== null && outlet !== copy.article.outlet && listCredited(copy).includes(outlet)
}

/** Outlets that an article credits: the rows of their names where they have one, else the names. */
export function listCredited({ article, mentions }: Reading): string[] {
  return article.credits.flatMap(({ span, text }) => {
    const rows = mentions.filter(mention => mention.kind === 'outlet' && isWithin(mention.span, span))
    return [text, ...rows.flatMap(mention => (mention.kind === 'outlet' ? [mention.outlet] : []))]
  })
}

/** True where `copy` names the outlet of `original` as a source of what it says in `spans`. */
function isSource(original: Reading, copy: Reading, spans: readonly Span[]): boolean {
  const { outlet } = original.article
  if (outlet === null || outlet === copy.article.outlet) return false
  return copy.claims
    .filter(({ span }) => spans.some(passage => isWithin(span, passage)))
    .some(({ sources }) => sources.some(({ actor }) => actor === outlet))
}

/** True where one span lies in another. */
export function isWithin([start, end]: Span, [from, to]: Span): boolean {
  return start >= from && end <= to
}
