/** Of the articles that say how many were killed in their main event: how many say what Airwars' range has. */
import { type Figure, findFigures } from '../../src/record/casualties.ts'
import type { Fact } from '../../src/record/facts.ts'
import type { Incident } from './airwars.ts'

/** Whether an article's number is in the range of one of its incidents; `undefined` where one of the two gives none. */
export function isInRange(facts: readonly Fact[], incidents: readonly Incident[]): boolean | undefined {
  const figure = findLargest(facts)
  const ranges = incidents.flatMap(incident => findKilled(incident) ?? [])
  if (figure === undefined || ranges.length === 0) return undefined
  return ranges.some(({ min, max }) => figure.min <= max && min <= (figure.max ?? Number.POSITIVE_INFINITY))
}

/** The largest number of killed: the smaller ones are parts of it, or a side's own. */
export function findLargest(facts: readonly Fact[]): Figure | undefined {
  const figures = findFigures(facts).filter(
    ({ outcomes, isCumulative }) => outcomes.join() === 'killed' && !isCumulative,
  )
  return figures.sort((a, b) => b.min - a.min)[0]
}

/** From the fewest civilians killed to all, fighters with them: an article need not say who was what. */
function findKilled({
  civiliansKilledMin,
  civiliansKilledMax,
  fightersKilledMin,
  fightersKilledMax,
}: Incident): { min: number; max: number } | undefined {
  if (civiliansKilledMax === undefined && fightersKilledMax === undefined) return undefined
  const min = civiliansKilledMin ?? fightersKilledMin ?? 0
  return { min, max: (civiliansKilledMax ?? 0) + (fightersKilledMax ?? 0) }
}
