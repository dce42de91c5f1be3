/** The words of two articles, numbered alike, so that comparing two words is comparing two small numbers. */
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

/** Words of two articles, and which of them are worn (1). */
export interface Compared {
  readonly keys: readonly [Uint32Array, Uint32Array]
  readonly worn: readonly [Uint8Array, Uint8Array]
}

/** The number of a stem that the other article does not have. */
export const ALONE = -1
/** In the table: a slot without a key. Numbers are from `ALONE` up. */
const EMPTY = -2

/** Keys and their numbers in open addressing: two articles a pair by the hundred thousand are too many for a `Map` each. */
interface Table {
  readonly keys: Uint32Array
  readonly numbers: Int32Array
}

/** Numbers the words of two articles alike; linear in their lengths. */
export function numberWords({ keys, worn }: Compared): Pair {
  const table = listKeys(keys[0])
  const second = new Int32Array(keys[1].length)
  let size = 0
  for (const [at, key] of keys[1].entries()) {
    const slot = findSlot(table, key)
    if (table.numbers[slot] === ALONE) table.numbers[slot] = size++
    second[at] = Math.max(ALONE, table.numbers[slot] as number)
  }
  const first = Int32Array.from(keys[0], key => table.numbers[findSlot(table, key)] as number)
  return {
    first: { keys: keys[0], stems: first, counts: countStems(first, size), worn: worn[0] },
    second: { keys: keys[1], stems: second, counts: countStems(second, size), worn: worn[1] },
    size,
  }
}

function listKeys(keys: Uint32Array): Table {
  const slots = 2 ** Math.ceil(Math.log2(2 * keys.length + 2))
  const table = { keys: new Uint32Array(slots), numbers: new Int32Array(slots).fill(EMPTY) }
  for (const key of keys) {
    const slot = findSlot(table, key)
    table.keys[slot] = key
    table.numbers[slot] = ALONE
  }
  return table
}

/** Where a key is, or where it would go. */
function findSlot({ keys, numbers }: Table, key: number): number {
  let slot = (key >>> 2) & (keys.length - 1)
  while (numbers[slot] !== EMPTY && keys[slot] !== key) slot = (slot + 1) & (keys.length - 1)
  return slot
}

function countStems(stems: Int32Array, size: number): Uint32Array {
  const counts = new Uint32Array(size)
  for (const stem of stems) if (stem !== ALONE) counts[stem] = (counts[stem] as number) + 1
  return counts
}

/** True for a content word that is not worn. */
export function isEvidence({ keys, worn }: Side, at: number): boolean {
  return worn[at] === 0 && isContent(keys[at] as number)
}
