/** What kind of reuse two articles show. */
import type { Span } from '../../model.ts'
import { findQuotes } from '../../text/quotes.ts'
import type { Reuse, ReuseKind } from '../relations.ts'
import { type Direction, listCredited, type Sharing } from './direction.ts'
import { hasOtherNumbers, isOfOtherDays, type Stretches } from './form.ts'

/** Part of both bodies that a reprint shares: the rest is a headline, a first line, a credit. */
const REPRINT = 0.9
/** Part of the shorter body from which on it is an edited copy and not a part of one. */
const MOST = 0.5
/** Part of the shared words that stands between quotation marks in a shared quotation. */
const QUOTED = 0.7

/** What is known of two articles besides their passages. */
interface Known {
  readonly shares: Reuse['shares']
  readonly direction: Direction | null
  readonly sides: readonly [Stretches, Stretches]
}

/**
 * The kind of a reuse. 1. `quotation`: what is shared stands between quotation marks in one of the two.
 * 2. `form`: one wording for different things. 3. `release`: both credit the same third, and neither the other.
 * 4. `reprint`, `edited`, `part`: by how much is shared.
 */
export function findKind(sharing: Sharing, { shares, direction, sides }: Known): ReuseKind {
  const most = Math.max(...shares)
  if (most < REPRINT && isQuoted(sharing)) return 'quotation'
  if (hasOtherNumbers(sharing) || (most >= MOST && isOfOtherDays(sharing, sides))) return 'form'
  const isDirected = direction !== null && direction.how !== 'date'
  if (most >= MOST && !isDirected && hasSharedCredit(sharing)) return 'release'
  if (Math.min(...shares) >= REPRINT) return 'reprint'
  return most >= MOST ? 'edited' : 'part'
}

function isQuoted({ readings, spans }: Sharing): boolean {
  return readings.some(({ article }, i) => {
    const passages = spans[i] as readonly Span[]
    const quotes = findQuotes(article.text, article.body).filter(({ depth }) => depth === 0)
    const quoted = passages.map(passage => quotes.reduce((sum, quote) => sum + meet(passage, quote.span), 0))
    return sum(quoted) >= QUOTED * sum(passages.map(([start, end]) => end - start))
  })
}

function meet([start, end]: Span, [from, to]: Span): number {
  return Math.max(0, Math.min(end, to) - Math.max(start, from))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function hasSharedCredit({ readings: [first, second] }: Sharing): boolean {
  const credited = listCredited(first)
  const outlets = [first.article.outlet, second.article.outlet]
  return listCredited(second).some(name => credited.includes(name) && !outlets.includes(name))
}
