/** Reasons for a day, the stronger first, into the days that they leave. */
import { toWeekday } from '../../mentions/days.ts'
import { writeDay } from '../days.ts'
import type { DayReason } from '../relations.ts'

/** First and last day, in days since 1970-01-01; infinite where nothing bounds it. */
export interface Stretch {
  readonly first: number
  readonly last: number
}

/** Every day: nothing is known. */
export const EVER: Stretch = { first: Number.NEGATIVE_INFINITY, last: Number.POSITIVE_INFINITY }

/** A reason before it is known whether it holds with the others. */
export type Reason = Omit<DayReason, 'isLeftOut' | 'days'> & Stretch

export interface Solved {
  readonly days: Stretch
  readonly reasons: readonly DayReason[]
}

/** True where both ends are known. */
export function isBounded({ first, last }: Stretch): boolean {
  return Number.isFinite(first) && Number.isFinite(last)
}

/** EDTF of a stretch: `2017-11-01`, `2017-10-30/2017-11-01`, `2017-11-01/..`; `null` where no end is known. */
export function writeStretch({ first, last }: Stretch): string | null {
  if (!Number.isFinite(first) && !Number.isFinite(last)) return null
  if (first === last) return writeDay(first)
  return `${Number.isFinite(first) ? writeDay(first) : '..'}/${Number.isFinite(last) ? writeDay(last) : '..'}`
}

/** Of reasons of one strength that cannot all hold, so large a part must agree. */
const MOST = 2 / 3

/**
 * Follows the levels in order. Where a level leaves none of the days that those before it left, what most of its reasons say is
 * followed; where that fails too, the level is left out whole and shown.
 */
export function solveReasons(levels: readonly (readonly Reason[])[]): Solved {
  let days = EVER
  const reasons: DayReason[] = []
  for (const level of levels) {
    const followed = chooseReasons(level, days)
    days = followed.reduce(narrow, days)
    reasons.push(...level.map(reason => toDayReason(reason, !followed.includes(reason))))
  }
  return { days, reasons }
}

function toDayReason({ kind, weekday, span, article, first, last }: Reason, isLeftOut: boolean): DayReason {
  return { kind, days: writeStretch({ first, last }), weekday, span, article, isLeftOut }
}

/** The reasons of a level that hold together with the days left so far. */
function chooseReasons(level: readonly Reason[], days: Stretch): readonly Reason[] {
  if (isSome(level.reduce(narrow, days))) return level
  const groups = [...Map.groupBy(level, ({ first, last, weekday }) => `${first} ${last} ${weekday}`).values()]
  const most = groups.find(group => group.length >= level.length * MOST) ?? []
  return isSome(most.reduce(narrow, days)) ? most : []
}

function isSome({ first, last }: Stretch): boolean {
  return first <= last
}

/** What a reason leaves of the days; a weekday moves known ends inwards to its own days. */
function narrow(days: Stretch, { first, last, weekday }: Reason): Stretch {
  if (weekday === null) return { first: Math.max(days.first, first), last: Math.min(days.last, last) }
  return { first: moveTo(days.first, weekday, 1), last: moveTo(days.last, weekday, -1) }
}

function moveTo(day: number, weekday: number, step: 1 | -1): number {
  if (!Number.isFinite(day)) return day
  const off = (weekday - toWeekday(day)) * step
  return day + (((off % 7) + 7) % 7) * step
}
