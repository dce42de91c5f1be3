/** The few numbers by which an article is found again: what a store keeps in an index. */
import type { Article } from '../../model.ts'
import { clearLong, isLong, mixHash, readWords, type Words } from './words.ts'

/** What an article leaves in the index. */
export interface Shingles {
  /** Hashes of runs of words and of single rare-looking words, each once, sorted: the postings of the article. */
  readonly hashes: Uint32Array
  /** The least hash of its runs: copies of one text have the same, whatever page they are on. */
  readonly signature: number
}

/** Words in a run. Four: a run of eight shared words must give a shared posting (`RUN + WINDOW - 1`), and three are too common. */
export const RUN = 4
/** Of so many runs in a row the least is kept (winnowing: Schleimer, Wilkerson, Aiken 2003): two of six are, on the average. */
const WINDOW = 5

export interface Run {
  /** Index of its first word. */
  readonly at: number
  readonly hash: number
}

/** True for the posting of a single word, which marks nothing as worn: it is only looked up. */
export function isWord(hash: number): boolean {
  return isLong(hash)
}

/** The postings of an article: about one for every three words. */
export function readShingles(article: Pick<Article, 'text' | 'title' | 'body' | 'regions'>): Shingles {
  return findShingles(readWords(article))
}

/** The postings of words already read. */
export function findShingles({ keys }: Words): Shingles {
  const runs = new Set(findRuns(keys).map(({ hash }) => hash))
  const signature = Math.min(...runs, 0xffffffff)
  for (const key of keys) if (isLong(key)) runs.add(key)
  return { hashes: Uint32Array.from(runs).sort(), signature }
}

/** The runs of words that stand for the text: the least hash of every window of runs. */
export function findRuns(keys: Uint32Array): Run[] {
  const hashes = hashRuns(keys)
  const kept: Run[] = []
  let least = -1
  for (let end = Math.min(WINDOW, hashes.length); end <= hashes.length && end > 0; end++) {
    const start = Math.max(0, end - WINDOW)
    if (least < start) least = findLeast(hashes, start, end)
    else if ((hashes[end - 1] as number) <= (hashes[least] as number)) least = end - 1
    if (kept.at(-1)?.at !== least) kept.push({ at: least, hash: hashes[least] as number })
  }
  return kept
}

function hashRuns(keys: Uint32Array): Uint32Array {
  const hashes = new Uint32Array(Math.max(0, keys.length - RUN + 1))
  for (let at = 0; at < hashes.length; at++) {
    let hash = 0
    for (let i = at; i < at + RUN; i++)
      hash = Math.imul(hash ^ (keys[i] as number), 0x9e3779b1) ^ (hash >>> 15)
    hashes[at] = clearLong(mixHash(hash))
  }
  return hashes
}

function findLeast(hashes: Uint32Array, start: number, end: number): number {
  let least = start
  for (let at = start + 1; at < end; at++) if ((hashes[at] as number) <= (hashes[least] as number)) least = at
  return least
}
