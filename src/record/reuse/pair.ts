/** The words of two articles, numbered alike, so that comparing two words is comparing two small numbers. */
import { findKey, type WordIndex } from './wordIndex.ts'
import { isContent } from './words.ts'

/** Two articles. A word that only one has is `ALONE`. */
export interface Pair {
  readonly first: Side
  readonly second: Side
  /** How many different stems both have: they are numbered from 0. */
  readonly size: number
}

/** One article of a pair. */
export interface Side {
  readonly keys: Uint32Array
  /** For each word the number of its stem. */
  readonly stems: Int32Array
  /** How often each numbered stem stands in this article. */
  readonly counts: Uint32Array
  /** 1 for the words that are no evidence, whatever they say. */
  readonly worn: Uint8Array
}

/** Two articles to be compared: their words, and which of them are worn (1). */
export interface Compared {
  readonly words: readonly [WordIndex, WordIndex]
  readonly worn: readonly [Uint8Array, Uint8Array]
}

/** The number of a stem that the other article does not have. */
export const ALONE = -1

/** Numbers the words of two articles alike; linear in their lengths. */
export function numberWords({ words: [first, second], worn }: Compared): Pair {
  const inFirst = new Int32Array(first.distinct.length).fill(ALONE)
  const inSecond = new Int32Array(second.distinct.length).fill(ALONE)
  let size = 0
  for (let stem = 0; stem < inSecond.length; stem++) {
    const same = findKey(first, second.distinct[stem] as number)
    if (same === ALONE) continue
    inFirst[same] = size
    inSecond[stem] = size++
  }
  return {
    first: numberSide(first, { numbers: inFirst, size, worn: worn[0] }),
    second: numberSide(second, { numbers: inSecond, size, worn: worn[1] }),
    size,
  }
}

interface Numbered {
  /** For each different stem of the article its number in the pair. */
  readonly numbers: Int32Array
  readonly size: number
  readonly worn: Uint8Array
}

function numberSide({ keys, ids, counts: own }: WordIndex, { numbers, size, worn }: Numbered): Side {
  const stems = new Int32Array(ids.length)
  for (let at = 0; at < stems.length; at++) stems[at] = numbers[ids[at] as number] as number
  const counts = new Uint32Array(size)
  for (let id = 0; id < numbers.length; id++) {
    if (numbers[id] !== ALONE) counts[numbers[id] as number] = own[id] as number
  }
  return { keys, stems, counts, worn }
}

/** True for a content word that is not worn. */
export function isEvidence({ keys, worn }: Side, at: number): boolean {
  return worn[at] === 0 && isContent(keys[at] as number)
}
