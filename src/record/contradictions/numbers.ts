/** Numbers of one thing that cannot all be right: 12 killed, 15 killed. */
import type { Count } from '../../model.ts'
import type { Fact } from '../facts.ts'
import { findAreas, type Ground } from '../ground.ts'
import type { Contradiction } from '../relations.ts'
import { groupSides, opposeSides, type Rule, type Side, type Subject } from './sides.ts'

/** A number with its leeway: `max` is infinite for "more than ten". */
export interface Range {
  readonly min: number
  readonly max: number
}

/** What a voice says: its largest number, and all the numbers that it gives. */
interface Figures {
  readonly main: Range
  readonly parts: readonly Range[]
}

/** How far "about" reaches on either side. */
const ABOUT = 0.1

/** The numbers that a count leaves open; `undefined` where it gives none. "About 50" is 45 to 55. */
export function findRange({ min, max, approx }: Count): Range | undefined {
  if (min === null && max === null) return undefined
  const leeway = approx === true ? ABOUT : 0
  return {
    min: Math.floor((min ?? 0) * (1 - leeway)),
    max: max === null ? Number.POSITIVE_INFINITY : Math.ceil(max * (1 + leeway)),
  }
}

/** True where some number is in both. */
export function isMeeting(range: Range, other: Range): boolean {
  return range.min <= other.max && other.min <= range.max
}

/**
 * The numbers of an event that contradict each other: those of the same people and the same fate. An article that says
 * "twelve killed, five of them in the market" says twelve; it agrees with one that only has the five.
 */
export function opposeNumbers(facts: readonly Fact[], subject: Subject, ground: Ground): Contradiction[] {
  const counted = facts.filter(({ claim }) => claim.modality === 'asserted' && claim.count !== null)
  const groups = Map.groupBy(counted, ({ claim }) => nameCounted(claim.type, claim.count as Count))
  return [...groups].flatMap(([name, group]) => opposeSides(listSides(name, group), subject, ruleOf(ground)))
}

/** What is counted, as a label has it: `person killed`. */
export function nameCounted(type: string, { what, outcome = [] }: Count): string {
  return `${what} ${outcome.length === 0 ? type : [...outcome].sort().join('+')}`
}

/** Voices by their numbers, the lowest first. */
function listSides(name: string, facts: readonly Fact[]): Side<Figures>[] {
  const sides = groupSides<Figures>(facts, voice => {
    const parts = voice.flatMap(({ claim }) => findRange(claim.count as Count) ?? [])
    parts.sort((a, b) => b.min - a.min || b.max - a.max)
    const [main] = parts
    return main === undefined
      ? undefined
      : { label: `${[...new Set(parts.map(writeRange))].join(', ')} ${name}`, value: { main, parts } }
  })
  return sides.sort((a, b) => a.value.main.min - b.value.main.min || a.value.main.max - b.value.main.max)
}

function writeRange({ min, max }: Range): string {
  return min === max ? `${min}` : `${min}-${max === Number.POSITIVE_INFINITY ? '' : max}`
}

function ruleOf(ground: Ground): Rule<Figures> {
  return {
    isOpposed: ({ value, facts }, other) =>
      isSamePeople(facts, other.facts) &&
      !value.parts.some(part => isMeeting(part, other.value.main)) &&
      !other.value.parts.some(part => isMeeting(part, value.main)),
    resolve: (low, high) => {
      if (isSum(low.value, high.value) || isPart(low.facts, high.facts, ground)) return 'scope'
      return isLater(high.facts, low.facts) ? 'later' : null
    },
  }
}

/** True where the same may be meant: killed civilians are not killed fighters of a group. */
function isSamePeople(facts: readonly Fact[], others: readonly Fact[]): boolean {
  const [targets, theirs] = [facts, others].map(all =>
    all.flatMap(({ claim }) => claim.target.flatMap(({ actor }) => actor ?? [])),
  )
  if (targets === undefined || theirs === undefined || targets.length === 0 || theirs.length === 0)
    return true
  return targets.some(actor => theirs.includes(actor))
}

/** True where the numbers of one add up to that of the other: it told them place by place. */
function isSum({ parts }: Figures, { main }: Figures): boolean {
  if (parts.length < 2) return false
  const sum = {
    min: parts.reduce((all, { min }) => all + min, 0),
    max: parts.reduce((all, { max }) => all + max, 0),
  }
  return isMeeting(sum, main)
}

/** True where every place of the lower number lies within one of the higher, and is not it. */
function isPart(low: readonly Fact[], high: readonly Fact[], { within }: Ground): boolean {
  const wholes = listPlaces(high)
  const parts = listPlaces(low)
  return (
    parts.length > 0 &&
    parts.every(part => !wholes.includes(part) && findAreas(within, part).some(area => wholes.includes(area)))
  )
}

/** The places at which facts are set. */
export function listPlaces(facts: readonly Fact[]): string[] {
  const places = facts.flatMap(({ claim }) => claim.places.filter(({ role }) => role === 'at'))
  return [...new Set(places.flatMap(({ place }) => place ?? []))].sort()
}

/** True where every article of the one came out after every article of the other: tolls rise. */
export function isLater(facts: readonly Fact[], others: readonly Fact[]): boolean {
  const first = facts.map(({ article }) => article.days.from).sort()[0]
  const last = others
    .map(({ article }) => article.days.to)
    .sort()
    .at(-1)
  return typeof first === 'string' && typeof last === 'string' && first > last
}
