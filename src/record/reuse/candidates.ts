/** The pairs of a corpus that may share passages, found article by article. */
import { articlesAt, isCandidate, listPostings, type Postings, type Print } from './pairs.ts'
import { findWorn, type Worn } from './worn.ts'

/** Two articles by their places in the list of prints, `first < second`. */
export type Candidate = readonly [first: number, second: number]

/** What a corpus gives to be related: the pairs, each once and in order, and what is worn. */
export interface Candidates {
  readonly pairs: readonly Candidate[]
  readonly worn: Worn
}

/**
 * Finds the pairs of a corpus that share shingles which are not common. Few have such a shingle, so that the cost of
 * an article does not grow with the corpus.
 *
 *     findCandidates([print, copy, other]).pairs → [[0, 1]]
 */
export function findCandidates(prints: readonly Print[]): Candidates {
  const postings = listPostings(prints)
  const worn = findWorn(prints, postings)
  const lookups = listLookups(postings, worn, prints.length)
  const shared = new Uint16Array(prints.length)
  const pairs: Candidate[] = []
  for (const first of prints.keys()) {
    const places = lookups.places.subarray(lookups.starts[first], lookups.starts[first + 1])
    const touched = countSharing(first, { postings, places, shared })
    for (const second of touched.sort((a, b) => a - b)) {
      if (isCandidate(shared[second] as number)) pairs.push([first, second])
      shared[second] = 0
    }
  }
  return { pairs, worn }
}

interface Asked {
  readonly postings: Postings
  /** Where the hashes of the article are in `postings`. */
  readonly places: Uint32Array
  /** For each article how many hashes it shares; zeros between articles. */
  readonly shared: Uint16Array
}

/** Counts in `shared` what later articles share with one; gives back those that share anything. */
function countSharing(article: number, { postings, places, shared }: Asked): number[] {
  const touched: number[] = []
  for (const place of places) {
    for (const other of articlesAt(postings, place)) {
      if (other <= article) continue
      if (shared[other] === 0) touched.push(other)
      shared[other] = (shared[other] as number) + 1
    }
  }
  return touched
}

/** For each article the places of its hashes in `postings`. */
interface Lookups {
  readonly starts: Uint32Array
  readonly places: Uint32Array
}

/** Turns the postings round, without what is common. */
function listLookups(postings: Postings, { common }: Worn, count: number): Lookups {
  const { hashes } = postings
  const rare = Array.from(hashes.keys()).filter(at => !common.has(hashes[at] as number))
  const starts = new Uint32Array(count + 1)
  for (const at of rare) {
    for (const article of articlesAt(postings, at)) starts[article + 1] = (starts[article + 1] as number) + 1
  }
  for (let article = 0; article < count; article++)
    starts[article + 1] = (starts[article + 1] as number) + (starts[article] as number)
  const next = starts.slice()
  const places = new Uint32Array(starts[count] as number)
  for (const at of rare) {
    for (const article of articlesAt(postings, at)) {
      places[next[article] as number] = at
      next[article] = (next[article] as number) + 1
    }
  }
  return { starts, places }
}
