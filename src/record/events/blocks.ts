/** Which facts decide which events: so that a new article costs what lies near it, not what the record holds. */
import type { Fact } from '../facts.ts'
import type { Ground } from '../ground.ts'
import type { Event, Reuse } from '../relations.ts'
import { buildEvents, groupScenes } from './events.ts'
import { findScenes, restKey, type Scene } from './scenes.ts'

/**
 * Weeks on either side that may bear on an event. A core takes what is published up to three days later, joins a core two
 * days off, and that one two more: nothing farther than ten days has a say, and two whole weeks are at least fourteen.
 */
const WEEKS = 2

/** A fact as it is set, and the block that it lies in. */
export interface Block {
  readonly scene: Scene
  /** The family, the region and the week; for what has no day, what it is grouped by. */
  readonly block: string
}

/**
 * The block of each of the facts, which must be all of their articles. A store keeps them beside the claims: events are
 * relations within blocks and those of the weeks round them (`widenBlocks`).
 */
export function eventBlocks(facts: readonly Fact[], ground: Ground): Block[] {
  return findScenes(facts, ground).map(scene => ({ scene, block: findBlock(scene) }))
}

function findBlock(scene: Scene): string {
  const { scope, region, days } = scene
  if (days === null || region === null) return `rest|${restKey(scene)}`
  return `${scope}|${region}|${Math.floor(days[1] / 7)}`
}

/** Blocks and those of the weeks round them: all whose facts may have a say in an event of theirs. */
export function widenBlocks(blocks: Iterable<string>): string[] {
  const wide = [...blocks].flatMap(block => {
    if (block.startsWith('rest|')) return [block]
    const at = block.lastIndexOf('|')
    const week = Number(block.slice(at + 1))
    const weeks = Array.from({ length: 2 * WEEKS + 1 }, (_, i) => week - WEEKS + i)
    return weeks.map(near => `${block.slice(0, at)}|${near}`)
  })
  return [...new Set(wide)].sort()
}

/** Where facts come from. */
export interface Shelf {
  /** The facts that lie in the blocks; others besides do no harm. */
  readonly fetch: (blocks: readonly string[]) => readonly Block[]
  readonly ground: Ground
  /** Reuse among the articles, for the counts. */
  readonly reuse?: readonly Reuse[]
}

/**
 * The events that a change may have changed, as they are now. `blocks` are those of the claims that came, went or were
 * corrected, with the blocks in which they lay before. Every event of the record that has one of `claims` is to give way to
 * `events`; those that no longer have a claim are gone.
 */
export function relateAround(
  blocks: Iterable<string>,
  { fetch, ground, reuse = [] }: Shelf,
): { claims: string[]; events: Event[] } {
  const touched = new Set(widenBlocks(blocks))
  const wide = widenBlocks(touched)
  const isWide = new Set(wide)
  const around = fetch(wide).filter(({ block }) => isWide.has(block))
  const near = around.filter(({ block }) => touched.has(block))
  const claims = new Set(near.map(({ scene }) => scene.fact.key))
  const scenes = around.map(({ scene }) => scene)
  const groups = groupScenes(scenes, ground).filter(group => group.some(({ fact }) => claims.has(fact.key)))
  const events = buildEvents(groups, reuse)
  for (const event of events) for (const claim of event.claims) claims.add(claim)
  return { claims: [...claims].sort(), events }
}
