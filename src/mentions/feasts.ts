/** Feasts that move within the Gregorian year. */
import { toDay, toWeekday } from './days.ts'

/** Western Easter Sunday of a year, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
export function findEaster(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return toDay(year, Math.floor(f / 31), (f % 31) + 1)
}

/** Thanksgiving in the United States: the fourth Thursday of November. */
export function findThanksgiving(year: number): number {
  const first = toDay(year, 11, 1)
  return first + ((4 - toWeekday(first) + 7) % 7) + 21
}
