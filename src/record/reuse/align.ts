/** Where two articles share passages: stretches in order, stretches in another order, joined. */
import { findBags } from './bags.ts'
import { type Box, countShared, mergeBoxes } from './boxes.ts'
import { type Compared, numberWords, type Pair, type Side } from './pair.ts'
import { findStretches } from './seeds.ts'

/** A shared passage as words of both, and how many content words both have. */
export interface Shared extends Box {
  readonly words: number
}

/** Words between two stretches of one passage. Chosen on ExAraPlagDet: 10 splits shuffled passages, 40 joins neighbours. */
const GAP = 20
/** Words of a passage on its shorter side: shorter ones are phrases that many use. */
const LEAST_WORDS = 12
/** Content words in common that are not worn: titles of office and set phrases leave fewer in most passages that say nothing. */
const LEAST_EVIDENCE = 14
/** A passage that is such a part of both articles needs no evidence besides: a report made of formulas is copied too. */
const WHOLE = 0.5
/** Part of the shorter article that leaves nothing to be looked for. */
const COVERED = 0.8

/**
 * The passages that two articles share, in the order of the second. Changed words, moved clauses and shuffled words inside
 * a passage and moved paragraphs do not hide it. `words` counts content words in common, worn ones left out.
 */
export function alignWords(compared: Compared): Shared[] {
  const pair = numberWords(compared)
  const stretches = findStretches(pair)
  const boxes = isCovered(pair, stretches) ? stretches : [...stretches, ...findBags(pair)]
  return mergeBoxes(boxes, GAP)
    .map(box => (isWhole(pair, box) ? box : trimWorn(pair, box)))
    .filter(box => Math.min(box.toA - box.fromA, box.toB - box.fromB) >= LEAST_WORDS)
    .map(box => ({ ...box, words: countShared(pair, box).shared }))
    .filter(box => box.words >= LEAST_EVIDENCE || isWhole(pair, box))
}

/** True where one stretch is nearly all of the shorter article: what is in another order will not be found beside it. */
function isCovered({ first, second }: Pair, boxes: readonly Box[]): boolean {
  const [lengthA, lengthB] = [first.keys.length, second.keys.length]
  return boxes.some(({ fromA, toA, fromB, toB }) =>
    lengthA < lengthB ? toA - fromA >= COVERED * lengthA : toB - fromB >= COVERED * lengthB,
  )
}

function isWhole({ first, second }: Pair, { fromA, toA, fromB, toB }: Box): boolean {
  return toA - fromA >= WHOLE * first.keys.length && toB - fromB >= WHOLE * second.keys.length
}

/** A box without the worn words at its ends. */
function trimWorn({ first, second }: Pair, box: Box): Box {
  const [fromA, toA] = trimSide(first, box.fromA, box.toA)
  const [fromB, toB] = trimSide(second, box.fromB, box.toB)
  return { fromA, toA, fromB, toB }
}

function trimSide({ worn }: Side, from: number, to: number): readonly [number, number] {
  let start = from
  let end = to
  while (start < end && worn[start] === 1) start++
  while (end > start && worn[end - 1] === 1) end--
  return [start, end]
}
