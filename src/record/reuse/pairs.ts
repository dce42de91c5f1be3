/**
 * Which articles of a corpus may share passages: those that share rare shingles, whoever asks. An index in memory for whole
 * corpora; a store keeps the same postings in a table. What 25 texts have is common (`worn.ts`) and not looked up: that bounds
 * what an article costs, and makes two articles candidates by what they and the bearers of their shingles say, not by which
 * of them came first. Of 54,000 articles it leaves 3 of the 7,766 pairs of near copies out.
 */
import type { Shingles } from './shingles.ts'

/** An article as the index sees it. */
export interface Print {
  readonly outlet: string | null
  readonly shingles: Shingles
}

/** Hashes that candidates share. Two are a phrase. */
const LEAST_SHARED = 3

/** True for articles that share so many hashes that are not common. */
export function isCandidate(shared: number): boolean {
  return shared >= LEAST_SHARED
}

/** All postings of a corpus: the articles of each hash lie together, hashes in order. */
export interface Postings {
  /** Hashes that two articles and more have. */
  readonly hashes: Uint32Array
  /** Where the articles of each hash begin in `articles`; one entry more than `hashes`. */
  readonly starts: Uint32Array
  readonly articles: Uint32Array
}

/** Room for the number of an article beside a hash in one exact number: 53 bits less 32. */
const ARTICLES = 2 ** 21

/** The postings of up to two million articles, sorted; about a second for nine million. */
export function listPostings(prints: readonly Print[]): Postings {
  const sorted = new Float64Array(prints.reduce((sum, { shingles }) => sum + shingles.hashes.length, 0))
  let length = 0
  for (const [article, { shingles }] of prints.entries()) {
    for (const hash of shingles.hashes) sorted[length++] = hash * ARTICLES + article
  }
  sorted.sort()
  return groupPostings(sorted)
}

function groupPostings(sorted: Float64Array): Postings {
  const articles = new Uint32Array(sorted.length)
  const hashes: number[] = []
  const starts: number[] = []
  let length = 0
  for (let from = 0; from < sorted.length; ) {
    const hash = hashAt(sorted, from)
    let to = from + 1
    while (to < sorted.length && hashAt(sorted, to) === hash) to++
    if (to - from > 1) {
      hashes.push(hash)
      starts.push(length)
      for (let at = from; at < to; at++) articles[length++] = (sorted[at] as number) % ARTICLES
    }
    from = to
  }
  starts.push(length)
  return {
    hashes: Uint32Array.from(hashes),
    starts: Uint32Array.from(starts),
    articles: articles.slice(0, length),
  }
}

function hashAt(sorted: Float64Array, at: number): number {
  return Math.floor((sorted[at] as number) / ARTICLES)
}

/** The articles of the hash at a place of `hashes`. */
export function articlesAt({ starts, articles }: Postings, at: number): Uint32Array {
  return articles.subarray(starts[at], starts[at + 1])
}
