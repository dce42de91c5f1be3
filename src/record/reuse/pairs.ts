/**
 * Which articles of a corpus may share passages: those that share rare shingles. An index in memory for whole corpora; a
 * store keeps the same postings in a table and asks `chooseRare` of its counts, one new article at a time.
 */
import type { Shingles } from './shingles.ts'

/** An article as the index sees it. */
export interface Print {
  readonly outlet: string | null
  readonly shingles: Shingles
}

/**
 * Postings that one article looks up for each of its hashes that others have, all together: what bounds its cost. The rarest
 * come first, and half of the rarest hashes of a copy are shared with its original. Chosen on ExAraPlagDet and 54,000 articles.
 */
const LOOKS = 3
/** A short article may look up so many. */
const LEAST_LOOKS = 400
/** Hashes that candidates share. Two are a phrase. */
const LEAST_SHARED = 3

/** How many articles have a hash, that of the article that asks among them. */
export interface Frequency {
  readonly hash: number
  readonly articles: number
}

/** The hashes that are looked up for one article: those that others have too, the rarest first, until the looks are used up. */
export function chooseRare(frequencies: readonly Frequency[]): number[] {
  const shared = frequencies.filter(({ articles }) => articles > 1)
  const sorted = shared.toSorted((a, b) => a.articles - b.articles || a.hash - b.hash)
  return sorted.slice(0, countLooks(sorted)).map(({ hash }) => hash)
}

function countLooks(sorted: readonly Frequency[]): number {
  const most = Math.max(LEAST_LOOKS, LOOKS * sorted.length)
  let looks = 0
  const end = sorted.findIndex(({ articles }) => {
    looks += articles
    return looks > most
  })
  return end < 0 ? sorted.length : end
}

/** True for articles that share so many of the hashes looked up. */
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
