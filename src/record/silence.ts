/** Events of a kind and area that an outlet usually tells, and did not. */
import type { Family } from '../model.ts'
import { dayNumber, findDays } from './days.ts'
import type { Fact } from './facts.ts'
import { findAreas, type Ground } from './ground.ts'
import { findRate, type Rate } from './rates.ts'
import type { Event } from './relations.ts'

/** An outlet, a kind and an area, how usual it is, and the events that are missing. It says that they are missing, not why. */
export interface Silence {
  readonly outlet: string
  readonly family: Family
  /** The governorate, or the place itself where none holds it. */
  readonly area: string
  /** Of the events of that kind and area in days when the outlet published: those that it tells. */
  readonly covered: Rate
  /** Ids of the events that it does not tell, sorted. */
  readonly events: readonly string[]
}

/** An outlet usually tells what it tells in more than half of the cases, at the lower end of the interval. */
const USUAL = 0.5
/** News that one publisher alone has is no silence of the others. */
const LEAST_FAMILIES = 2
/** What happened may be told so many days later. */
const MOST_LATER = 3

/**
 * The silences of every outlet, in the order of outlet, family and area. An outlet had to publish on the days of an event or within three
 * days after them: a gap in what the record holds of it is no silence. Days on which it published are those of `facts`, so these must be
 * all facts of the outlets in question; the block is a family and an area with its events.
 *
 *     red-times tells 18 of 20 clashes in the north (70 to 97 %) → { covered, events: the two others }
 */
export function relateSilence(
  facts: readonly Fact[],
  events: readonly Event[],
  ground: Pick<Ground, 'within' | 'placeKinds'>,
): Silence[] {
  const outletOf = new Map(facts.map(({ key, article }) => [key, article.outlet]))
  const active = listActive(facts)
  const news = events
    .filter(({ counts }) => counts.families >= LEAST_FAMILIES)
    .flatMap(event => readNews(event, ground))
  const groups = [...Map.groupBy(news, ({ event, area }) => `${event.family} ${area}`).values()]
  return groups
    .flatMap(group => [...active].flatMap(([outlet, days]) => findSilence({ outlet, days, group, outletOf })))
    .sort((a, b) => compare(a.outlet, b.outlet) || compare(a.family, b.family) || compare(a.area, b.area))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The days on which each outlet published. */
function listActive(facts: readonly Fact[]): Map<string, ReadonlySet<number>> {
  const active = new Map<string, Set<number>>()
  for (const { article } of facts) {
    const { from, to } = article.days
    if (article.outlet === null || from === null || from !== to) continue
    const days = active.get(article.outlet) ?? new Set()
    active.set(article.outlet, days.add(dayNumber(from)))
  }
  return active
}

interface News {
  readonly event: Event
  readonly area: string
  readonly first: number
  readonly last: number
}

/** An event with its area and days; none where it has no place or no days. */
function readNews(event: Event, { within, placeKinds }: Pick<Ground, 'within' | 'placeKinds'>): News[] {
  const [place] = event.places
  const { from, to } = findDays(event.time)
  if (place === undefined || from === null || to === null) return []
  const areas = findAreas(within, place)
  const area = areas.find(one => placeKinds.get(one) === 'governorate') ?? place
  return [{ event, area, first: dayNumber(from), last: dayNumber(to) + MOST_LATER }]
}

interface Watch {
  readonly outlet: string
  readonly days: ReadonlySet<number>
  readonly group: readonly News[]
  readonly outletOf: ReadonlyMap<string, string | null>
}

function findSilence({ outlet, days, group, outletOf }: Watch): Silence[] {
  const isTold = ({ event }: News) => event.claims.some(claim => outletOf.get(claim) === outlet)
  const seen = group.filter(one => isTold(one) || [...days].some(day => one.first <= day && day <= one.last))
  const missing = seen.filter(one => !isTold(one))
  const covered = findRate(seen.length - missing.length, seen.length)
  const [any] = missing
  if (any === undefined || covered.low <= USUAL) return []
  const events = missing.map(({ event }) => event.id).sort()
  return [{ outlet, family: any.event.family, area: any.area, covered, events }]
}
