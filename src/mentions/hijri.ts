/**
 * The Islamic calendar of Umm al-Qura, through Temporal. A reader sees the moon where the table does not: a day may be
 * one off, so days are kept as an interval. Months are looked up once and remembered.
 */
import { Temporal } from 'temporal-polyfill/full'
import { toDay } from './days.ts'

const CALENDAR = 'islamic-umalqura'
const STARTS = new Map<number, number>()

/** First day of a Hijri month, as days since 1970; months run over, so month 13 is Muharram of the next year. */
export function findHijriMonth(year: number, month: number): number {
  const months = year * 12 + month - 1
  let start = STARTS.get(months)
  if (start === undefined) {
    start = readMonth(Math.floor(months / 12), (months % 12) + 1)
    STARTS.set(months, start)
  }
  return start
}

function readMonth(year: number, month: number): number {
  const date = Temporal.PlainDate.from({ calendar: CALENDAR, year, month, day: 1 }).withCalendar('iso8601')
  return toDay(date.year, date.month, date.day)
}

/** The Hijri year in which a day lies. */
export function findHijriYear(day: number): number {
  const near = Math.floor((day + 492148) / 354.367) + 1
  return findHijriMonth(near + 1, 1) <= day ? near + 1 : findHijriMonth(near, 1) <= day ? near : near - 1
}
