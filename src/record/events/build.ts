/** A group of scenes as an event. */
import { createHash } from 'node:crypto'
import { type ClaimType, type Edtf, FAMILIES, type Participant } from '../../model.ts'
import { countFacts } from '../counts.ts'
import { writeDay } from '../days.ts'
import type { Fact } from '../facts.ts'
import type { Event, Reuse } from '../relations.ts'
import type { Scene } from './scenes.ts'

const TYPES: readonly ClaimType[] = Object.values(FAMILIES).flat()

/**
 * The id of the event that a claim would be alone: the hash of its key. An event has the id of its least claim, so that an
 * id that it ever had is the id of one of its claims: look for the claim, take the event that it is in now.
 */
export function eventId(claim: string): string {
  return createHash('sha256').update(claim).digest('hex').slice(0, 16)
}

/** The event of scenes of one happening. `copies` has the reuse of which an article is the first. */
export function buildEvent(scenes: readonly Scene[], copies: ReadonlyMap<string, readonly Reuse[]>): Event {
  const facts = scenes.map(({ fact }) => fact)
  const least = facts.reduce((first, fact) => (isEarlier(fact, first) ? fact : first), facts[0] as Fact)
  const articles = new Set(facts.map(({ article }) => article.id))
  const types = new Set(facts.map(({ claim }) => claim.type))
  return {
    id: eventId(least.key),
    family: least.family,
    types: TYPES.filter(type => types.has(type)),
    claims: facts.map(({ key }) => key).sort(),
    places: rankPlaces(scenes),
    agents: rank(facts.flatMap(({ claim }) => listActors(claim.agent))),
    targets: rank(facts.flatMap(({ claim }) => listActors(claim.target))),
    time: findTime(scenes),
    counts: countFacts(
      facts,
      [...articles].flatMap(article => copies.get(article) ?? []),
    ),
  }
}

/** The least claim is the one first published, then the one of the least key: what comes later seldom changes an id. */
function isEarlier(fact: Fact, other: Fact): boolean {
  const [day, otherDay] = [fact, other].map(({ article }) => article.days.from ?? '9999')
  if (day !== otherDay) return (day as string) < (otherDay as string)
  return fact.key < other.key
}

function rankPlaces(scenes: readonly Scene[]): string[] {
  const sites = scenes.flatMap(scene => scene.sites).filter(site => !site.startsWith('?'))
  if (sites.length > 0) return rank(sites)
  return rank(scenes.flatMap(({ areas }) => areas.find(area => !area.startsWith('?')) ?? []))
}

function listActors(participants: readonly Participant[]): string[] {
  return [...new Set(participants.flatMap(({ actor }) => actor ?? []))]
}

/** The most frequent first, then by name. */
function rank(names: readonly string[]): string[] {
  const groups = [...Map.groupBy(names, name => name)]
  return groups.sort(([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1)).map(([name]) => name)
}

/** The days that texts name; where none does, those that all publications leave; else what the claims say, wide as it is. */
function findTime(scenes: readonly Scene[]): Edtf | null {
  const named = scenes.flatMap(({ when, days }) => (when === 'day' && days !== null ? [days] : []))
  if (named.length > 0)
    return writeInterval(Math.min(...named.map(([from]) => from)), Math.max(...named.map(([, to]) => to)))
  const told = scenes.flatMap(({ days }) => (days === null ? [] : [days]))
  if (told.length > 0) {
    const last = Math.min(...told.map(([, to]) => to))
    return writeInterval(Math.min(Math.max(...told.map(([from]) => from)), last), last)
  }
  return scenes.find(({ when }) => when === 'wide')?.fact.claim.time ?? null
}

function writeInterval(from: number, to: number): Edtf {
  return from === to ? writeDay(from) : `${writeDay(from)}/${writeDay(to)}`
}
