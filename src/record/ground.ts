/** What the relations between readings need to know of the world: which place lies in which, which actor belongs to which camp. */
import type { Lexicon } from '../lexicon/lexicon.ts'
import { foldWord } from '../text/fold.ts'

/** The lexicon as the record needs it. Plain maps, so that a store can make one from its own tables. */
export interface Ground {
  /** Place → the place that holds it; `null` at the top. */
  readonly within: ReadonlyMap<string, string | null>
  /** Place → its kind, as in `lexicon/places.tsv`. */
  readonly placeKinds: ReadonlyMap<string, string>
  /** Actor → its kind, as in `lexicon/actors.tsv`. */
  readonly actorKinds: ReadonlyMap<string, string>
  /** Outlet → the family of outlets of one publisher; an outlet without one is its own family. */
  readonly families: ReadonlyMap<string, string>
  /** Folded words round the names of places → their kinds (`countryside`, `direction`, `town` ...), as in `lexicon/place-words.tsv`. */
  readonly placeWords: ReadonlyMap<string, string>
}

/** The ground of a lexicon. */
export function readGround(lexicon: Lexicon): Ground {
  const { tables } = lexicon
  const { places, actors, outlets } = tables
  return {
    within: new Map(places.map(({ id, cells }) => [id, cells.within || null])),
    placeKinds: new Map(places.map(({ id, cells }) => [id, cells.kind ?? ''])),
    actorKinds: new Map(actors.map(({ id, cells }) => [id, cells.kind ?? ''])),
    families: new Map(outlets.map(({ id, cells }) => [id, cells.family || id])),
    placeWords: new Map(
      tables['place-words'].flatMap(({ id, cells }) =>
        [id, ...(cells.forms || id).split('|')].map(form => [foldWord(form), cells.kind ?? ''] as const),
      ),
    ),
  }
}

/** A place and all that hold it, the nearest first: `findAreas(within, 'sy-dez')` → `['sy-dez', 'sy']`. A loop ends. */
export function findAreas(within: ReadonlyMap<string, string | null>, place: string): string[] {
  const areas: string[] = []
  let area: string | null | undefined = place
  while (area !== null && area !== undefined && !areas.includes(area)) {
    areas.push(area)
    area = within.get(area)
  }
  return areas
}

/** True where one of two places is the other or holds it. */
export function isOverlap(within: ReadonlyMap<string, string | null>, place: string, other: string): boolean {
  return findAreas(within, place).includes(other) || findAreas(within, other).includes(place)
}
