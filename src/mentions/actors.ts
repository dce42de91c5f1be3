/** Finds the actors that a text names: by name, by a force word and a name, by an adjective, a short name or a pronoun. */
import type { ActorMention } from '../model.ts'
import { readForce, type Spot } from './actors-force.ts'
import { resolveActors } from './actors-resolve.ts'
import type { Name } from './names.ts'
import { findUse } from './names-use.ts'
import { findName, type Scene } from './scene.ts'

/**
 * Finds the actors of a text in order; wordings do not overlap. `actor` is `null` for aircraft and fighters of nobody in
 * particular.
 */
export function findActors(scene: Scene): ActorMention[] {
  const spots: Spot[] = []
  let at = 0
  while (at < scene.text.tokens.length) {
    const spot = readSpot(scene, at)
    if (spot !== undefined) spots.push(spot)
    at = Math.max(spot?.to ?? 0, at + 1)
  }
  return resolveActors(scene, spots)
}

/** The longer of a name and a force word with its owner. */
function readSpot(scene: Scene, token: number): Spot | undefined {
  const name = findName(scene, token)
  const named = name === undefined ? undefined : readNamed(scene, name)
  const force = readForce(scene, token)
  if (force === undefined) return named
  if (name !== undefined && named === undefined && name.to > force.to) return undefined
  return named === undefined || (force.to > named.to && force.by !== 'none') ? force : named
}

function readNamed(scene: Scene, name: Name): Spot | undefined {
  if (findUse(scene, name) !== 'actor') return undefined
  const { from, to, span, actors, shorts } = name
  const found = actors.length > 0 ? actors : shorts
  return {
    from,
    to,
    span,
    by: actors.length > 0 ? 'name' : 'short name',
    rows: found.map(({ row }) => row),
    isAlly: false,
  }
}
