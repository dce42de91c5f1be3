/** Of the articles that say how many were killed in their main event: how many say what Airwars' range has. */
import { type Figure, findFigures } from '../../src/record/casualties.ts'
import type { Fact } from '../../src/record/facts.ts'
import type { Incident } from './airwars.ts'

interface Range {
  readonly min: number
  readonly max: number
}

/**
 * Whether one of an article's figures of killed people is in the range of one of its incidents, or of all of them together;
 * `undefined` where one of the two gives no number. The range is Airwars' sum over all sources of the incident: a first toll
 * that a later source raises is out of it.
 */
export function isInRange(facts: readonly Fact[], incidents: readonly Incident[]): boolean | undefined {
  const figures = findKilled(facts)
  const ranges = incidents.flatMap(incident => readKilled(incident) ?? [])
  if (figures.length === 0 || ranges.length === 0) return undefined
  return [...ranges, sumRanges(ranges)].some(({ min, max }) =>
    figures.some(figure => figure.min <= max && min <= (figure.max ?? Number.POSITIVE_INFINITY)),
  )
}

/** The figures of killed people: one for each root and kind of people, tolls over weeks left out. */
export function findKilled(facts: readonly Fact[]): Figure[] {
  return findFigures(facts).filter(
    ({ outcomes, what, isCumulative }) => outcomes.join() === 'killed' && what !== 'family' && !isCumulative,
  )
}

/** From the fewest civilians killed to all, fighters with them: an article need not say who was what. */
function readKilled(incident: Incident): Range | undefined {
  const { civiliansKilledMin, civiliansKilledMax, fightersKilledMin, fightersKilledMax } = incident
  if (civiliansKilledMax === undefined && fightersKilledMax === undefined) return undefined
  const min = civiliansKilledMin ?? fightersKilledMin ?? 0
  return { min, max: (civiliansKilledMax ?? 0) + (fightersKilledMax ?? 0) }
}

function sumRanges(ranges: readonly Range[]): Range {
  return {
    min: ranges.reduce((sum, { min }) => sum + min, 0),
    max: ranges.reduce((sum, { max }) => sum + max, 0),
  }
}
