/**
 * Stretches that two articles share in another order of words. A window of one article is looked for as a bag of words in the
 * other, the stretch found there as a bag in the first, and so on until both stay. Windows of all sizes begin it, so that a
 * stretch of any length lies within one that is not much longer.
 */
import { type Box, countShared, isMeeting } from './boxes.ts'
import { ALONE, isEvidence, type Pair, type Side } from './pair.ts'

/** Content words of the least window; a stretch of half as many always lies within one. */
const LEAST_WINDOW = 40
/** Content words that a bag must share: fewer come together by chance in two articles on one subject. */
const LEAST_SHARED = 10
/** Part of the content words of the longer side that must be shared. Articles on one subject reach 0.4; a shuffled passage 0.9. */
const LEAST_SHARE = 0.55
/** What a word that the other does not have takes off a stretch, where one that it has adds up to 1. */
const COST = 0.8
/** A window whose best stretch gains less is left: a shuffled passage of the least length gains twice as much. */
const LEAST_GAIN = 5
const ROUNDS = 4

/** The content words of one article: the numbers of their stems, and where they stand among all its words. */
interface Content {
  readonly stems: Int32Array
  readonly places: Uint32Array
  readonly counts: Uint32Array
}

/** A stem that neither article has more often than this is rare in the pair. */
const RARE = 2
/** Rare words of a window that must lie together in the other article: one for every so many words of the window, and so many. */
const WORDS_FOR_RARE = 20
const LEAST_RARE = 3

/** Content words `[from, to)` and what they gain. */
interface Range {
  readonly from: number
  readonly to: number
  readonly gain: number
}

/** Where a search begins: a window of the first article, and where in the second its like must lie. */
interface Start {
  readonly window: Range
  readonly around: Range
}

/** The stretches of `pair` that share most of their words in any order, the fullest first, none meeting another. */
export function findBags(pair: Pair): Box[] {
  const first = listContent(pair.first)
  const second = listContent(pair.second)
  const rare = listRare(first, second)
  const found = new Map<string, { readonly box: Box; readonly shared: number }>()
  for (const window of listWindows(first.stems.length)) {
    const around = findDense(first, window, rare)
    const box = around && findBag({ window, around }, first, second)
    const key = box === null ? '' : Object.values(box).join()
    if (box === null || found.has(key)) continue
    const overlap = countShared(pair, box)
    const isFull = overlap.shared >= LEAST_SHARE * Math.max(overlap.first, overlap.second)
    if (isFull && overlap.shared >= LEAST_SHARED) found.set(key, { box, shared: overlap.shared })
  }
  const boxes: Box[] = []
  for (const { box } of [...found.values()].sort(
    (a, b) => b.shared - a.shared || a.box.fromA - b.box.fromA,
  )) {
    if (!boxes.some(other => isMeeting(box, other))) boxes.push(box)
  }
  return boxes
}

function listContent(side: Side): Content {
  const places = new Uint32Array(side.keys.length)
  let length = 0
  for (let at = 0; at < places.length; at++) {
    if (isEvidence(side, at)) places[length++] = at
  }
  const stems = new Int32Array(length)
  for (let i = 0; i < length; i++) stems[i] = side.stems[places[i] as number] as number
  return { stems, places: places.subarray(0, length), counts: side.counts }
}

/** Windows over `length` words that overlap by half: each size twice the one before, the last over all. */
function listWindows(length: number): Range[] {
  const windows: Range[] = []
  for (let size = LEAST_WINDOW; ; size *= 2) {
    for (let from = 0; from < length; from += size / 2) {
      windows.push({ from, to: Math.min(length, from + size), gain: 0 })
    }
    if (size >= length) return windows
  }
}

/** Where each stem that is rare in both articles stands in the second: `RARE` places for each stem, `ALONE` where there is none. */
function listRare(first: Content, second: Content): Int32Array {
  const places = new Int32Array(first.counts.length * RARE).fill(ALONE)
  for (let at = 0; at < second.stems.length; at++) {
    const stem = second.stems[at] as number
    if (stem === ALONE || (first.counts[stem] as number) > RARE || (second.counts[stem] as number) > RARE)
      continue
    places[stem * RARE + (places[stem * RARE] === ALONE ? 0 : 1)] = at
  }
  return places
}

/**
 * Where in the second article the rare words of a window lie closest together, with room for the rest on both sides;
 * `null` where they lie all over it. Spares the search for most windows.
 */
