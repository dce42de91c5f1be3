/** The day that a weekday means. */
import type { DateReader } from './dateReader.ts'
import { toWeekday } from './days.ts'

/** Which of its days a weekday is: a shift in words, or none. */
export type WeekdayMode = number | 'bare' | 'this' | 'coming'

/** The rule as `how` names it. */
export function describeWeekday(mode: WeekdayMode): string {
  if (mode === 'coming') return 'coming <weekday>'
  if (typeof mode === 'string') return '<weekday>'
  return mode < 0 ? '<weekday> + past' : '<weekday> + next'
}

/**
 * A bare weekday is the last one, today included (of 571 in dated news 100 % by the labels' convention);
 * after a verb of what is to come, the next one, today included; "last" is before today, "next" after it, both within seven days.
 */
export function resolveWeekday(reader: DateReader, weekday: number, mode: WeekdayMode): number {
  const today = reader.today ?? 0
  const back = (toWeekday(today) - weekday + 7) % 7
  if (mode === 'this') return back === 0 && !reader.isDiary ? today : today + 7 - back
  if (mode === 'coming' || (mode === 'bare' && reader.isDiary)) return today + ((7 - back) % 7)
  if (mode === 'bare') return today - back
  if (mode === 0) return today - back
  if (mode < 0) return today - (back === 0 ? 7 : back)
  return today + (mode - 1) * 7 + (7 - back)
}
