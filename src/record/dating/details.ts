/** What an article tells, as details that another article may tell too: who did what where, how many. */
import type { Claim } from '../../model.ts'
import type { Fact } from '../facts.ts'
import type { Ground } from '../ground.ts'
import { mixHash } from '../reuse/words.ts'

/** Places of a claim that are read: those after the fourth were carried along from sentences before. */
const MOST_PLACES = 4
/** Smaller numbers are found everywhere. */
const LEAST_COUNTED = 3

/** What a detail weighs, by how much it says: a place, or a kind of deed by someone; that kind there; that by someone there, or so many. */
const WEIGHTS = [1, 2, 4] as const
type Precision = 0 | 1 | 2

/**
 * The details of an article as numbers, sorted, each once: the keys of its block, since only articles that share details date
 * each other.
 *
 *     "seven fighters of red killed in Alder" → casualties|alder, alder, casualties|alder|red, casualties|red,
 *                                               casualties|#7|fighter, casualties|#7|alder
 */
export function listDetails(facts: readonly Fact[], { placeKinds }: Pick<Ground, 'placeKinds'>): number[] {
  const isSmall = (place: string) => placeKinds.get(place) !== 'country'
  return [...new Set(facts.flatMap(({ claim }) => readDetails(claim, isSmall)))].sort((a, b) => a - b)
}

function readDetails(claim: Claim, isSmall: (place: string) => boolean): number[] {
  const { type, count } = claim
  const places = findPlaces(claim).filter(isSmall).slice(0, MOST_PLACES)
  const actors = findActors(claim)
  const number = count?.min ?? 0
  const counted = number >= LEAST_COUNTED ? [count?.what ?? '', ...places] : []
  return [
    ...places.flatMap(place => [
      numberOf(`${type}|${place}`, 1),
      numberOf(place, 0),
      ...actors.map(actor => numberOf(`${type}|${place}|${actor}`, 2)),
    ]),
    ...actors.map(actor => numberOf(`${type}|${actor}`, 0)),
    ...counted.map(what => numberOf(`${type}|#${number}|${what}`, 2)),
  ]
}

const HALF = 2 ** 24

/** A detail as a number of 50 bits, the last two its precision: a store keeps millions of them. */
function numberOf(detail: string, precision: Precision): number {
  let high = 1
  let low = 2
  for (let at = 0; at < detail.length; at++) {
    const code = detail.charCodeAt(at)
    high = Math.imul(high ^ code, 0x01000193)
    low = Math.imul(low ^ code, 0x9e3779b1)
  }
  return ((mixHash(high) >>> 8) * HALF + (mixHash(low) >>> 8)) * 4 + precision
}

/** What a detail weighs. */
export function weighDetail(detail: number): number {
  return WEIGHTS[detail % 4] ?? 1
}

/** The places of a claim that have a row. */
export function findPlaces({ places }: Claim): string[] {
  return places.flatMap(({ place }) => (place === null ? [] : [place]))
}

/** The actors of a claim that have a row, on either side. */
export function findActors({ agent, target }: Claim): string[] {
  return [...agent, ...target].flatMap(({ actor }) => (actor === null ? [] : [actor]))
}
