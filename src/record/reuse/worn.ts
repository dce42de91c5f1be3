/**
 * What is no evidence that one article took from another: what an outlet repeats on its pages, and formulas that everyone
 * uses (titles of office, set phrases, verses). Copies of one text count once, by their signatures, however many there are.
 */
import { articlesAt, type Postings, type Print } from './pairs.ts'
import { findRuns, RUN } from './shingles.ts'
import type { Words } from './words.ts'

/** The hashes that nobody looks up, those that are worn everywhere, and those that are worn on the pages of one outlet. */
export interface Worn {
  readonly common: ReadonlySet<number>
  readonly everywhere: ReadonlySet<number>
  readonly outlets: ReadonlyMap<string, ReadonlySet<number>>
}

/** Nothing is worn: for two articles without a record. */
export const UNWORN: Worn = { common: new Set(), everywhere: new Set(), outlets: new Map() }

/** A hash is worn on an outlet's pages where so many texts of them have it. */
const OUTLET_TEXTS = 5
/** A hash is worn everywhere where so many texts have it: the most copied report of 54,000 articles was edited into a dozen. */
const TEXTS = 20
/** A hash that so many texts have is not looked up: with 20, some versions of a page that grew all day do not find each other. */
export const LEAST_COMMON = 25
/** So many bearers are not listed, whatever their texts: a release that all the world copied is found by its other hashes. */
export const MOST_BEARERS = 1000
/** Fewer bearers wear nothing. */
export const LEAST_BEARERS = OUTLET_TEXTS

/** One who has a hash. Articles of one signature are one text. */
export interface Bearer {
  readonly outlet: string | null
  readonly signature: number
}

/** In the places of a hash: it is worn whoever has it. */
export const EVERYWHERE = ''
/** In the places of a hash: it is not even looked up. */
export const COMMON = '*'

/** Where a hash is worn that these have: at outlets by their ids, or `EVERYWHERE`, or that and `COMMON`. Sorted. */
export function findWornPlaces(bearers: readonly Bearer[]): string[] {
  const texts = countTexts(bearers)
  if (bearers.length > MOST_BEARERS || texts >= LEAST_COMMON) return [EVERYWHERE, COMMON]
  if (texts >= TEXTS) return [EVERYWHERE]
  const outlets = [...Map.groupBy(bearers, ({ outlet }) => outlet)].flatMap(([outlet, own]) =>
    outlet !== null && countTexts(own) >= OUTLET_TEXTS ? [outlet] : [],
  )
  return outlets.sort()
}

function countTexts(bearers: readonly Bearer[]): number {
  return new Set(bearers.map(({ signature }) => signature)).size
}

/** True for a hash that says nothing in an article of `outlet`. */
export function isWorn(worn: Worn, outlet: string | null, hash: number): boolean {
  return worn.everywhere.has(hash) || (outlet !== null && worn.outlets.get(outlet)?.has(hash) === true)
}

/** 1 for each word of an article of `outlet` that stands in a worn run. */
export function markWorn({ keys }: Words, outlet: string | null, worn: Worn): Uint8Array {
  const marks = new Uint8Array(keys.length)
  if (worn.everywhere.size === 0 && worn.outlets.size === 0) return marks
  for (const { at, hash } of findRuns(keys)) if (isWorn(worn, outlet, hash)) marks.fill(1, at, at + RUN)
  return marks
}

/** Finds what is worn in a corpus: one pass over its postings. */
export function findWorn(prints: readonly Print[], postings: Postings): Worn {
  const bearers = prints.map(({ outlet, shingles }) => ({ outlet, signature: shingles.signature }))
  const [everywhere, common] = [new Set<number>(), new Set<number>()]
  const outlets = new Map<string, Set<number>>()
  for (const [i, hash] of postings.hashes.entries()) {
    const articles = articlesAt(postings, i)
    if (articles.length < LEAST_BEARERS) continue
    for (const place of findWornPlaces(Array.from(articles, article => bearers[article] as Bearer))) {
      if (place === EVERYWHERE) everywhere.add(hash)
      else if (place === COMMON) common.add(hash)
      else addTo(outlets, place, hash)
    }
  }
  return { common, everywhere, outlets }
}

function addTo(sets: Map<string, Set<number>>, key: string, value: number): void {
  const set = sets.get(key)
  if (set === undefined) sets.set(key, new Set([value]))
  else set.add(value)
}
