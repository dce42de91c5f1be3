/** What other articles say of the day by telling the same happenings. */
import { dayNumber } from '../days.ts'
import type { Link } from './links.ts'
import type { Reason, Stretch } from './solve.ts'
import type { Told } from './told.ts'

/** Of 18 web articles that the rules below dated with their date hidden, 16 were within so many days, all within one more. */
const MOST_APART = 3
/**
 * So large a part of what links an article must lie within one such stretch, and in it one article that shares twice ten details, or
 * close ones of two outlets. Of pairs that only share ten claims of a type and place, one in twelve was within three days: a war
 * comes back to its places.
 */
const LEAST_PART = 0.7
/** Details by which one article alone is evidence. */
export const MANY_DETAILS = 20
const LEAST_OUTLETS = 2
/** Weight from which two outlets that agree were right in nine of ten. */
const CLOSE = 0.15
/** Reasons that are shown of many. */
const MOST_SHOWN = 5

interface Dated extends Link {
  readonly day: number
}

/** The days around those of the dated articles that tell the same happenings; none where these are of several times. */
export function findEvents(links: readonly Link[]): Reason[] {
  const dated = links.flatMap(link => {
    const { from, to } = link.to.article.days
    return from !== null && from === to ? [{ ...link, day: dayNumber(from) }] : []
  })
  const total = weighAll(dated)
  const days = [...new Set(dated.map(({ day }) => day))].sort((a, b) => a - b)
  const groups = days.map(day => ({
    day,
    group: dated.filter(link => Math.abs(link.day - day) <= MOST_APART),
  }))
  const best = groups.reduce<(typeof groups)[number] | undefined>(
    (most, one) => (most === undefined || weighAll(one.group) > weighAll(most.group) ? one : most),
    undefined,
  )
  if (best === undefined || weighAll(best.group) < total * LEAST_PART || !isEnough(best.group)) return []
  const { day, group } = best
  return [...group]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_SHOWN)
    .map(({ to }) => toReason('event', { first: day - MOST_APART, last: day + MOST_APART }, to))
}

function weighAll(links: readonly Link[]): number {
  return links.reduce((sum, { weight }) => sum + weight, 0)
}

function isEnough(group: readonly Dated[]): boolean {
  const close = group.filter(({ weight }) => weight >= CLOSE)
  const outlets = new Set(close.map(({ to }) => to.article.family))
  return outlets.size >= LEAST_OUTLETS || group.some(({ details }) => details >= MANY_DETAILS)
}

function toReason(kind: Reason['kind'], days: Stretch, { article }: Told): Reason {
  return { kind, ...days, weekday: null, span: null, article: article.id }
}
