/** The different stems of one article, so that many articles are compared with it at the cost of a look for each of theirs. */

/** The words of an article by their stems, which are numbered in the order in which they first stand. */
export interface WordIndex {
  readonly keys: Uint32Array
  /** For each word the number of its stem. */
  readonly ids: Int32Array
  /** For each number the key of the stem, and how often it stands. */
  readonly distinct: Uint32Array
  readonly counts: Uint32Array
  /** The numbers by hash of the key, in open addressing: a `Map` for each article takes four times the time. */
  readonly slots: Int32Array
}

const EMPTY = -1

/** Indexes the words of an article; linear in their number. */
export function indexWords(keys: Uint32Array): WordIndex {
  const ids = new Int32Array(keys.length)
  const distinct = new Uint32Array(keys.length)
  const counts = new Uint32Array(keys.length)
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * keys.length + 2))).fill(EMPTY)
  let size = 0
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] as number
    const slot = findSlot({ slots, distinct }, key)
    if (slots[slot] === EMPTY) {
      distinct[size] = key
      slots[slot] = size++
    }
    const id = slots[slot] as number
    ids[at] = id
    counts[id] = (counts[id] as number) + 1
  }
  return { keys, ids, distinct: distinct.slice(0, size), counts: counts.slice(0, size), slots }
}

/** The number of a stem in an article, -1 where it does not stand there. */
export function findKey(index: WordIndex, key: number): number {
  return index.slots[findSlot(index, key)] as number
}

/** Where the number of a key is, or where it would go. The lowest two bits of a key are no hash (`words.ts`). */
function findSlot({ slots, distinct }: Pick<WordIndex, 'slots' | 'distinct'>, key: number): number {
  let slot = (key >>> 2) & (slots.length - 1)
  while (slots[slot] !== EMPTY && distinct[slots[slot] as number] !== key)
    slot = (slot + 1) & (slots.length - 1)
  return slot
}
