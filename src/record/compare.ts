/** Two sides, articles or outlets, beside each other: what both call an actor, and the numbers that they give of one event. */
import type { Counted, Outcome } from '../model.ts'
import { findFigures, findTolls, type Toll } from './casualties.ts'
import type { Fact } from './facts.ts'
import { sourceKey } from './roots.ts'

/** A wording as it is most often written, and how many claims have it. */
export interface SideWording {
  readonly text: string
  readonly claims: number
}

/** What each side calls an actor whom both name, the commonest first. */
export interface SideNames {
  readonly actor: string
  readonly wordings: readonly [readonly SideWording[], readonly SideWording[]]
}

/** How many, from the least to the most that a side says; `max` is `null` where it is open. */
export interface SideRange {
  readonly min: number
  readonly max: number | null
  /** Keys of the roots that say so. */
  readonly roots: readonly string[]
}

/** The numbers that both sides give of one kind of people and one fate in one event. */
export interface SideNumbers {
  readonly outcomes: readonly Outcome[]
  readonly what: Counted
  readonly ranges: readonly [SideRange, SideRange]
  /** True where no number fits both. */
  readonly isApart: boolean
}

/** The wordings of both sides for each actor whom both name, the actors that are named most first. */
export function compareNames(first: readonly Fact[], second: readonly Fact[]): SideNames[] {
  const [one, two] = [groupNames(first), groupNames(second)]
  return [...one]
    .flatMap(([actor, texts]) => {
      const others = two.get(actor)
      return others === undefined ? [] : [{ actor, times: texts.length + others.length, texts, others }]
    })
    .sort((a, b) => b.times - a.times || (a.actor < b.actor ? -1 : 1))
    .map(({ actor, texts, others }) => ({ actor, wordings: [listWordings(texts), listWordings(others)] }))
}

function groupNames(facts: readonly Fact[]): Map<string, string[]> {
  const names = new Map<string, string[]>()
  for (const { actor, text } of facts.flatMap(({ claim }) => [...claim.agent, ...claim.target])) {
    if (actor !== null) names.set(actor, [...(names.get(actor) ?? []), text])
  }
  return names
}

function listWordings(texts: readonly string[]): SideWording[] {
  return [...Map.groupBy(texts, sourceKey).values()]
    .map(own => ({ text: findMostWritten(own), claims: own.length }))
    .sort((a, b) => b.claims - a.claims || (a.text < b.text ? -1 : 1))
}

function findMostWritten(texts: readonly string[]): string {
  const groups = [...Map.groupBy(texts, text => text)].sort(([a], [b]) => (a < b ? -1 : 1))
  return groups.reduce((most, one) => (one[1].length > most[1].length ? one : most), groups[0] ?? ['', []])[0]
}

/**
 * The numbers of two sides about one event, whose facts these are: "twelve killed" and "at least fifteen killed" are apart.
 * What only one side counts is left out.
 */
export function compareNumbers(first: readonly Fact[], second: readonly Fact[]): SideNumbers[] {
  const theirs = findTolls(findFigures(second), 'range')
  return findTolls(findFigures(first), 'range').flatMap(toll => {
    const other = theirs.find(one => one.what === toll.what && one.outcomes.join() === toll.outcomes.join())
    if (other === undefined) return []
    const { outcomes, what } = toll
    return [{ outcomes, what, ranges: [readRange(toll), readRange(other)], isApart: isApart(toll, other) }]
  })
}

function readRange({ min, max, roots }: Toll): SideRange {
  return { min, max, roots }
}

function isApart(a: Toll, b: Toll): boolean {
  return (a.max !== null && a.max < b.min) || (b.max !== null && b.max < a.min)
}
