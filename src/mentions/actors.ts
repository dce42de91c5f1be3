/** Finds the actors that a text names: by name, by a force word and a name, by an adjective, a short name or a pronoun. */
import { kindBits } from '../lexicon/tables.ts'
import type { ActorMention } from '../model.ts'
import { readForce, type Spot } from './actors-force.ts'
import { readFormation } from './actors-formation.ts'
import { readLatter } from './actors-latter.ts'
import { resolveActors } from './actors-resolve.ts'
import { extendSpot, readFurther } from './actors-trail.ts'
import type { Name } from './names.ts'
import { findUse } from './names-use.ts'
import { findName, type Scene } from './scene.ts'

/** A wording for an actor begins with a name, or with a hit of one of these kinds: most words begin none. */
const BEGINNERS = kindBits('force fighter aircraft gun own act noun formation latter'.split(' '))

/**
 * Finds the actors of a text in order; wordings do not overlap. `actor` is `null` for aircraft and fighters of nobody in
 * particular.
 *
 *     "سيطر مسلحو التنظيم على القرية وقصفها طيران التحالف" → `isis` (مسلحو التنظيم, by its short name), `coalition`
 */
export function findActors(scene: Scene): ActorMention[] {
  const spots: Spot[] = []
  let next = 0
  for (let at = 0; at < scene.text.tokens.length; at++) {
    if (at < next || !mayBegin(scene, at)) continue
    const found = readSpots(scene, at)
    spots.push(...found)
    next = found.at(-1)?.to ?? 0
  }
  return resolveActors(scene, spots)
}

function mayBegin({ nameOver, kinds }: Scene, token: number): boolean {
  return (nameOver[token] as number) >= 0 || ((kinds[token] as number) & BEGINNERS) !== 0
}

function readSpots(scene: Scene, token: number): Spot[] {
  const found = readSpot(scene, token)
  const spot = found === undefined ? undefined : extendSpot(scene, found)
  if (spot === undefined) return []
  return [spot, ...readFurther(scene, spot)]
}

/** The longer of a name and a force word with its owner. */
function readSpot(scene: Scene, token: number): Spot | undefined {
  const name = findName(scene, token)
  const named = name === undefined ? undefined : readNamed(scene, name)
  const force = readForce(scene, token)
  if (force === undefined) return named ?? readFormation(scene, token) ?? readLatter(scene, token)
  if (name !== undefined && named === undefined && name.to > force.to) return undefined
  if (named === undefined) return force.by === 'none' ? (readFormation(scene, token) ?? force) : force
  if (force.by === 'pronoun' && force.isAlly && force.to >= named.to) return force
  if (force.by === 'none' && named.by === 'short name' && force.force !== undefined)
    return { ...named, force: force.force }
  return force.to > named.to && force.by !== 'none' ? force : named
}

function readNamed(scene: Scene, name: Name): Spot | undefined {
  if (findUse(scene, name) !== 'actor') return undefined
  const { from, to, span, actors, shorts } = name
  return {
    from,
    to,
    span,
    by: actors.length > 0 ? 'name' : 'short name',
    rows: [...actors, ...shorts].map(({ row }) => row),
    isAlly: false,
  }
}
