/** What copies say of the day: a copy appears on or after its original, and usually within days. */
import type { Reuse, ReuseKind } from '../relations.ts'
import type { Reason, Stretch } from './solve.ts'

/** A copy is taken for one of the same days; later reprints are rare in news. */
const MOST_LATER = 3
/** A quotation is said again for years. */
const WHOLE: ReadonlySet<ReuseKind> = new Set(['reprint', 'edited', 'release'])

/** The days that a reuse leaves to an article, where those of the other are known. */
export function findCopies(
  article: string,
  reuse: readonly Reuse[],
  daysOf: (article: string) => Stretch | undefined,
): Reason[] {
  return reuse
    .filter(({ kind }) => WHOLE.has(kind))
    .flatMap(({ articles, direction }) => {
      const other = articles.find(id => id !== article)
      const days = other === undefined ? undefined : daysOf(other)
      if (other === undefined || days === undefined) return []
      const isKnown = direction !== null && direction !== 'date'
      const isCopy = articles[1] === article
      const first = days.first - (isKnown && isCopy ? 0 : MOST_LATER)
      const last = days.last + (isKnown && !isCopy ? 0 : MOST_LATER)
      return [{ kind: 'reuse', first, last, weekday: null, span: null, article: other }]
    })
}
