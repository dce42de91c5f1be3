/**
 * What is no evidence that one article took from another: what an outlet repeats on its pages, and formulas that everyone
 * uses (titles of office, set phrases, verses). Copies of one text count once, by their signatures, however many there are.
 */
import { articlesAt, type Postings, type Print } from './pairs.ts'
import { findRuns, RUN } from './shingles.ts'
import type { Words } from './words.ts'

/** The hashes that are worn everywhere, and those that are worn on the pages of one outlet. */
export interface Worn {
  readonly everywhere: ReadonlySet<number>
  readonly outlets: ReadonlyMap<string, ReadonlySet<number>>
}

/** Nothing is worn: for two articles without a record. */
export const UNWORN: Worn = { everywhere: new Set(), outlets: new Map() }

/** A hash is worn on an outlet's pages where at least so many, and such a part of them, have it. */
const OUTLET_PAGES = 5
const OUTLET_PART = 0.02
/** A hash is worn everywhere where so many texts have it: the most copied report of 54,000 articles was edited into a dozen. */
const TEXTS = 20

/** True for a hash that `bearers` of the `pages` of one outlet have, both counted by signature. */
export function isWornAtOutlet(bearers: number, pages: number): boolean {
  return bearers >= Math.max(OUTLET_PAGES, OUTLET_PART * pages)
}

/** True for a hash that `bearers` of a record have, counted by signature. */
export function isWornEverywhere(bearers: number): boolean {
  return bearers >= TEXTS
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
  const pages = new Map<string, Set<number>>()
  for (const { outlet, shingles } of prints) if (outlet !== null) addTo(pages, outlet, shingles.signature)
  const everywhere = new Set<number>()
  const outlets = new Map<string, Set<number>>()
  for (const [i, hash] of postings.hashes.entries()) {
    const articles = articlesAt(postings, i)
    if (articles.length < OUTLET_PAGES) continue
    const bearers = Array.from(articles, article => prints[article] as Print)
    if (isWornEverywhere(new Set(bearers.map(({ shingles }) => shingles.signature)).size))
      everywhere.add(hash)
    for (const [outlet, own] of groupBearers(bearers)) {
      if (isWornAtOutlet(own.size, pages.get(outlet)?.size ?? 0)) addTo(outlets, outlet, hash)
    }
  }
  return { everywhere, outlets }
}

function groupBearers(bearers: readonly Print[]): Map<string, Set<number>> {
  const signatures = new Map<string, Set<number>>()
  for (const { outlet, shingles } of bearers)
    if (outlet !== null) addTo(signatures, outlet, shingles.signature)
  return signatures
}

function addTo(sets: Map<string, Set<number>>, key: string, value: number): void {
  const set = sets.get(key)
  if (set === undefined) sets.set(key, new Set([value]))
  else set.add(value)
}
