/** What has been decided of the actors of an article so far, and looking back in it. */
import type { Row } from '../lexicon/tables.ts'
import type { Spot } from './actors-force.ts'
import { findSentence, type Scene } from './scene.ts'

/** "His forces" and "the latter" look back no further than this many sentences. */
const REACH = 2
/** Nor over more wordings than three sentences have; a list without a stop may have thousands. */
const MOST_SPOTS = 60

export interface Memory {
  readonly scene: Scene
  readonly spots: readonly Spot[]
  readonly countries: readonly string[]
  /** By `keyOf` a row, the spots that name its actor in full, in order. */
  readonly named: ReadonlyMap<string, readonly number[]>
  /** The row decided for each spot so far. */
  readonly decided: (Row | undefined)[]
}

/** An actor named before: its spot and the row decided for it. */
export interface Named {
  readonly spot: Spot
  readonly row: Row
}

/** The last actor named before the spot at `index` that is fit, no further back than a few sentences; undefined where none is. */
export function findBefore(
  { scene, spots, decided }: Memory,
  index: number,
  isFit: (named: Named) => boolean,
): Named | undefined {
  const sentence = findSentence(scene, (spots[index] as Spot).from)
  for (let i = index - 1; i >= 0 && i >= index - MOST_SPOTS; i--) {
    const spot = spots[i] as Spot
    if (sentence - findSentence(scene, spot.from) > REACH) return undefined
    const row = decided[i]
    if (row !== undefined && isFit({ spot, row })) return { spot, row }
  }
  return undefined
}
