/**
 * Stretches that two articles share in another order of words. A window of one article is looked for as a bag of words in the
 * other, the stretch found there as a bag in the first, and so on until both stay. Windows of all sizes begin it, so that a
 * stretch of any length lies within one that is not much longer.
 */
import { type Box, countShared, isMeeting } from './boxes.ts'
import { type Content, listContent, matchRare, type RareMatches } from './content.ts'
import { ALONE, type Pair } from './pair.ts'

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

/** Two articles in which bags are looked for, with room for what is counted there again and again. */
interface Search {
  readonly first: Content
  readonly second: Content
  readonly rare: RareMatches
  /** One for each stem. */
  readonly gains: Float64Array
  readonly left: Int32Array
  /** Zeros between windows; one for each least window of the second article, and one more. */
  readonly buckets: Uint16Array
}

function openSearch(pair: Pair): Search {
  const first = listContent(pair.first)
  const second = listContent(pair.second)
  return {
    first,
    second,
    rare: matchRare(first, second),
    gains: new Float64Array(pair.size),
    left: new Int32Array(pair.size),
    buckets: new Uint16Array(Math.floor(second.stems.length / LEAST_WINDOW) + 2),
  }
}

/** The stretches of `pair` that share most of their words in any order, the fullest first, none meeting another. */
export function findBags(pair: Pair): Box[] {
  const search = openSearch(pair)
  const found = new Map<string, { readonly box: Box; readonly shared: number }>()
  for (const window of listWindows(search.first.stems.length)) {
    const around = findDense(window, search)
    const box = around && findBag({ window, around }, search)
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

/**
 * Where in the second article the rare words of a window lie closest together, with room for the rest on both sides;
 * `null` where they lie all over it. Spares the search for most windows.
 */
function findDense(window: Range, { rare: { starts, places }, buckets }: Search): Range | null {
  const size = window.to - window.from
  const least = Math.max(LEAST_RARE, size / WORDS_FOR_RARE)
  const [from, to] = [starts[window.from] as number, starts[window.to] as number]
  if (to - from < least) return null
  const found = places.subarray(from, to)
  if (countNear(found, Math.max(size, LEAST_WINDOW), buckets) < least) return null
  const near = found.slice().sort()
  let [start, most, middle] = [0, 0, 0]
  for (let end = 0; end < near.length; end++) {
    const place = near[end] as number
    while (place - (near[start] as number) > size) start++
    if (end + 1 - start > most) [most, middle] = [end + 1 - start, place]
  }
  return most < least ? null : { from: Math.max(0, middle - 2 * size), to: middle + size, gain: 0 }
}

/** So many of `places`, or fewer, lie within `size` of each other: two buckets hold any such stretch. */
function countNear(places: Int32Array, size: number, buckets: Uint16Array): number {
  let last = 0
  for (const place of places) {
    const bucket = Math.floor(place / size)
    buckets[bucket] = (buckets[bucket] as number) + 1
    last = Math.max(last, bucket)
  }
  let most = 0
  for (let bucket = 0; bucket <= last; bucket++) {
    most = Math.max(most, (buckets[bucket] as number) + (buckets[bucket + 1] as number))
    buckets[bucket] = 0
  }
  return most
}

/** The stretch that begins from a window of the first article; `null` where the second has nothing like it. */
function findBag({ window, around }: Start, { first, second, gains, left }: Search): Box | null {
  const size = window.to - window.from
  const nearA = {
    from: Math.max(0, window.from - size),
    to: Math.min(first.stems.length, window.to + size),
    gain: 0,
  }
  const nearB = { ...around, to: Math.min(second.stems.length, around.to) }
  let a = window
  let b = findRange(second, nearB, weighBag([first, a], second, gains))
  if (b.gain < LEAST_GAIN || !isFilled([first, a], [second, b], left)) return null
  for (let round = 0; round < ROUNDS && b.gain >= LEAST_GAIN; round++) {
    const nextA = findRange(first, nearA, weighBag([second, b], first, gains))
    const nextB = findRange(second, nearB, weighBag([first, nextA], second, gains))
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

/** A stretch of one article. */
type Stretch = readonly [article: Content, range: Range]

/** True where the words of a window could fill the stretch found for it: each word of the window once. */
function isFilled([first, window]: Stretch, [second, stretch]: Stretch, left: Int32Array): boolean {
  left.fill(0)
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
 * What each stem adds to a stretch of `to` that is to match a bag, in `gains`. A stem that `to` has more often than the bag
 * adds less: any one of its places is less likely to be the one.
 */
function weighBag([from, range]: Stretch, to: Content, gains: Float64Array): Float64Array {
  gains.fill(0)
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
    if (sum > gain) {
      from = start
      to = at + 1
      gain = sum
    }
  }
  return { from, to, gain }
}

function findPlaces({ places }: Content, { from, to }: Range): readonly [number, number] {
  return [places[from] as number, (places[to - 1] as number) + 1]
}
