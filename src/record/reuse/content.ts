/** The content words of two articles, and those of them that are rare in both: what bags of words are made of. */
import { ALONE, isEvidence, type Side } from './pair.ts'

/** The content words of one article: the numbers of their stems, and where they stand among all its words. */
export interface Content {
  readonly stems: Int32Array
  readonly places: Uint32Array
  readonly counts: Uint32Array
}

/** The content words of one article of a pair. */
export function listContent(side: Side): Content {
  const places = new Uint32Array(side.keys.length)
  let length = 0
  for (let at = 0; at < places.length; at++) {
    if (isEvidence(side, at)) places[length++] = at
  }
  const stems = new Int32Array(length)
  for (let i = 0; i < length; i++) stems[i] = side.stems[places[i] as number] as number
  return { stems, places: places.subarray(0, length), counts: side.counts }
}

/** A stem that neither article has more often than this is rare in the pair. */
const RARE = 2

/** Words of the first article whose stem is rare in both, and where it stands in the second: in the order of the first. */
export interface RareMatches {
  /** For each content word of the first article, and one past the last, where its matches begin in `places`. */
  readonly starts: Int32Array
  readonly places: Int32Array
}

/** The rare words that two articles share; linear in their lengths. */
export function matchRare(first: Content, second: Content): RareMatches {
  const known = listRare(first, second)
  const starts = new Int32Array(first.stems.length + 1)
  const places = new Int32Array(first.stems.length * RARE)
  let length = 0
  for (let i = 0; i < first.stems.length; i++) {
    starts[i] = length
    const from = (first.stems[i] as number) * RARE
    for (let at = from; at >= 0 && at < from + RARE && known[at] !== ALONE; at++)
      places[length++] = known[at] as number
  }
  starts[first.stems.length] = length
  return { starts, places }
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
