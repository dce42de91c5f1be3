/** Cores that tell one happening of neighbouring days or places: the weaker joins the stronger. */
import type { Ground } from '../ground.ts'
import { type Core, type Cores, findCores, indexCores, joinCore } from './cores.ts'
import { countShared, hasSite, isCompatible } from './fit.ts'
import { LAG } from './scenes.ts'

/** How many numbers two cores of different places must share to be one: two outlets may put a strike in two villages. */
const NUMBERS_ELSEWHERE = 2

/**
 * Joins each core to the strongest of those that tell the same, where that one joins none itself. So no chain forms, and
 * what becomes of a core depends on what lies within two steps of it.
 */
export function joinNeighbours(cores: readonly Core[], ground: Ground): Core[] {
  const index = indexCores(cores)
  const leaders = new Map(cores.map(core => [core, findLeader(core, index, ground)]))
  const joins = cores.flatMap(core => {
    const leader = leaders.get(core)
    return leader !== undefined && leaders.get(leader) === undefined ? [{ core, leader }] : []
  })
  for (const { core, leader } of joins) {
    for (const scene of core.scenes) joinCore(leader, scene, ground)
  }
  const joined = new Set(joins.map(({ core }) => core))
  return cores.filter(core => !joined.has(core))
}

/** The strongest core that tells the same and is stronger than this one; `undefined` where none is. */
function findLeader(core: Core, cores: Cores, ground: Ground): Core | undefined {
  const near = findCores(cores, { ...core, days: [core.day - LAG, core.day + LAG] })
  const same = near.filter(other => isStronger(other, core) && isSame(core, other, ground))
  return same.reduce<Core | undefined>(
    (leader, other) => (leader === undefined || isStronger(other, leader) ? other : leader),
    undefined,
  )
}

function isSame(core: Core, other: Core, ground: Ground): boolean {
  const gap = Math.abs(core.day - other.day)
  if (gap > 1 && core.isDated && other.isDated) return false
  const shared = countShared(core, other)
  const isHere = core.scenes.some(scene => hasSite(scene, other, ground))
  if (shared < (isHere ? 1 : NUMBERS_ELSEWHERE)) return false
  return core.scenes.every(({ fact }) => isCompatible(fact.claim, other, ground))
}

/** More articles, then a named day, then the earlier, then the least key. */
function isStronger(core: Core, other: Core): boolean {
  return compareStrength(core, other) < 0
}

function compareStrength(core: Core, other: Core): number {
  return (
    other.articles.size - core.articles.size ||
    Number(other.isDated) - Number(core.isDated) ||
    core.day - other.day ||
    (leastKey(core) < leastKey(other) ? -1 : leastKey(core) > leastKey(other) ? 1 : 0)
  )
}

function leastKey({ scenes }: Core): string {
  return scenes.map(({ fact }) => fact.key).sort()[0] ?? ''
}
