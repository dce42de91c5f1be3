/** Stretches that two articles share word for word, here and there changed: three words in a row find them. */
import { type Box, countShared, joinBoxes } from './boxes.ts'
import type { Pair } from './pair.ts'
import { mixHash } from './words.ts'

/** Words in a row that make a seed: between two replaced words there are three as a rule. */
const SEED = 3
/** A seed that stands more often than this in one article is a formula and says nothing of where. */
const MOST_PLACES = 6
/** Words between seeds of one stretch: a clause put in or left out. Chosen on ExAraPlagDet, where 15 to 30 do as well. */
const GAP = 20
/** Part of the content words of the longer side that a stretch must share. Half of the pairs by hand were below 0.5. */
const LEAST_SHARE = 0.35
const LEAST_WORDS = 8

/** The stretches of `pair` that seeds find, in no order. Linear in the articles but for repeated words. */
export function findStretches(pair: Pair): Box[] {
  return joinSeeds(findSeeds(pair)).filter(box => {
    if (Math.min(box.toA - box.fromA, box.toB - box.fromB) < LEAST_WORDS) return false
    const { shared, first, second } = countShared(pair, box)
    return shared >= LEAST_SHARE * Math.max(first, second)
  })
}

/** Places of the same three words, by the first article. */
function findSeeds({ first, second }: Pair): (readonly [a: number, b: number])[] {
  const places = listPlaces(second.stems)
  const found: [number, number][] = []
  for (let a = 0; a + SEED <= first.stems.length; a++) {
    const seed = hashSeed(first.stems, a)
    const at = seed < 0 ? [] : findPlaces(places, seed)
    if (at.length <= MOST_PLACES) for (const b of at) found.push([a, b])
  }
  return found
}

/** The seeds of an article, those of one slot in a chain, the first place first; `NOWHERE` ends it. */
interface Places {
  readonly seeds: Float64Array
  readonly heads: Int32Array
  readonly next: Int32Array
}

const NOWHERE = -1

function listPlaces(stems: Int32Array): Places {
  const seeds = new Float64Array(stems.length)
  const next = new Int32Array(stems.length)
  const heads = new Int32Array(2 ** Math.ceil(Math.log2(stems.length + 2))).fill(NOWHERE)
  for (let b = stems.length - SEED; b >= 0; b--) {
    const seed = hashSeed(stems, b)
    if (seed < 0) continue
    const slot = seed & (heads.length - 1)
    seeds[b] = seed
    next[b] = heads[slot] as number
    heads[slot] = b
  }
  return { seeds, heads, next }
}

function findPlaces({ seeds, heads, next }: Places, seed: number): number[] {
  const found: number[] = []
  for (let b = heads[seed & (heads.length - 1)] as number; b !== NOWHERE; b = next[b] as number) {
    if (seeds[b] === seed) found.push(b)
  }
  return found
}

/** A hash of three words that both articles have; -1 where one of them is not shared. */
function hashSeed(stems: Int32Array, at: number): number {
  let hash = 0
  for (let i = at; i < at + SEED; i++) {
    const stem = stems[i] as number
    if (stem < 0) return -1
    hash = Math.imul(hash, 0x9e3779b1) ^ mixHash(stem + 1)
  }
  return hash >>> 0
}

/** Seeds that are near each other in both articles, in whatever order, make one stretch. */
function joinSeeds(seeds: readonly (readonly [a: number, b: number])[]): Box[] {
  const closed: Box[] = []
  let open: Box[] = []
  for (const [a, b] of seeds) {
    const near = open.filter(box => b >= box.fromB - GAP - SEED && b <= box.toB + GAP && a <= box.toA + GAP)
    closed.push(...open.filter(box => a > box.toA + GAP))
    open = open.filter(box => a <= box.toA + GAP && !near.includes(box))
    open.push(near.reduce(joinBoxes, { fromA: a, toA: a + SEED, fromB: b, toB: b + SEED }))
  }
  return [...closed, ...open]
}
