/** Word by word: which words of a passage are the same in both articles, and where they differ between those. */
import type { Box } from './boxes.ts'

/** Words `[fromA, toA)` of the first that stand where the second has `[fromB, toB)`. One side may be empty, not both. */
export type Gap = Box

/** A word of the first and the same word of the second. */
type Match = readonly [a: number, b: number]

/**
 * Where two articles differ inside a passage, in order: what stands between words that both have in one order. Words that
 * each has once in the passage hold the two together (patience diff); their neighbours follow as far as they agree.
 */
export function findGaps(keys: readonly [Uint32Array, Uint32Array], box: Box): Gap[] {
  const matches = matchWords(keys, box)
  const ends: readonly Match[] = [...matches, [box.toA, box.toB]]
  const gaps: Gap[] = []
  let [fromA, fromB] = [box.fromA, box.fromB]
  for (const [toA, toB] of ends) {
    if (toA > fromA || toB > fromB) gaps.push({ fromA, toA, fromB, toB })
    fromA = toA + 1
    fromB = toB + 1
  }
  return gaps
}

/** Words of a box that both articles have in the same order: `[a, b]`, both rising. */
export function matchWords([first, second]: readonly [Uint32Array, Uint32Array], box: Box): Match[] {
  const matches: Match[] = []
  let [a, b] = [box.fromA, box.fromB]
  for (const [anchorA, anchorB] of [...findAnchors(first, second, box), [box.toA, box.toB] as const]) {
    while (a < anchorA && b < anchorB && first[a] === second[b]) matches.push([a++, b++])
    const back: Match[] = []
    let [endA, endB] = [anchorA, anchorB]
    while (endA > a && endB > b && first[endA - 1] === second[endB - 1]) back.push([--endA, --endB])
    matches.push(...back.reverse())
    if (anchorA < box.toA) matches.push([anchorA, anchorB])
    a = anchorA + 1
    b = anchorB + 1
  }
  return matches
}

/** Words that each side has once in the box, as many as rise in both. */
function findAnchors(first: Uint32Array, second: Uint32Array, box: Box): Match[] {
  const inFirst = listOnce(first, box.fromA, box.toA)
  const inSecond = listOnce(second, box.fromB, box.toB)
  const both: Match[] = []
  for (const [key, a] of inFirst) {
    const b = inSecond.get(key)
    if (b !== undefined) both.push([a, b])
  }
  return findRising(both.sort(([a], [other]) => a - other))
}

function listOnce(keys: Uint32Array, from: number, to: number): Map<number, number> {
  const once = new Map<number, number>()
  const twice = new Set<number>()
  for (let at = from; at < to; at++) {
    const key = keys[at] as number
    if (once.has(key)) twice.add(key)
    else once.set(key, at)
  }
  for (const key of twice) once.delete(key)
  return once
}

/** The longest run of pairs in which the second side rises as the first does (patience sorting). */
function findRising(pairs: readonly Match[]): Match[] {
  const tops: number[] = []
  const before: number[] = []
  for (const [i, [, b]] of pairs.entries()) {
    const pile = findPile(tops, ([, top]) => top < b, pairs)
    before[i] = pile === 0 ? -1 : (tops[pile - 1] as number)
    tops[pile] = i
  }
  const rising: Match[] = []
  for (let i = tops.at(-1) ?? -1; i >= 0; i = before[i] as number) rising.push(pairs[i] as Match)
  return rising.reverse()
}

/** How many piles have a top of which `isBelow` holds: they come first. */
function findPile(
  tops: readonly number[],
  isBelow: (pair: Match) => boolean,
  pairs: readonly Match[],
): number {
  let [low, high] = [0, tops.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBelow(pairs[tops[middle] as number] as Match)) low = middle + 1
    else high = middle
  }
  return low
}
