/** Where two articles may share a passage: a stretch of words of each. */
import { ALONE, isEvidence, type Pair } from './pair.ts'

/** Words `[fromA, toA)` of the first and `[fromB, toB)` of the second. */
export interface Box {
  readonly fromA: number
  readonly toA: number
  readonly fromB: number
  readonly toB: number
}

/** Content words of a box that both sides have, each as often as both have it, and how many each side has in all. */
export interface Overlap {
  readonly shared: number
  readonly first: number
  readonly second: number
}

/** What a box shares, whatever the order of its words. Worn words count on neither side. */
export function countShared({ first, second }: Pair, box: Box): Overlap {
  const left = new Map<number, number>()
  let inSecond = 0
  for (let j = box.fromB; j < box.toB; j++) {
    if (!isEvidence(second, j)) continue
    inSecond++
    const stem = second.stems[j] as number
    if (stem !== ALONE) left.set(stem, (left.get(stem) ?? 0) + 1)
  }
  let inFirst = 0
  let shared = 0
  for (let i = box.fromA; i < box.toA; i++) {
    if (!isEvidence(first, i)) continue
    inFirst++
    const count = left.get(first.stems[i] as number) ?? 0
    if (count > 0) shared++
    left.set(first.stems[i] as number, count - 1)
  }
  return { shared, first: inFirst, second: inSecond }
}

/** True where two boxes have a word of each article in common. */
export function isMeeting(box: Box, other: Box): boolean {
  return isNear(box, other, -1)
}

/** True where at most `gap` words lie between two boxes in each article. */
export function isNear(box: Box, other: Box, gap: number): boolean {
  return (
    Math.max(other.fromA - box.toA, box.fromA - other.toA) <= gap &&
    Math.max(other.fromB - box.toB, box.fromB - other.toB) <= gap
  )
}

/** The least box that holds both. */
export function joinBoxes(box: Box, other: Box): Box {
  return {
    fromA: Math.min(box.fromA, other.fromA),
    toA: Math.max(box.toA, other.toA),
    fromB: Math.min(box.fromB, other.fromB),
    toB: Math.max(box.toB, other.toB),
  }
}

/** Boxes with those joined that lie within `gap` of each other, until none do; sorted by the second article. */
export function mergeBoxes(boxes: readonly Box[], gap: number): Box[] {
  let merged: Box[] = []
  for (const box of boxes) {
    let whole = box
    for (let near = findNear(merged, whole, gap); near.length > 0; near = findNear(merged, whole, gap)) {
      whole = near.reduce(joinBoxes, whole)
      merged = merged.filter(other => !near.includes(other))
    }
    merged.push(whole)
  }
  return merged.sort((a, b) => a.fromB - b.fromB || a.fromA - b.fromA || a.toB - b.toB || a.toA - b.toA)
}

function findNear(boxes: readonly Box[], box: Box, gap: number): Box[] {
  return boxes.filter(other => isNear(box, other, gap))
}
