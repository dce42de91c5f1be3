/** When articles without a date were published, from what they and the others say. */

import { dayNumber } from '../days.ts'
import type { Ground } from '../ground.ts'
import type { Dating, Reuse } from '../relations.ts'
import { findCopies } from './copies.ts'
import type { Told } from './details.ts'
import { findEvents } from './events.ts'
import { findDays, findShared, type Shared } from './happenings.ts'
import { type Census, findLinks, type Link } from './links.ts'
import { findNamed, findWeekdays } from './reasons.ts'
import { isBounded, type Reason, type Solved, type Stretch, solveReasons, writeStretch } from './solve.ts'

/** What dating reads beside the articles. */
export interface DatingSources {
  readonly ground: Pick<Ground, 'placeKinds'>
  readonly reuse: readonly Reuse[]
  /** How many articles of the record tell each detail, where `told` is only a block of it. */
  readonly census?: Census
}

/** An article can be dated by one that was itself dated by another: so long a chain is followed. */
const MOST_ROUNDS = 6

/**
 * Dates every article of `told` that does not say when it was published, in the order of their ids; those that do are never
 * changed. A block that gives the same as the whole record: an article without a date, all that share ten of its details
 * (`listDetails`) or a reuse with it, theirs where they have no date either, and the record's census.
 *
 *     "سيطرت القوات أمس الثلاثاء …" beside two outlets of 2 November that tell the same → 2017-11-01, for its weekday and theirs
 *
 * Reasons in the order of their strength: copies, the happenings that others tell, the weekday of "yesterday Tuesday", the day that
 * another article gives to one happening, a date that is named. A weaker one that the stronger leave no day for is shown, left out.
 */
export function relateDates(told: readonly Told[], { ground, reuse, census }: DatingSources): Dating[] {
  const unique = [...new Map(told.map(one => [one.article.id, one])).values()].sort(byId)
  const undated = unique.filter(({ article }) => article.published === null)
  const links = findLinks(unique, ground, census)
  const reuseOf = indexReuse(reuse)
  const cases = undated.map(one => readCase(one, links.get(one.article.id) ?? [], reuseOf))
  const fixed = new Map(unique.flatMap(one => readStated(one)))
  let solved = new Map<string, Solved>()
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const known = new Map([...listBounded(solved), ...fixed])
    const next = new Map(cases.map(one => [one.told.article.id, solveCase(one, known)]))
    const isSettled = undated.every(({ article }) => isEqual(solved.get(article.id), next.get(article.id)))
    solved = next
    if (isSettled) break
  }
  return undated.map(({ article }) => toDating(article.id, solved.get(article.id)))
}

function byId(a: Told, b: Told): number {
  return a.article.id < b.article.id ? -1 : 1
}

function indexReuse(reuse: readonly Reuse[]): Map<string, Reuse[]> {
  const pairs = reuse.flatMap(one => one.articles.map(article => [article, one] as const))
  const sorted = pairs.sort(([, a], [, b]) => (a.articles.join() < b.articles.join() ? -1 : 1))
  const index = new Map<string, Reuse[]>()
  for (const [article, one] of sorted) index.set(article, [...(index.get(article) ?? []), one])
  return index
}

function readStated({ article }: Told): [string, Stretch][] {
  const { from, to } = article.days
  if (article.published === null || from === null || to === null) return []
  return [[article.id, { first: dayNumber(from), last: dayNumber(to) }]]
}

function listBounded(solved: ReadonlyMap<string, Solved>): [string, Stretch][] {
  return [...solved].flatMap(([id, { days }]) => (isBounded(days) ? [[id, days] as [string, Stretch]] : []))
}

/** An article to be dated, with the reasons that need no other article's date, and what gives the others. */
interface Case {
  readonly told: Told
  readonly events: readonly Reason[]
  readonly weekdays: readonly Reason[]
  readonly named: readonly Reason[]
  readonly reuse: readonly Reuse[]
  readonly shared: readonly Shared[]
}

function readCase(told: Told, links: readonly Link[], reuseOf: ReadonlyMap<string, readonly Reuse[]>): Case {
  return {
    told,
    events: findEvents(links),
    weekdays: findWeekdays(told),
    named: findNamed(told),
    reuse: reuseOf.get(told.article.id) ?? [],
    shared: findShared(told, links),
  }
}

function solveCase(
  { told, events, weekdays, named, reuse, shared }: Case,
  known: ReadonlyMap<string, Stretch>,
): Solved {
  const copies = findCopies(told.article.id, reuse, article => known.get(article))
  const isAnchored = events.length > 0
  const days = isAnchored ? findDays(shared, ({ article }) => known.get(article.id)) : []
  return solveReasons([copies, events, weekdays, days, named])
}

function isEqual(a: Solved | undefined, b: Solved | undefined): boolean {
  return a?.days.first === b?.days.first && a?.days.last === b?.days.last
}

function toDating(article: string, solved: Solved | undefined): Dating {
  const reasons = solved?.reasons ?? []
  return {
    article,
    published: solved === undefined ? null : writeStretch(solved.days),
    reasons,
    isContradicted: reasons.some(({ isLeftOut }) => isLeftOut),
  }
}
