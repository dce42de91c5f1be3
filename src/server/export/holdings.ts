/** Holdings in the formats of exports: one row for each place, holder, interval and source. */
import { findAreas } from '../../record/ground.ts'
import type { Holding } from '../../record/relations.ts'
import type { HoldingVoice } from '../../store/holdings.ts'
import type { Store } from '../../store/store.ts'
import { type Columns, type Feature, joinCell } from './layouts.ts'
import { nameOf, readWorld, type World } from './world.ts'

/** A holding according to one root; `source` is `null` for everyone's word together. */
export interface HoldingItem {
  readonly holding: Holding
  readonly source: Omit<HoldingVoice, 'holdings' | 'claims'> | null
  readonly world: World
}

/** What holdings are narrowed by, the place apart; days are included. */
export interface HoldingFilter {
  readonly actor?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** Looks up the holdings of a part of the places that are held, by place, everyone's word first. */
export async function readHoldingItems(
  store: Store,
  places: readonly string[],
  filter: HoldingFilter,
): Promise<HoldingItem[]> {
  const items: Omit<HoldingItem, 'world'>[] = []
  for (const place of places) items.push(...(await readPlace(store, place)))
  const kept = items.filter(({ holding }) => isWanted(holding, filter))
  const { within } = await store.readGround()
  const world = await readWorld(store, {
    actors: kept.flatMap(({ holding }) => holding.holders),
    places: places.flatMap(place => findAreas(within, place)),
  })
  return kept.map(item => ({ ...item, world }))
}

async function readPlace(store: Store, place: string): Promise<Omit<HoldingItem, 'world'>[]> {
  const found = await store.findHoldings(place, {}, Number.POSITIVE_INFINITY)
  if (found === undefined) return []
  const voices = found.voices.flatMap(({ holdings, claims: _claims, ...source }) =>
    holdings.map(holding => ({ holding, source })),
  )
  return [...found.holdings.map(holding => ({ holding, source: null })), ...voices]
}

function isWanted({ holders, from, to }: Holding, filter: HoldingFilter): boolean {
  if (filter.actor !== undefined && !holders.includes(filter.actor)) return false
  const isEarly = filter.from !== undefined && to !== null && to < filter.from
  return !isEarly && (filter.to === undefined || from.slice(0, filter.to.length) <= filter.to)
}

/** A holding with one of its holders: several hold a place together or against each other. */
export interface HolderItem extends HoldingItem {
  readonly holder: string
}

/** A row for each holder. */
export function splitHolders(item: HoldingItem): HolderItem[] {
  return item.holding.holders.map(holder => ({ ...item, holder }))
}

/** The name of everyone's word together, where a source stands. */
const ALL = 'all'

/** Holdings as a table, one line for each holder. */
export const HOLDER_COLUMNS: Columns<HolderItem> = {
  place: ({ holding }) => holding.place,
  place_name: ({ holding, world }) => nameOf(world.places, holding.place),
  lat: ({ holding, world }) => world.points[holding.place]?.lat ?? null,
  lon: ({ holding, world }) => world.points[holding.place]?.lon ?? null,
  precision: ({ holding, world }) => world.points[holding.place]?.precision ?? null,
  holder: ({ holder }) => holder,
  holder_name: ({ holder, world }) => nameOf(world.actors, holder),
  holders: ({ holding }) => joinCell(holding.holders),
  state: ({ holding }) => holding.state,
  from: ({ holding }) => holding.from,
  earliest: ({ holding }) => holding.earliest,
  to: ({ holding }) => holding.to,
  confirmed: ({ holding }) => holding.confirmed,
  how: ({ holding }) => holding.how,
  source: ({ source }) => source?.key ?? ALL,
  source_text: ({ source }) => source?.text ?? null,
  source_kind: ({ source }) => source?.kind ?? null,
  source_actor: ({ source }) => source?.actor ?? null,
  roots: ({ holding }) => joinCell(holding.roots),
  claim_keys: ({ holding }) => joinCell(holding.claims),
}

/** A holding as an object, with all its holders. */
export function readHoldingObject({ holding, source, world }: HoldingItem) {
  return { ...holding, ...pointOf(holding, world), source: source ?? ALL }
}

function pointOf({ place }: Holding, { points }: World) {
  return points[place] ?? { lat: null, lon: null, precision: 'none' }
}

/** A holding as features, one for each holder, at the place's point: how far it reaches nobody said. */
export function readHoldingFeatures(item: HoldingItem): Feature[] {
  const { holding, source, world } = item
  const { place, state, from, earliest, to, confirmed, how, claims, roots } = holding
  const { lat, lon, precision } = pointOf(holding, world)
  return holding.holders.map(holder => ({
    point: { lat, lon },
    properties: {
      place,
      place_name: nameOf(world.places, place),
      precision,
      holder,
      holder_name: nameOf(world.actors, holder),
      state,
      from,
      earliest,
      to,
      confirmed,
      how,
      source: source?.key ?? ALL,
      source_text: source?.text ?? null,
      source_kind: source?.kind ?? null,
      claims: claims.length,
      roots: roots.length,
    },
  }))
}
