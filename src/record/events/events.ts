/**
 * Claims → events. A core is founded by claims that name a town and a day; what is vaguer joins the core that most speaks
 * for, or stays apart: nothing vague ever joins two cores, so that no event grows along a chain of "that month, in that
 * governorate".
 *
 * 1. scenes      each fact with its town and days, places carried on within its article
 * 2. dated       a named day in a named town: one core for each day, town and set of actors that go together
 * 3. told        days known from publication only, several towns: the best core of those days there, else one of their own
 * 4. neighbours  a core joins a stronger one of the neighbouring days or places that gives the same numbers
 * 5. vague       a district, a governorate: the best core in it, where enough speaks for it
 * 6. rest        weeks and months, no day, no place: with what says exactly the same
 */
import type { Fact } from '../facts.ts'
import type { Ground } from '../ground.ts'
import type { Event, Reuse } from '../relations.ts'
import { buildEvent } from './build.ts'
import { type Core, findCores, foundCore, indexCores, joinCore } from './cores.ts'
import { hasSite, isCompatible, weighFit } from './fit.ts'
import { joinNeighbours } from './neighbours.ts'
import { findScenes, restKey, type Scene } from './scenes.ts'

/** Points that a claim without a place needs to join a core of its region: its agents and numbers, say, or its article and agents. */
const VAGUE_PROOF = 4

/**
 * The events of a set of facts, by id. A function of the set: neither order nor repetition matters. The facts of an article
 * must all be there: a claim without a place has that of its neighbour in the text.
 *
 * "On 3 May aircraft bombed Example Town", told by four articles, one of which has only "bombed Example Town" and came out
 * on the 4th: one event of five claims. `reuse` serves the counts alone: copies of one text are one root.
 */
export function relateEvents(facts: readonly Fact[], ground: Ground, reuse: readonly Reuse[] = []): Event[] {
  const unique = new Map(facts.map(fact => [fact.key, fact]))
  return buildEvents(groupScenes(findScenes([...unique.values()], ground), ground), reuse)
}

/** Scenes of one happening each. */
export function groupScenes(scenes: readonly Scene[], ground: Ground): Scene[][] {
  const sorted = scenes.toSorted(compareScenes)
  const { dated = [], told = [], vague = [], rest = [] } = Object.groupBy(sorted, findTier)
  const sharp = foundCores(dated, ground)
  const firm = joinNeighbours(placeScenes(told, sharp, ground), ground)
  const cores = placeScenes(vague, firm, ground)
  return [...cores.map(core => core.scenes), ...Map.groupBy(rest, restKey).values()]
}

/** The events of groups of scenes, by id. */
export function buildEvents(groups: readonly (readonly Scene[])[], reuse: readonly Reuse[]): Event[] {
  const copies = Map.groupBy(reuse, ({ articles }) => articles[0])
  return groups.map(scenes => buildEvent(scenes, copies)).sort((a, b) => (a.id < b.id ? -1 : 1))
}

type Tier = 'dated' | 'told' | 'vague' | 'rest'

function findTier({ town, days, sites, isLoose, when }: Scene): Tier {
  if (town === null || days === null) return 'rest'
  if (sites.length === 0 || isLoose) return 'vague'
  return when === 'day' && days[0] === days[1] && sites.length === 1 ? 'dated' : 'told'
}

/** Those that say more come first: the more exact place, the named agent; then the order of the keys. */
function compareScenes(scene: Scene, other: Scene): number {
  return weighScene(other) - weighScene(scene) || (scene.fact.key < other.fact.key ? -1 : 1)
}

function weighScene({ sites, town, fact }: Scene): number {
  return (sites[0] === town ? 0 : 2) + (fact.claim.agent.length > 0 ? 1 : 0)
}

/**
 * Each scene in the core that most speaks for it, as the cores were before any of them came; those that none takes found
 * cores among themselves. So what becomes of a scene depends on the cores of its own days alone.
 */
function placeScenes(scenes: readonly Scene[], cores: readonly Core[], ground: Ground): Core[] {
  const index = indexCores(cores)
  const placed = scenes.map(scene => ({ scene, core: findCore(scene, findCores(index, scene), ground) }))
  for (const { scene, core } of placed) if (core !== undefined) joinCore(core, scene, ground)
  const left = placed.flatMap(({ scene, core }) => (core === undefined ? [scene] : []))
  return [...cores, ...foundCores(left, ground)]
}

/** The cores of scenes of which none has one yet: one for each last day, region and set of actors that go together. */
function foundCores(scenes: readonly Scene[], ground: Ground): Core[] {
  const groups = Map.groupBy(scenes, ({ scope, region, days }) => `${scope} ${region} ${days?.[1]}`)
  return [...groups.values()].flatMap(group => {
    const cores: Core[] = []
    for (const scene of group) {
      const core = findCore(scene, cores, ground)
      if (core === undefined) cores.push(foundCore(scene, ground))
      else joinCore(core, scene, ground)
    }
    return cores
  })
}

/**
 * The core that most speaks for; `undefined` where none can be it. Of equals it is the first, but without a place in common
 * a claim joins neither: it might be of either.
 */
function findCore(scene: Scene, cores: readonly Core[], ground: Ground): Core | undefined {
  const isVague = findTier(scene) === 'vague'
  const fits = cores.flatMap(core => {
    const isHere = hasSite(scene, core, ground)
    if (!(isHere || isVague) || !isCompatible(scene.fact.claim, core, ground)) return []
    const weight = weighFit(scene, core, ground)
    return isHere || weight >= VAGUE_PROOF ? [{ core, weight, isHere }] : []
  })
  const most = Math.max(...fits.map(({ weight }) => weight))
  const best = fits.filter(({ weight }) => weight === most)
  return best.find(({ isHere }) => isHere)?.core ?? (best.length === 1 ? best[0]?.core : undefined)
}
