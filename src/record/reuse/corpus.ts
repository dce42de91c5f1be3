/** The reuse of a whole corpus, in memory. */
import type { Reading } from '../../model.ts'
import type { Reuse } from '../relations.ts'
import { findCandidates } from './candidates.ts'
import { type Marked, markReading, relateMarked } from './reuse.ts'
import { findShingles } from './shingles.ts'
import { readWords } from './words.ts'

/**
 * Finds all reuse among `readings`: a function of the set, whatever their order; articles given twice count once. Sorted by
 * the ids of the articles. Memory: some ten bytes a word besides the readings.
 *
 *     relateCorpus([agency, paper, other]).map(({ articles }) => articles) → [[agency, paper]]
 */
export function relateCorpus(readings: readonly Reading[]): Reuse[] {
  const unique = [...new Map(readings.map(reading => [reading.article.id, reading])).values()]
  const sorted = unique.sort((a, b) => (a.article.id < b.article.id ? -1 : 1))
  const words = sorted.map(({ article }) => readWords(article))
  const prints = sorted.map(({ article }, i) => ({
    outlet: article.outlet,
    shingles: findShingles(words[i] as (typeof words)[number]),
  }))
  const { pairs, worn } = findCandidates(prints)
  const marked = sorted.map((reading, i) => markReading(reading, worn, words[i]))
  return pairs.flatMap(
    ([first, second]) => relateMarked(marked[first] as Marked, marked[second] as Marked) ?? [],
  )
}
