/** What the rows of an export name by id: names, places on the ground, the areas that hold them. */
import type { Ground } from '../../record/ground.ts'
import type { PlacePoint } from '../../store/reused.ts'
import type { Named, Store } from '../../store/store.ts'

/** The world of one part of an export. */
export interface World {
  readonly ground: Ground
  readonly actors: Readonly<Record<string, Named>>
  readonly places: Readonly<Record<string, Named>>
  readonly outlets: Readonly<Record<string, Named>>
  readonly points: Readonly<Record<string, PlacePoint>>
}

/** Ids that are to be looked up. */
export interface WorldIds {
  readonly actors?: readonly (string | null)[]
  readonly places?: readonly (string | null)[]
  readonly outlets?: readonly (string | null)[]
}

/** Looks the ids up, all of a part together. */
export async function readWorld(store: Store, ids: WorldIds): Promise<World> {
  const places = listIds(ids.places)
  const [ground, actorNames, placeNames, outletNames, points] = await Promise.all([
    store.readGround(),
    store.findNames('actors', listIds(ids.actors)),
    store.findNames('places', places),
    store.findNames('outlets', listIds(ids.outlets)),
    store.findPoints(places),
  ])
  return { ground, actors: actorNames, places: placeNames, outlets: outletNames, points }
}

function listIds(ids: readonly (string | null)[] = []): Set<string> {
  return new Set(ids.filter(id => id !== null))
}

/** The name of an id in its own language; an id without a row is shown as it is. */
export function nameOf(names: Readonly<Record<string, Named>>, id: string): string {
  return names[id]?.name || id
}

/** The English name of an id, where it has one. */
export function englishOf(names: Readonly<Record<string, Named>>, id: string): string {
  return names[id]?.en || nameOf(names, id)
}
