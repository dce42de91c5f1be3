/** Where the record and later chronologies differ, in the formats of exports. */
import type { ReferenceRow } from '../../store/references.ts'
import type { Store } from '../../store/store.ts'
import { type Columns, joinCell } from './layouts.ts'
import { nameOf, readWorld, type World } from './world.ts'

/** An entry of a chronology with how the record stands to it. */
export interface DifferenceItem {
  readonly reference: ReferenceRow
  readonly world: World
}

/** Looks up the names of a part of a list of references. */
export async function readDifferenceItems(
  store: Store,
  references: readonly ReferenceRow[],
): Promise<DifferenceItem[]> {
  const world = await readWorld(store, {
    actors: references.flatMap(({ actor, formerHolder, difference }) => [
      actor,
      formerHolder,
      ...(difference?.holders ?? []),
    ]),
    places: references.map(({ place }) => place),
  })
  return references.map(reference => ({ reference, world }))
}

const named = (names: World['actors'], id: string | null) => (id === null ? null : nameOf(names, id))

/** Differences as a table; `kind` is empty where an entry names no place or no actor, and nothing can be compared. */
export const DIFFERENCE_COLUMNS: Columns<DifferenceItem> = {
  reference: ({ reference }) => reference.id,
  chronology: ({ reference }) => reference.chronology,
  date: ({ reference }) => reference.date,
  place: ({ reference }) => reference.place,
  place_name: ({ reference, world }) => named(world.places, reference.place),
  actor: ({ reference }) => reference.actor,
  actor_name: ({ reference, world }) => named(world.actors, reference.actor),
  former_holder: ({ reference }) => reference.formerHolder,
  event: ({ reference }) => reference.text,
  source: ({ reference }) => reference.source,
  kind: ({ reference }) => reference.difference?.kind ?? null,
  days: ({ reference }) => reference.difference?.days ?? null,
  record_holders: ({ reference }) => joinCell(reference.difference?.holders ?? []),
  record_holder_names: ({ reference, world }) =>
    joinCell((reference.difference?.holders ?? []).map(id => nameOf(world.actors, id))),
}
