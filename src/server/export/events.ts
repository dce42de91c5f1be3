/** Events in the formats of exports, each with whose word it rests on. */
import type { Modality } from '../../model.ts'
import { findFigures, findTolls, type Toll } from '../../record/casualties.ts'
import { findDays } from '../../record/days.ts'
import type { Fact } from '../../record/facts.ts'
import { findAreas } from '../../record/ground.ts'
import type { Root } from '../../record/roots.ts'
import type { EventRow } from '../../store/events.ts'
import type { Store } from '../../store/store.ts'
import { type Columns, type Feature, joinCell } from './layouts.ts'
import { nameOf, readWorld, type World } from './world.ts'

/** An event with its facts and the world that they are in. */
export interface EventItem {
  readonly event: EventRow
  readonly facts: readonly Fact[]
  /** The killed, of the kind of people of whom most are told. */
  readonly killed: Toll | undefined
  readonly world: World
}

/** Looks up what a part of a list of events rests on. */
export async function readEventItems(store: Store, events: readonly EventRow[]): Promise<EventItem[]> {
  const facts = await store.findEventFacts(events.map(({ id }) => id))
  const { within } = await store.readGround()
  const world = await readWorld(store, {
    actors: events.flatMap(({ agents, targets }) => [...agents, ...targets]),
    places: events.flatMap(({ places }) => places.flatMap(place => findAreas(within, place))),
    outlets: facts.flat().map(({ article }) => article.outlet),
  })
  return events.map((event, i) => readItem(event, facts[i] ?? [], world))
}

function readItem(event: EventRow, facts: readonly Fact[], world: World): EventItem {
  return { event, facts, killed: findKilled(facts), world }
}

/** The roots of an event, each once, in the order of its claims. */
export function listRoots(facts: readonly Fact[]): Root[] {
  return [...new Map(facts.map(({ root }) => [root.key, root])).values()]
}

/** The outlets of an event; an article without one stands for itself. */
export function listOutlets(facts: readonly Fact[]): string[] {
  return [...new Set(facts.map(({ article }) => article.outlet ?? article.name))]
}

/** The killed of an event from the lowest to the highest that anyone says: of the kind of people of whom most are told. */
function findKilled(facts: readonly Fact[]): Toll | undefined {
  const killed = findTolls(findFigures(facts), 'range').filter(
    ({ outcomes }) => String(outcomes) === 'killed',
  )
  return killed.sort((a, b) => b.min - a.min || (b.max ?? 0) - (a.max ?? 0))[0]
}

/** How sure the claims of an event are: `asserted`, or what they say is planned, possible, negated. */
export function listModalities(facts: readonly Fact[]): Modality[] {
  return [...new Set(facts.map(({ claim }) => claim.modality))].sort()
}

/** Events as a table. */
export const EVENT_COLUMNS: Columns<EventItem> = {
  event: ({ event }) => event.id,
  family: ({ event }) => event.family,
  types: ({ event }) => joinCell(event.types),
  modality: ({ facts }) => joinCell(listModalities(facts)),
  time: ({ event }) => event.time,
  from: ({ event }) => findDays(event.time).from,
  to: ({ event }) => findDays(event.time).to,
  place_ids: ({ event }) => joinCell(event.places),
  places: ({ event, world }) => joinCell(event.places.map(id => nameOf(world.places, id))),
  lat: ({ event, world }) => world.points[event.places[0] ?? '']?.lat ?? null,
  lon: ({ event, world }) => world.points[event.places[0] ?? '']?.lon ?? null,
  precision: ({ event, world }) => world.points[event.places[0] ?? '']?.precision ?? null,
  agent_ids: ({ event }) => joinCell(event.agents),
  agents: ({ event, world }) => joinCell(event.agents.map(id => nameOf(world.actors, id))),
  target_ids: ({ event }) => joinCell(event.targets),
  targets: ({ event, world }) => joinCell(event.targets.map(id => nameOf(world.actors, id))),
  articles: ({ event }) => event.counts.articles,
  outlets: ({ event }) => event.counts.outlets,
  families: ({ event }) => event.counts.families,
  roots_min: ({ event }) => event.counts.roots.min,
  roots_max: ({ event }) => event.counts.roots.max,
  claims: ({ event }) => event.claims,
  contradictions: ({ event }) => event.contradictions,
  killed_min: ({ killed }) => killed?.min ?? null,
  killed_max: ({ killed }) => killed?.max ?? null,
  killed_who: ({ killed }) => killed?.what ?? null,
  sources: ({ facts }) => joinCell(listRoots(facts).map(({ text }) => text)),
  source_kinds: ({ facts }) => joinCell(listRoots(facts).map(({ kind }) => kind)),
  outlet_ids: ({ facts }) => joinCell(listOutlets(facts)),
  claim_keys: ({ facts }) => joinCell(facts.map(({ key }) => key)),
}

/** An event as an object, with the keys of its claims, its roots, and the figures of each of them. */
export function readEventObject({ event, facts }: EventItem) {
  return {
    ...event,
    modalities: listModalities(facts),
    roots: listRoots(facts),
    outlets: listOutlets(facts),
    figures: findFigures(facts),
    claimKeys: facts.map(({ key }) => key),
  }
}

/** An event as features, one for each place that it may have been at. */
export function readEventFeatures({ event, facts, killed, world }: EventItem): Feature[] {
  const { id, family, types, time, counts, agents, targets } = event
  return event.places.map(place => ({
    point: world.points[place] ?? null,
    properties: {
      event: id,
      family,
      types,
      modality: listModalities(facts),
      time,
      place,
      place_name: nameOf(world.places, place),
      precision: world.points[place]?.precision ?? 'none',
      agents,
      targets,
      articles: counts.articles,
      outlets: counts.outlets,
      families: counts.families,
      roots_min: counts.roots.min,
      roots_max: counts.roots.max,
      killed: killed === undefined ? null : { what: killed.what, min: killed.min, max: killed.max },
      sources: listRoots(facts).map(({ text }) => text),
    },
  }))
}
