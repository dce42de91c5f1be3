/** What part of a page a place of its text lies in. */
import type { Article, RegionKind } from '../model.ts'

/**
 * The region that holds the unit at `at`, the innermost where several do; `null` for the article's own words.
 * A pointer to another story between two paragraphs is `related`, though it lies within the body.
 */
export function findRegionAt({ regions }: Pick<Article, 'regions'>, at: number): RegionKind | null {
  let found: RegionKind | null = null
  for (const { kind, span } of regions) {
    if (span[0] > at) break
    if (at < span[1]) found = kind
  }
  return found
}
