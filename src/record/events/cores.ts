/** A core: scenes that are told of one happening, with what the next scene is compared to. Grows only inside this folder. */
import type { ClaimType, Count, Participant } from '../../model.ts'
import { findAreas, type Ground } from '../ground.ts'
import type { Scene } from './scenes.ts'

/** What a happening's scenes say together. */
export interface Core {
  readonly scope: string
  readonly region: string
  /** Days since 1970, fixed by the scene that founded it, so that no core drifts. */
  readonly day: number
  /** True where a text names the day; the others only have days of publication. */
  readonly isDated: boolean
  readonly scenes: Scene[]
  readonly sites: Set<string>
  /** The sites and all that hold them. */
  readonly siteAreas: Set<string>
  readonly near: Set<string>
  /** The town that it is filed under and all that hold it. */
  readonly areas: ReadonlySet<string>
  readonly agents: Set<string>
  readonly targets: Set<string>
  /** The agents, the targets, and whose side they are on. */
  readonly agentSides: Set<string>
  readonly targetSides: Set<string>
  readonly types: Set<ClaimType>
  readonly articles: Set<string>
  readonly counts: Count[]
}

/** Cores by scope, region and day. */
export type Cores = ReadonlyMap<string, readonly Core[]>

/** The cores of each scope, region and day. */
export function indexCores(cores: readonly Core[]): Cores {
  return Map.groupBy(cores, ({ scope, region, day }) => `${scope} ${region} ${day}`)
}

/** The cores of a scope and region on the days from one to another, the last day first. */
export function findCores(
  cores: Cores,
  { scope, region, days }: Pick<Scene, 'scope' | 'region' | 'days'>,
): Core[] {
  if (days === null) return []
  const found: Core[] = []
  for (let day = days[1]; day >= days[0]; day--) found.push(...(cores.get(`${scope} ${region} ${day}`) ?? []))
  return found
}

/** A core of one scene, which must have a region and days: on the last of its days. */
export function foundCore(scene: Scene, ground: Ground): Core {
  const { scope, areas, when, days, region } = scene
  const core: Core = {
    scope,
    region: region as string,
    day: (days as readonly [number, number])[1],
    isDated: when === 'day',
    scenes: [],
    sites: new Set(),
    siteAreas: new Set(),
    near: new Set(),
    areas: new Set(areas),
    agents: new Set(),
    targets: new Set(),
    agentSides: new Set(),
    targetSides: new Set(),
    types: new Set(),
    articles: new Set(),
    counts: [],
  }
  joinCore(core, scene, ground)
  return core
}

/** Adds a scene to a core. */
export function joinCore(core: Core, scene: Scene, ground: Ground): void {
  const { article, claim } = scene.fact
  core.scenes.push(scene)
  core.types.add(claim.type)
  core.articles.add(article.id)
  if (claim.count !== null) core.counts.push(claim.count)
  for (const place of scene.near) core.near.add(place)
  for (const site of listOwnSites(core, scene, ground)) {
    core.sites.add(site)
    for (const area of findAreas(ground.within, site)) core.siteAreas.add(area)
  }
  addActors(claim.agent, { actors: core.agents, sides: core.agentSides }, ground)
  addActors(claim.target, { actors: core.targets, sides: core.targetSides }, ground)
}

/** Of a list of towns only those that the core knows: "bombed Alder and Birch" does not make one happening of the two. */
function listOwnSites({ sites, siteAreas }: Core, scene: Scene, { within }: Ground): readonly string[] {
  if (sites.size === 0) return scene.sites
  return scene.sites.filter(
    site => siteAreas.has(site) || findAreas(within, site).some(area => sites.has(area)),
  )
}

interface Party {
  readonly actors: Set<string>
  readonly sides: Set<string>
}

function addActors(participants: readonly Participant[], party: Party, ground: Ground): void {
  for (const { actor } of participants) {
    if (actor === null) continue
    party.actors.add(actor)
    for (const side of listSides(actor, ground)) party.sides.add(side)
  }
}

/** An actor, what it is a part of, and its allies. */
export function listSides(actor: string, { sides }: Ground): readonly string[] {
  return sides.get(actor) ?? [actor]
}
