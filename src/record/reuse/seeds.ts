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
  const places = new Map<number, number[]>()
  for (let b = 0; b + SEED <= second.stems.length; b++) {
    const seed = hashSeed(second.stems, b)
    const known = places.get(seed)
    if (seed >= 0 && known) known.push(b)
    else if (seed >= 0) places.set(seed, [b])
  }
  const found: [number, number][] = []
  for (let a = 0; a + SEED <= first.stems.length; a++) {
    const at = places.get(hashSeed(first.stems, a)) ?? []
    if (at.length <= MOST_PLACES) for (const b of at) found.push([a, b])
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
