/** Events of a kind and area that an outlet usually tells, and did not. */
import { dayNumber, findDays } from './days.ts'
import { findAreas, type Ground } from './ground.ts'
import { findRate, type Rate } from './rates.ts'
import type { Event } from './relations.ts'

/** An outlet usually tells what it tells in more than half of the cases, at the lower end of the interval. */
const USUAL = 0.5
/** News that one publisher alone has is no silence of the others. */
const LEAST_FAMILIES = 2
/** What happened may be told so many days later. */
const MOST_LATER = 3

/** An event that others may be silent of: where, and in which days an outlet would tell it, in days since 1970-01-01. */
export interface News {
  /** The governorate, or the place itself where none holds it. */
  readonly area: string
  readonly first: number
  readonly last: number
}

/** An event as news; `null` where one publisher alone tells it, or where it has no place or no days. */
export function readNews(
  { counts, places, time }: Event,
  { within, placeKinds }: Pick<Ground, 'within' | 'placeKinds'>,
): News | null {
  const [place] = places
  const { from, to } = findDays(time)
  if (counts.families < LEAST_FAMILIES || place === undefined || from === null || to === null) return null
  const areas = findAreas(within, place)
  const area = areas.find(one => placeKinds.get(one) === 'governorate') ?? place
  return { area, first: dayNumber(from), last: dayNumber(to) + MOST_LATER }
}

/** News of one kind and area, and whether the outlet in question tells it. */
export interface Watched extends Pick<News, 'first' | 'last'> {
  readonly event: string
  readonly isTold: boolean
}

/** How much of a kind and area an outlet tells. It says that events are missing, not why. */
export interface Coverage {
  /** Of the news in days when the outlet published: those that it tells. */
  readonly covered: Rate
  /** True where it usually tells such news: what is missing then is a silence. */
  readonly isUsual: boolean
  /** The events that it does not tell, the latest first. */
  readonly missing: readonly string[]
}

/**
 * What an outlet that published on `days` (sorted, since 1970-01-01) tells of the news of one kind and area. It had to publish on the days
 * of an event or within three days after them: a gap in what the record holds of it is no silence.
 *
 *     18 of 20 clashes in the north (70 to 97 %) → { covered, isUsual: true, missing: the two others }
 */
export function findCoverage(news: readonly Watched[], days: readonly number[]): Coverage {
  const seen = news.filter(({ isTold, first, last }) => isTold || hasDay(days, first, last))
  const missing = seen.filter(({ isTold }) => !isTold).sort((a, b) => b.first - a.first || compare(a, b))
  const covered = findRate(seen.length - missing.length, seen.length)
  return { covered, isUsual: covered.low > USUAL, missing: missing.map(({ event }) => event) }
}

function compare(a: Watched, b: Watched): number {
  return a.event < b.event ? -1 : 1
}

/** True where one of the sorted days lies in a stretch; found by halving. */
function hasDay(days: readonly number[], first: number, last: number): boolean {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] as number) < first) low = middle + 1
    else high = middle
  }
  return low < days.length && (days[low] as number) <= last
}
