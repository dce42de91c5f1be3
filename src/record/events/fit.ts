/** Whether a claim can be of a happening, and how much speaks for it. */
import type { Claim, ClaimType, Count, Participant } from '../../model.ts'
import { findAreas, type Ground } from '../ground.ts'
import { type Core, listSides } from './cores.ts'
import type { Scene } from './scenes.ts'

/** Types of one fight told from either side: who attacks in one claim is beaten off in another. */
const FIGHTS = new Set<ClaimType>(['clash', 'assault', 'repel'])
/** What one side takes another loses. */
const TURNS = new Set<ClaimType>(['capture', 'lose', 'advance', 'hold'])

/** True where one of the scene's sites is, holds or lies in one of the core's, or one of either is what the other is near. */
export function hasSite({ sites, near }: Scene, core: Core, { within }: Ground): boolean {
  return (
    sites.some(site => core.siteAreas.has(site) || core.near.has(site)) ||
    sites.some(site => findAreas(within, site).some(area => core.sites.has(area))) ||
    near.some(place => core.sites.has(place))
  )
}

/**
 * True where nothing that the claim says of who did it speaks against the core. Who is not named is anyone. Other agents
 * than the core's are another happening where they do to its agents what these do to them, unless it is one fight told from
 * either side; and where they do another kind of thing. Of one thing in one place, agents may be disputed.
 */
export function isCompatible({ agent, target, type }: Claim, core: Core, ground: Ground): boolean {
  if (core.agents.size === 0 || !hasActor(agent) || isOn(agent, core.agentSides, ground)) return true
  if (!isOn(agent, core.targetSides, ground) && !isOn(target, core.agentSides, ground))
    return core.types.has(type)
  return [FIGHTS, TURNS].some(types => types.has(type) && [...core.types].some(other => types.has(other)))
}

function hasActor(participants: readonly Participant[]): boolean {
  return participants.some(({ actor }) => actor !== null)
}

/** True where any of them stands on one of the sides. */
function isOn(participants: readonly Participant[], sides: ReadonlySet<string>, ground: Ground): boolean {
  return participants.some(
    ({ actor }) => actor !== null && listSides(actor, ground).some(side => sides.has(side)),
  )
}

/**
 * How much speaks for a claim's being of a core, in points: about 0 for nothing but place and day, 4 for what would join it
 * without a place. What chose them: Airwars' sources (`bench/events.ts`).
 */
export function weighFit(scene: Scene, core: Core, ground: Ground): number {
  const { claim, article } = scene.fact
  const isShared = isOn(claim.agent, core.agentSides, ground)
  const isOther = !isShared && core.agents.size > 0 && hasActor(claim.agent)
  return (
    (core.articles.has(article.id) ? 2 : 0) +
    (scene.sites.some(site => core.sites.has(site)) ? 2 : 0) +
    (scene.town !== null && scene.town !== scene.region && core.areas.has(scene.town) ? 1 : 0) +
    (isShared ? 2 : isOther ? -1 : 0) +
    (core.types.has(claim.type) ? 1 : 0) +
    weighCount(claim.count, core.counts) +
    weighDay(scene, core)
  )
}

/** Two for a number of two or more that both give, one for a one, less one for numbers that cannot both be. */
function weighCount(count: Count | null, others: readonly Count[]): number {
  if (count === null || count.min === null) return 0
  const numbers = others.filter(other => other.min !== null && isSameOutcome(count, other))
  if (numbers.length === 0) return 0
  if (!numbers.some(other => isSameNumber(count, other))) return -1
  return count.min > 1 ? 2 : 1
}

function isSameOutcome(count: Count, other: Count): boolean {
  return count.outcome?.join() === other.outcome?.join()
}

function isSameNumber(count: Count, other: Count): boolean {
  return other.min === count.min && other.max === count.max
}

/** The nearer to publication the better: the day itself one, the day before a half. */
function weighDay({ days, when }: Scene, core: Core): number {
  return days === null || when === 'day' ? 0 : Math.max(0, 1 - (days[1] - core.day) / 2)
}

/** How many numbers of two or more two cores give alike: 12 killed and 30 wounded in both are two. */
export function countShared(core: Core, other: Core): number {
  const shared = core.counts.filter(
    count =>
      (count.min ?? 0) > 1 &&
      other.counts.some(their => isSameOutcome(count, their) && isSameNumber(count, their)),
  )
  return new Set(shared.map(({ min, max, outcome }) => `${min} ${max} ${outcome?.join()}`)).size
}