function findDense({ stems }: Content, window: Range, rare: Int32Array): Range | null {
  const places: number[] = []
  for (let i = window.from; i < window.to; i++) {
    const from = (stems[i] as number) * RARE
    for (let at = from; from >= 0 && at < from + RARE; at++)
      if (rare[at] !== ALONE) places.push(rare[at] as number)
  }
  places.sort((a, b) => a - b)
  const size = window.to - window.from
  const least = Math.max(LEAST_RARE, size / WORDS_FOR_RARE)
  let [start, most, middle] = [0, 0, 0]
  for (const [end, place] of places.entries()) {
    while (place - (places[start] as number) > size) start++
    if (end + 1 - start > most) [most, middle] = [end + 1 - start, place]
  }
  return most < least ? null : { from: Math.max(0, middle - 2 * size), to: middle + size, gain: 0 }
}

/** The stretch that begins from a window of the first article; `null` where the second has nothing like it. */
function findBag({ window, around }: Start, first: Content, second: Content): Box | null {
  const size = window.to - window.from
  const nearA = {
    from: Math.max(0, window.from - size),
    to: Math.min(first.stems.length, window.to + size),
    gain: 0,
  }
  const nearB = { ...around, to: Math.min(second.stems.length, around.to) }
  let a = window
  let b = findRange(second, nearB, weighBag(first, a, second))
  if (b.gain < LEAST_GAIN || !isFilled([first, a], [second, b])) return null
  for (let round = 0; round < ROUNDS && b.gain >= LEAST_GAIN; round++) {
    const nextA = findRange(first, nearA, weighBag(second, b, first))
    const nextB = findRange(second, nearB, weighBag(first, nextA, second))
    const isSteady = nextA.from === a.from && nextA.to === a.to && nextB.from === b.from && nextB.to === b.to
    a = nextA
    b = nextB
    if (isSteady) break
  }
  if (b.gain < LEAST_GAIN || a.gain < LEAST_GAIN) return null
  const [fromA, toA] = findPlaces(first, a)
  const [fromB, toB] = findPlaces(second, b)
  return { fromA, toA, fromB, toB }
}

/** True where the words of a window could fill the stretch found for it: each word of the window once. */
function isFilled(
  [first, window]: readonly [Content, Range],
  [second, stretch]: readonly [Content, Range],
): boolean {
  const left = new Int32Array(first.counts.length)
  for (let i = window.from; i < window.to; i++) {
    const stem = first.stems[i] as number
    if (stem !== ALONE) left[stem] = (left[stem] as number) + 1
  }
  let filled = 0
  for (let j = stretch.from; j < stretch.to; j++) {
    const stem = second.stems[j] as number
    if (stem === ALONE || left[stem] === 0) continue
    left[stem] = (left[stem] as number) - 1
    filled++
  }
  return filled >= LEAST_SHARE * (stretch.to - stretch.from)
}

/**
 * What each stem adds to a stretch of `to` that is to match the words `range` of `from`. A stem that `to` has more often
 * than the bag adds less: any one of its places is less likely to be the one.
 */
function weighBag(from: Content, range: Range, to: Content): Float64Array {
  const gains = new Float64Array(from.counts.length)
  for (let i = range.from; i < range.to; i++) {
    const stem = from.stems[i] as number
    if (stem !== ALONE) gains[stem] = (gains[stem] as number) + 1
  }
  for (let stem = 0; stem < gains.length; stem++) {
    const wanted = gains[stem] as number
    gains[stem] = wanted === 0 ? -COST : Math.sqrt(Math.min(1, wanted / (to.counts[stem] as number)))
  }
  return gains
}

/** The stretch within `range` that gains most: one pass (Kadane). */
function findRange({ stems }: Content, range: Range, gains: Float64Array): Range {
  let [from, to, gain] = [range.from, range.from, 0]
  let start = range.from
  let sum = 0
  for (let at = range.from; at < range.to; at++) {
    const stem = stems[at] as number
    if (sum <= 0) {
      sum = 0
      start = at
    }
    sum += stem === ALONE ? -COST : (gains[stem] as number)
    if (sum > gain) [from, to, gain] = [start, at + 1, sum]
  }
  return { from, to, gain }
}

function findPlaces({ places }: Content, { from, to }: Range): readonly [number, number] {
  return [places[from] as number, (places[to - 1] as number) + 1]
}
