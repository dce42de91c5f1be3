/** Articles that tell the same happenings: they share many details, and those that say more weigh more. */
import { weighDetail } from './details.ts'
import type { Told } from './told.ts'

/** An article that tells much of what another tells. */
export interface Link {
  readonly to: Told
  /** Details that both tell. */
  readonly details: number
  /** Cosine of the two lists of details, each weighed by how much it says: 0 to 1. */
  readonly weight: number
}

/**
 * Below so many shared details, an article is no evidence of the day; of 540 dated articles of a seven years' war, fewer let
 * other stories in, more leave too few to compare.
 */
const LEAST_DETAILS = 10
/**
 * A detail that more articles tell is passed over in the search; it counts where two articles share rarer ones. With 600 the same
 * of the 540 are dated as with 250, with 120 others, wrongly.
 */
export const MOST_TELLERS = 250
/** So many rarer details two articles must share. */
export const LEAST_RARER = LEAST_DETAILS / 2

/** The links from an article: of each other one that, or `null` where they share too few details. */
export function openLinks(one: Told): (to: Told) => Link | null {
  const own = new Set(one.details)
  return to => {
    const shared = to.details.filter(detail => own.has(detail))
    if (shared.length < LEAST_DETAILS) return null
    return { to, details: shared.length, weight: addUp(shared) / Math.sqrt(weighAll(one) * weighAll(to)) }
  }
}

/** What all details of an article weigh, remembered: it is linked to hundreds. */
function weighAll(told: Told): number {
  const known = weights.get(told)
  if (known !== undefined) return known
  const weight = addUp(told.details)
  weights.set(told, weight)
  return weight
}

const weights = new WeakMap<Told, number>()

function addUp(details: readonly number[]): number {
  let sum = 0
  for (const detail of details) sum += weighDetail(detail)
  return sum
}

/** The links of each article without a date, by its id. */
export function findLinks(told: readonly Told[]): ReadonlyMap<string, readonly Link[]> {
  const tellers = listTellers(told)
  const tally = new Int32Array(told.length)
  const links = new Map<string, readonly Link[]>()
  for (const [at, one] of told.entries()) {
    if (one.article.published !== null) continue
    const likely = findLikely(
      one.details.map(detail => tellers.get(detail) ?? []),
      tally,
    )
    const link = openLinks(one)
    const found = likely.flatMap(other => (other === at ? [] : (link(told[other] as Told) ?? [])))
    links.set(one.article.id, sortLinks(found))
  }
  return links
}

/** Those that share enough of the rarer details, whose tellers are given; `tally` is all zero before and after. */
function findLikely(lists: readonly (readonly number[])[], tally: Int32Array): number[] {
  const seen: number[] = []
  for (const tellers of lists) {
    for (const other of tellers) {
      if (tally[other] === 0) seen.push(other)
      tally[other] = (tally[other] ?? 0) + 1
    }
  }
  const likely = seen.filter(other => (tally[other] ?? 0) >= LEAST_RARER)
  for (const other of seen) tally[other] = 0
  return likely
}

/** Links in the order of their ids, so that sums come out the same to the last bit. */
export function sortLinks(links: readonly Link[]): Link[] {
  return [...links].sort((a, b) => (a.to.article.id < b.to.article.id ? -1 : 1))
}

/** For each detail the places in `told` of those that tell it; too common ones are left out. */
function listTellers(told: readonly Told[]): Map<number, number[]> {
  const tellers = new Map<number, number[]>()
  for (const [at, { details }] of told.entries()) {
    for (const detail of details) {
      const known = tellers.get(detail)
      if (known === undefined) tellers.set(detail, [at])
      else known.push(at)
    }
  }
  for (const [detail, own] of tellers) if (own.length > MOST_TELLERS) tellers.delete(detail)
  return tellers
}
