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
  const counts = new Map<number, number>()
  for (const set of sets) for (const run of set) counts.set(run, (counts.get(run) ?? 0) + 1)
  const bearers = new Map<number, number[]>()
  const found: Near[] = []
  for (const [second, set] of sets.entries()) {
    const prefix = listRarer(set, counts)
    const others = new Set(prefix.flatMap(run => bearers.get(run) ?? []))
    for (const first of others) {
      const jaccard = findJaccard(sets[first] as Set<number>, set)
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

/** The runs of a set of which two similar sets share one, the rarest first; runs that no other set has are left out. */
function listRarer(set: ReadonlySet<number>, counts: ReadonlyMap<number, number>): number[] {
  const count = (run: number) => counts.get(run) ?? 0
  const sorted = [...set].sort((a, b) => count(a) - count(b) || a - b)
  return sorted.slice(0, set.size - Math.ceil(LEAST * set.size) + 1).filter(run => count(run) > 1)
}

function findJaccard(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one]
  if (small.size < LEAST * large.size) return 0
  let shared = 0
  for (const run of small) if (large.has(run)) shared++
  return shared / (small.size + large.size - shared)
}

/** Hashes of all runs, in 31 bits: small numbers, of which a `Set` is quick. */
function hashRuns(keys: Uint32Array): Set<number> {
  const runs = new Set<number>()
  for (let at = 0; at + RUN <= keys.length; at++) {
    let hash = 0
    for (let i = at; i < at + RUN; i++) {
      hash = Math.imul(hash ^ (keys[i] as number), 0x85ebca6b)
      hash ^= hash >>> 15
    }
    runs.add(hash & 0x7fffffff)
  }
  return runs
}
