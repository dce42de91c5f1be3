/** The names of every id that an answer speaks of. */
import type { Claim, Mention } from '../model.ts'
import type { Store } from '../store/store.ts'
import type { Names } from './api.ts'

/** Ids by kind, to be gathered and then named. */
export interface Ids {
  readonly actors: Set<string>
  readonly places: Set<string>
  readonly outlets: Set<string>
}

/** What may hold ids: claims, mentions, articles, ids themselves. */
export interface Holders {
  readonly claims?: readonly Claim[]
  readonly mentions?: readonly Mention[]
  readonly outlets?: readonly (string | null)[]
  readonly actors?: readonly (string | null)[]
  readonly places?: readonly (string | null)[]
}

/** The names of the ids in `holders`. An id without a row has no name and is shown as it is. */
export async function findNames(store: Store, holders: Holders): Promise<Names> {
  const ids: Ids = { actors: new Set(), places: new Set(), outlets: new Set() }
  for (const kind of ['actors', 'places', 'outlets'] as const) {
    for (const id of holders[kind] ?? []) if (id !== null) ids[kind].add(id)
  }
  for (const claim of holders.claims ?? []) gatherClaim(ids, claim)
  for (const mention of holders.mentions ?? []) gatherMention(ids, mention)
  const [actors, places, outlets] = await Promise.all([
    store.findNames('actors', ids.actors),
    store.findNames('places', ids.places),
    store.findNames('outlets', new Set([...ids.outlets, ...ids.actors])),
  ])
  return { actors, places, outlets }
}

function gatherClaim(ids: Ids, claim: Claim): void {
  for (const { actor } of [...claim.agent, ...claim.target]) if (actor !== null) ids.actors.add(actor)
  for (const { place } of claim.places) if (place !== null) ids.places.add(place)
  for (const { actor } of claim.sources) if (actor) ids.actors.add(actor)
}

function gatherMention(ids: Ids, mention: Mention): void {
  if (mention.kind === 'actor' && mention.actor !== null) ids.actors.add(mention.actor)
  if (mention.kind === 'person' && mention.actor !== null) ids.actors.add(mention.actor)
  if (mention.kind === 'place' && mention.place !== null) ids.places.add(mention.place)
  if (mention.kind === 'outlet') ids.outlets.add(mention.outlet)
}
