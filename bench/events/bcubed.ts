/**
 * B-cubed (Bagga and Baldwin 1998), in the extended form of Amigó et al. 2009, §5, for things that may belong to several
 * classes: for each thing, how much of its cluster belongs with it, and how much of what belongs with it is in its cluster.
 */

/** A thing, the clusters that were found for it and the classes that it is of. Both have at least one name. */
export interface Clustered {
  readonly clusters: readonly string[]
  readonly classes: readonly string[]
}

export interface BCubed {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/**
 * Precision, recall and F1 over all things, each 0 to 1. A pair that shares more clusters than classes costs precision, one
 * that shares more classes than clusters costs recall; a thing is paired with itself.
 *
 * Two things of one class in clusters of their own: precision 1, recall 0.5.
 */
export function scoreBCubed(things: readonly Clustered[]): BCubed {
  const precision = mean(things.map(thing => scorePairs(thing, things, 'clusters')))
  const recall = mean(things.map(thing => scorePairs(thing, things, 'classes')))
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  }
}

/** The mean over the things that share any of `by` with this one. */
function scorePairs(thing: Clustered, things: readonly Clustered[], by: keyof Clustered): number {
  const pairs = things.flatMap(other => {
    const shared = {
      clusters: countShared(thing.clusters, other.clusters),
      classes: countShared(thing.classes, other.classes),
    }
    return shared[by] === 0 ? [] : [Math.min(shared.clusters, shared.classes) / shared[by]]
  })
  return mean(pairs)
}

function countShared(names: readonly string[], others: readonly string[]): number {
  return names.filter(name => others.includes(name)).length
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1)
}
