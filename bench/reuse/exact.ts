/** The exact join that the index is measured against: all pairs with a Jaccard index of 0.5 and more over runs of eight words. */

const RUN = 8
const LEAST = 0.5

/** Two articles by their places, and their Jaccard index. */
export type Near = readonly [first: number, second: number, jaccard: number]

/**
 * All pairs of lists of words whose sets of runs have a Jaccard index of 0.5 and more. Exact but for hashes that fall
 * together: two such sets share one of the rarer half of the runs of each (prefix filter: Chaudhuri, Ganti, Kaushik 2006).
 */
export function joinExactly(lists: readonly Uint32Array[]): Near[] {
  const sets = lists.map(hashRuns)
  const counts = countRuns(sets)
  const bearers = new Map<number, number[]>()
  const found: Near[] = []
  for (const [second, set] of sets.entries()) {
    const prefix = listRarer(set, counts)
    const others = new Set(prefix.flatMap(run => bearers.get(run) ?? []))
    for (const first of others) {
      const jaccard = findJaccard(sets[first] as Uint32Array, set)
      if (jaccard >= LEAST) found.push([first, second, jaccard])
    }
    for (const run of prefix) {
      const known = bearers.get(run)
      if (known === undefined) bearers.set(run, [second])
      else known.push(second)
    }
  }
  return found
}

/** Slots for counts. Runs that share a slot are counted together: too many makes the filter slower, not wrong. */
const SLOTS = 2 ** 26

function countRuns(sets: readonly Uint32Array[]): Uint16Array {
  const counts = new Uint16Array(SLOTS)
  for (const set of sets)
    for (const run of set) counts[run % SLOTS] = Math.min(0xffff, (counts[run % SLOTS] as number) + 1)
  return counts
}

/** The runs of a set of which two similar sets share one, the rarest first; runs that no other set has are left out. */
function listRarer(set: Uint32Array, counts: Uint16Array): number[] {
  const count = (run: number) => counts[run % SLOTS] as number
  const sorted = [...set].sort((a, b) => count(a) - count(b) || a - b)
  return sorted.slice(0, set.length - Math.ceil(LEAST * set.length) + 1).filter(run => count(run) > 1)
}

/** Both lists are sorted. */
function findJaccard(one: Uint32Array, other: Uint32Array): number {
  if (Math.min(one.length, other.length) < LEAST * Math.max(one.length, other.length)) return 0
  let shared = 0
  let at = 0
  for (const run of one) {
    while (at < other.length && (other[at] as number) < run) at++
    if (other[at] === run) shared++
  }
  return shared / (one.length + other.length - shared)
}

/** The hashes of all runs, each once, sorted. */
function hashRuns(keys: Uint32Array): Uint32Array {
  const runs = new Uint32Array(Math.max(0, keys.length - RUN + 1))
  for (let at = 0; at < runs.length; at++) {
    let hash = 0
    for (let i = at; i < at + RUN; i++) {
      hash = Math.imul(hash ^ (keys[i] as number), 0x85ebca6b)
      hash ^= hash >>> 15
    }
    runs[at] = hash
  }
  runs.sort()
  return runs.filter((run, i) => i === 0 || run !== runs[i - 1])
}
