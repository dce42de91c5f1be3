/** The pairs of a corpus that may share passages, found article by article. */
import { chooseRare, type Frequency, isCandidate, listPostings, type Postings, type Print } from './pairs.ts'
import { findWorn, type Worn } from './worn.ts'

/** Two articles by their places in the list of prints, `first < second`. */
export type Candidate = readonly [first: number, second: number]

/** What a corpus gives to be related: the pairs, each once and in order, and what is worn. */
export interface Candidates {
  readonly pairs: readonly Candidate[]
  readonly worn: Worn
}

/** For each article the places of its hashes in `postings`. */
interface Lookups {
  readonly starts: Uint32Array
  readonly places: Uint32Array
}

/**
 * Finds the pairs of a corpus that share rare shingles which no outlet of the two wears. Each article looks up its rarest
 * hashes, so many and no more: the cost of an article does not grow with the corpus.
 *
 *     findCandidates([print, copy, other]).pairs → [[0, 1]]
 */
export function findCandidates(prints: readonly Print[]): Candidates {
  const postings = listPostings(prints)
  const worn = findWorn(prints, postings)
  const lookups = listLookups(postings, prints.length)
  const shared = new Uint16Array(prints.length)
  const pairs = new Set<number>()
  for (const article of prints.keys()) {
    const touched = countSharing(article, { prints, postings, worn, lookups, shared })
    for (const other of touched) {
      const [first, second] = article < other ? [article, other] : [other, article]
      if (isCandidate(shared[other] as number)) pairs.add(first * prints.length + second)
      shared[other] = 0
    }
  }
  const sorted = Float64Array.from(pairs).sort()
  const list = Array.from(
    sorted,
    pair => [Math.floor(pair / prints.length), pair % prints.length] as Candidate,
  )
  return { pairs: list, worn }
}

interface Index {
  readonly prints: readonly Print[]
  readonly postings: Postings
  readonly worn: Worn
  readonly lookups: Lookups
  /** For each article how many of the hashes looked up it shares; zeros between articles. */
  readonly shared: Uint16Array
}

/** Counts in `shared` what the others share with an article; gives back those that share anything. */
function countSharing(article: number, { prints, postings, worn, lookups, shared }: Index): number[] {
  const touched: number[] = []
  const own = worn.outlets.get(prints[article]?.outlet ?? '')
  const places = lookups.places.subarray(lookups.starts[article], lookups.starts[article + 1])
  const frequencies: Frequency[] = []
  for (const place of places) {
    const isFree = !own?.has(postings.hashes[place] as number)
    if (isFree) frequencies.push({ hash: place, articles: countArticles(postings, place) })
  }
  for (const at of chooseRare(frequencies)) {
    const hash = postings.hashes[at] as number
    for (let i = postings.starts[at] as number; i < (postings.starts[at + 1] as number); i++) {
      const other = postings.articles[i] as number
      if (other === article || worn.outlets.get(prints[other]?.outlet ?? '')?.has(hash)) continue
      if (shared[other] === 0) touched.push(other)
      shared[other] = (shared[other] as number) + 1
    }
  }
  return touched
}

function countArticles({ starts }: Postings, at: number): number {
  return (starts[at + 1] as number) - (starts[at] as number)
}

/** Turns the postings round. */
function listLookups({ hashes, starts: from, articles }: Postings, count: number): Lookups {
  const starts = new Uint32Array(count + 1)
  for (const article of articles) starts[article + 1] = (starts[article + 1] as number) + 1
  for (let article = 0; article < count; article++)
    starts[article + 1] = (starts[article + 1] as number) + (starts[article] as number)
  const next = starts.slice()
  const places = new Uint32Array(articles.length)
  for (let at = 0; at < hashes.length; at++) {
    for (const article of articles.subarray(from[at], from[at + 1])) {
      places[next[article] as number] = at
      next[article] = (next[article] as number) + 1
    }
  }
  return { starts, places }
}
