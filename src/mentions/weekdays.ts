/** The day that a weekday means, and what of words that count from a date is known without that date. */
import type { DateMention } from '../model.ts'
import type { DateReader } from './dateReader.ts'
import { type Now, toWeekday } from './days.ts'

/** Which of its days a weekday is: a shift in words, or none. */
export type WeekdayMode = number | 'bare' | 'this' | 'coming'

/** The rule as `how` names it. */
export function describeWeekday(mode: WeekdayMode): string {
  if (mode === 'coming') return 'coming <weekday>'
  if (typeof mode === 'string') return '<weekday>'
  return mode < 0 ? '<weekday> + past' : '<weekday> + next'
}

/** The words of the moment of writing, which name no day: they begin `how`. */
export const NOW = 'now, the moment of writing'

/** True for words that name one day which only the article's date would tell: "أمس", "يوم الأحد" in an article without one. */
export function isAwaiting({ edtf, duration, recurs, days, weekday, how }: DateMention): boolean {
  if (edtf !== null || duration !== undefined || recurs !== undefined) return false
  return weekday !== undefined || (days !== undefined && !how.startsWith(NOW))
}

/**
 * The days that words awaiting a date name, if it lies within `[first, last]`, in days since 1970: "أمس" of 2 to 4 November is 1 to 3
 * November. `null` where the words name no one day.
 */
export function resolveAwaiting(mention: DateMention, published: Now): Now | null {
  const { days, weekday, how } = mention
  if (!isAwaiting(mention)) return null
  if (days !== undefined) return { first: published.first + days, last: published.last + days }
  const mode = readMode(how)
  const day = (today: number) => resolveWeekday({ today, isDiary: false }, weekday ?? 0, mode)
  return { first: day(published.first), last: day(published.last) }
}

/** The mode that `describeWeekday` wrote. */
function readMode(how: string): WeekdayMode {
  if (how.includes(describeWeekday('coming'))) return 'coming'
  return ([-1, 1] as const).find(shift => how.includes(describeWeekday(shift))) ?? 'bare'
}

/**
 * A bare weekday is the last one, today included (of 571 in dated news 100 % by the labels' convention);
 * after a verb of what is to come, the next one, today included; "last" is before today, "next" after it, both within seven days.
 */
export function resolveWeekday(
  reader: Pick<DateReader, 'today' | 'isDiary'>,
  weekday: number,
  mode: WeekdayMode,
): number {
  const today = reader.today ?? 0
  const back = (toWeekday(today) - weekday + 7) % 7
  if (mode === 'this') return back === 0 && !reader.isDiary ? today : today + 7 - back
  if (mode === 'coming' || (mode === 'bare' && reader.isDiary)) return today + ((7 - back) % 7)
  if (mode === 'bare') return today - back
  if (mode === 0) return today - back
  if (mode < 0) return today - (back === 0 ? 7 : back)
  return today + (mode - 1) * 7 + (7 - back)
}
