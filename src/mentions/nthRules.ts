/** Rules for the days and weeks that an ordinal counts: the first Friday of July, the last day of the month. */

import { findMonth, findShift, findShiftedYear, findYear } from './dateParts.ts'
import {
  type DateReader,
  type DateRule,
  findOrdinal,
  findTerm,
  findTermOf,
  isApart,
  type Piece,
  placeAt,
  skipLink,
  toDayPiece,
  toSpanPiece,
} from './dateReader.ts'
import { findDayWord, findWeekdayWord, isUnit } from './dayRules.ts'
import { monthLength, toCivil, toDay, toWeekday } from './days.ts'
import { hasName } from './terms.ts'

const BAREWEEKDAY_WEEKDAY = ['bare-weekday', 'weekday']

/** Rules of counted days, in order. */
export const NTH_RULES: readonly DateRule[] = [
  {
    name: '<ordinal> + <weekday> + of + <month>',
    example: 'ثالث ثلاثاء في أيلول',
    starts: ['ordinal', 'final', 'weekday', 'unit', 'day'],
    find: findNth,
  },
]

/** `أول جمعة من يوليو`, `الثلاثاء الأخير من شهر مارس`, `آخر يوم من شهر 10 سنة 2015`. */
function findNth(reader: DateReader, at: number): Piece | undefined {
  const nth = findNthBefore(reader, at) ?? findNthAfter(reader, at)
  if (nth === undefined || isApart(reader, nth.to)) return undefined
  const month = findMonthOf(reader, skipLink(reader, nth.to, 'of', 'in')) ?? findYearOf(reader, nth)
  if (month === undefined || reader.near === null) return undefined
  const year = findYear(reader, month.to) ?? findShiftedYear(reader, month.to)
  const value = year?.value ?? month.year
  const day = findNthDay({ year: value, month: month.month }, nth)
  const place = placeAt(reader, at, { to: year?.to ?? month.to, how: '<ordinal> + <weekday> + of + <month>' })
  if (day === undefined) return undefined
  return nth.unit === 'week' ? toSpanPiece(place, day, day + 6) : toDayPiece(place, day)
}

/** The first and last week of a year are those of its first and last month. */
function findYearOf(reader: DateReader, nth: Nth): { year: number; month: number; to: number } | undefined {
  if (nth.unit !== 'week') return undefined
  const year = findYear(reader, nth.to) ?? findShiftedYear(reader, nth.to)
  return year === undefined ? undefined : { year: year.value, month: nth.nth < 0 ? 12 : 1, to: year.to }
}

interface Nth {
  readonly nth: number
  readonly weekday?: number
  readonly unit: 'day' | 'week'
  readonly to: number
}

function findNthBefore(reader: DateReader, at: number): Nth | undefined {
  const final = findTerm(reader, at, 'final')
  const ordinal = final === undefined ? findOrdinal(reader, at) : undefined
  const to = final?.to ?? ordinal?.to
  const nth = final === undefined ? ordinal?.value : -1
  if (to === undefined || nth === undefined || isApart(reader, to)) return undefined
  return findNthNoun(reader, to, nth)
}

function findNthNoun(reader: DateReader, at: number, nth: number): Nth | undefined {
  const bare = findTermOf(reader, at, BAREWEEKDAY_WEEKDAY)
  const found = bare === undefined ? findWeekdayWord(reader, at) : { weekday: bare.value, to: bare.to }
  if (found !== undefined) return { nth, weekday: found.weekday, unit: 'day', to: found.to }
  const unit = findTerm(reader, at, 'unit')
  if (unit === undefined || unit.value !== 1) return undefined
  if (isUnit(unit, 'day')) return { nth, unit: 'day', to: unit.to }
  return isUnit(unit, 'week') ? { nth, unit: 'week', to: unit.to } : undefined
}

function findNthAfter(reader: DateReader, at: number): Nth | undefined {
  const day = findDayWord(reader, at)
  const weekday = findWeekdayWord(reader, at)
  const to = weekday?.to ?? day?.to
  if (to === undefined || isApart(reader, to)) return undefined
  const last = findTerm(reader, to, 'shift')
  const ordinal = last === undefined ? findOrdinal(reader, to) : undefined
  const isLast = last !== undefined && hasName(last, 'last')
  if (!isLast && ordinal === undefined) return undefined
  const unit = weekday === undefined && day?.length === 7 ? 'week' : 'day'
  const nth = { nth: isLast ? -1 : (ordinal?.value ?? 1), unit, to: last?.to ?? ordinal?.to ?? to } as const
  return weekday === undefined ? nth : { ...nth, weekday: weekday.weekday }
}

function findMonthOf(
  reader: DateReader,
  at: number,
): { year: number; month: number; to: number } | undefined {
  const month = findMonth(reader, at)
  const { year } = toCivil(reader.near ?? 0)
  if (month !== undefined && !month.isHijri) return { year, month: month.value, to: month.to }
  const isThis = findTerm(reader, at, 'this') !== undefined
  const word = findTerm(reader, isThis ? at + 1 : at, 'unit')
  if (word === undefined || word.value !== 1) return undefined
  if (isUnit(word, 'month') && isThis) return { ...toCivil(reader.near ?? 0), to: word.to }
  const shift = findShift(reader, word.to)
  if (shift === undefined || !isUnit(word, 'month')) return undefined
  return { ...toCivil(toDay(year, toCivil(reader.near ?? 0).month + shift.value, 1)), to: shift.to }
}

function findNthDay({ year, month }: { year: number; month: number }, nth: Nth): number | undefined {
  const first = toDay(year, month, 1)
  const length = monthLength(year, month)
  const weekday = nth.unit === 'week' ? 1 : nth.weekday
  if (weekday === undefined)
    return nth.nth < 0 ? first + length - 1 : nth.nth <= length ? first + nth.nth - 1 : undefined
  const one = first + ((weekday - toWeekday(first) + 7) % 7)
  const count = Math.floor((first + length - 1 - one) / 7) + 1
  const isLastWeek = nth.unit === 'week' && nth.nth < 0
  const index =
    nth.nth < 0
      ? count - 1 - (isLastWeek && one + (count - 1) * 7 + 6 >= first + length ? 1 : 0)
      : nth.nth - 1
  return index < count ? one + index * 7 : undefined
}
