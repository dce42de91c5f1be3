/** When articles without a date were published, from what they and the others say. */

import { dayNumber } from '../days.ts'
import type { Dating, Reuse } from '../relations.ts'
import { findCopies } from './copies.ts'
import { findEvents } from './events.ts'
import { findDays, findShared } from './happenings.ts'
import { findLinks, type Link } from './links.ts'
import { toReasons } from './reasons.ts'
import { isBounded, type Solved, type Stretch, solveReasons, writeStretch } from './solve.ts'
import type { Told } from './told.ts'

/** What stands beside an article without a date: those that tell the same, in the order of their ids, and its copies. */
export interface Beside {
  readonly links: readonly Link[]
  readonly reuse: readonly Reuse[]
}

/** The days of an article by its id, where they are known. */
export type DaysOf = (article: string) => Stretch | undefined

/**
 * The reasons for the day of an article that does not state it, and the days that they leave; `daysOf` gives those of the others.
 *
 *     "سيطرت القوات أمس الثلاثاء …" beside two outlets of 2 November that tell the same → 2017-11-01, for its weekday and theirs
 *
 * In the order of their strength: copies, the happenings that others tell, the weekday of "yesterday Tuesday", the day that
 * another article gives to one happening, a date that is named. A weaker one that the stronger leave no day for is shown, left out.
 */
export function solveDate(told: Told, { links, reuse }: Beside, daysOf: DaysOf): Solved {
  const { weekdays, named } = toReasons(told.weekdays, told.named)
  const copies = findCopies(told.article.id, reuse, daysOf)
  const events = findEvents(links)
  const shared = events.length === 0 ? [] : findShared(told, links)
  const days = findDays(shared, ({ article }) => daysOf(article.id))
  return solveReasons([copies, events, weekdays, days, named])
}

/**
 * Dates every article of `told` that does not say when it was published, in the order of their ids; those that do are never
 * changed. First by the articles that state their date, then also by those that were dated so: what an article is dated by is
 * never farther than two steps, so that a store need not look farther when one comes or goes.
 */
export function relateDates(told: readonly Told[], reuse: readonly Reuse[]): Dating[] {
  const unique = [...new Map(told.map(one => [one.article.id, one])).values()].sort(byId)
  const undated = unique.filter(({ article }) => article.published === null)
  const links = findLinks(unique)
  const reuseOf = indexReuse(reuse)
  const besideOf = ({ id }: Told['article']): Beside => ({
    links: links.get(id) ?? [],
    reuse: reuseOf.get(id) ?? [],
  })
  const stated = new Map(unique.flatMap(readStated))
  const first = undated.map(
    one => [one.article.id, solveDate(one, besideOf(one.article), id => stated.get(id)).days] as const,
  )
  const known = new Map([...first.filter(([, days]) => isBounded(days)), ...stated])
  return undated.map(one =>
    toDating(
      one.article.id,
      solveDate(one, besideOf(one.article), id => known.get(id)),
    ),
  )
}

function byId(a: Told, b: Told): number {
  return a.article.id < b.article.id ? -1 : 1
}

function indexReuse(reuse: readonly Reuse[]): Map<string, Reuse[]> {
  const pairs = sortReuse(reuse).flatMap(one => one.articles.map(article => [article, one] as const))
  const index = new Map<string, Reuse[]>()
  for (const [article, one] of pairs) index.set(article, [...(index.get(article) ?? []), one])
  return index
}

/** Reuse in the order in which its reasons are shown. */
export function sortReuse(reuse: readonly Reuse[]): Reuse[] {
  return [...reuse].sort((a, b) => (a.articles.join() < b.articles.join() ? -1 : 1))
}

/** The id and the days of an article that states them; nothing of others. */
export function readStated({ article }: Pick<Told, 'article'>): [id: string, days: Stretch][] {
  const { from, to } = article.days
  if (article.published === null || from === null || to === null) return []
  return [[article.id, { first: dayNumber(from), last: dayNumber(to) }]]
}

/** What was solved of an article as its dating. */
export function toDating(article: string, { days, reasons }: Solved): Dating {
  return {
    article,
    published: writeStretch(days),
    reasons,
    isContradicted: reasons.some(({ isLeftOut }) => isLeftOut),
  }
}
