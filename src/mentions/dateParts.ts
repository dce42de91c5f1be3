/** The parts of a written date: day numbers, month names, years, and the year that is meant where none is said. */
import { BRACKET, COMMA, DASH, OTHER_MARK, STOP } from '../text/units.ts'
import {
  type DateReader,
  findCardinal,
  findDigits,
  findOrdinal,
  findTerm,
  isApart,
  skipLink,
} from './dateReader.ts'
import { toCivil, toDay } from './days.ts'
import { findHijriYear } from './hijri.ts'
import { isLink } from './links.ts'
import { hasName, isDefinite, type Term } from './terms.ts'

/** A part with the token after it. */
export interface Found {
  readonly value: number
  readonly to: number
}

export interface MonthFound extends Found {
  readonly isHijri: boolean
  /** A name that is also another word, without "month" before it. */
  readonly isWeak: boolean
}

export interface YearFound extends Found {
  readonly isHijri: boolean
}

const INNER = COMMA | BRACKET | OTHER_MARK | DASH

/** A day of the month: `31`, `الحادي والثلاثين`, `خمسة عشر`, `الـ23`. */
export function findDayNumber(reader: DateReader, at: number): Found | undefined {
  const start = isLink(reader.terms, at, 'the') ? at + 1 : at
  const digits = findDigits(reader, start)
  if (digits !== undefined) {
    const isDay = digits >= 1 && digits <= 31 && (reader.tokens[start]?.form.length ?? 3) <= 2
    return isDay ? { value: digits, to: start + 1 } : undefined
  }
  const numeral = findOrdinal(reader, start) ?? findCardinal(reader, start)
  if (numeral === undefined || numeral.value > 31 || numeral.value < 1 || numeral.max !== numeral.value)
    return undefined
  return { value: numeral.value, to: numeral.to }
}

/** A month's name, with a second name of the same month: `تشرين الأول/أكتوبر`, `تموز (يوليو)`, `شهر 3`, `الشهر الثامن`. */
export function findMonth(reader: DateReader, at: number): MonthFound | undefined {
  const word = findTerm(reader, at, 'unit')
  const isWord = word !== undefined && word.value === 1 && hasName(word, 'month')
  const name = findTerm(reader, isWord ? word.to : at, 'month')
  const isOther = name !== undefined && hasName(name, 'weak') && isDefinite(name)
  if (name !== undefined && !isOther && !(isWord && isApart(reader, word.to)))
    return readMonthName(reader, name, isWord)
  return isWord ? findMonthNumber(reader, word) : undefined
}

function readMonthName(reader: DateReader, name: Term, isWord: boolean): MonthFound {
  const isHijri = isHijriTerm(name)
  let to = name.to
  const second = findTerm(reader, to, 'month')
  if (
    second !== undefined &&
    !isApart(reader, to, INNER) &&
    second.value === name.value &&
    !isHijriTerm(second)
  ) {
    to = second.to
  }
  return { value: name.value, to, isHijri, isWeak: hasName(name, 'weak') && !isWord && to === name.to }
}

function isHijriTerm(term: Term): boolean {
  return term.row.cells.calendar === 'islamic-umalqura'
}

function findMonthNumber(reader: DateReader, word: Term): MonthFound | undefined {
  if (isApart(reader, word.to)) return undefined
  const digits = findDigits(reader, word.to)
  const numeral = isDefinite(word) ? findOrdinal(reader, word.to) : findCardinal(reader, word.to)
  const value = digits ?? numeral?.value
  if (value === undefined || value < 1 || value > 12) return undefined
  return { value, to: numeral?.to ?? word.to + 1, isHijri: false, isWeak: false }
}

/** A year: `2017`, `عام 2017`, `من العام 1439 هـ`, `ألفين وثمانية عشر`. Without "year" before them, digits of four. */
export function findYear(reader: DateReader, at: number): YearFound | undefined {
  if (isApart(reader, at, INNER)) return undefined
  const start = skipLink(reader, at, 'of', 'in')
  const word = findTerm(reader, start, 'unit')
  const isWord = word !== undefined && word.value === 1 && hasName(word, 'year')
  if (!isWord && start !== at) return findYearNumber(reader, start, false)
  return findYearNumber(reader, isWord ? word.to : at, isWord)
}

function findYearNumber(reader: DateReader, at: number, isWord: boolean): YearFound | undefined {
  const digits = findDigits(reader, at)
  if (digits !== undefined) return readYear(reader, { value: digits, to: at + 1 }, isWord)
  const numeral = findCardinal(reader, at)
  if (numeral === undefined || numeral.value !== numeral.max || !Number.isInteger(numeral.value))
    return undefined
  if (numeral.value < (isWord ? 100 : 1700) || numeral.value > 2200) return undefined
  return readYear(reader, numeral, isWord)
}

/** Gregorian years of news without the word "year"; 1300 to 1500 are Hijri years. */
const YEARS = [1700, 2199] as const

function readYear(reader: DateReader, year: Found, isWord: boolean): YearFound | undefined {
  const era = findTerm(reader, year.to, 'era')
  const hasEra = era !== undefined && !isApart(reader, year.to, BRACKET)
  const isHijri = hasEra ? hasName(era, 'hijri') : isWord && year.value >= 1350 && year.value <= 1500
  const isYear =
    (year.value >= YEARS[0] && year.value <= YEARS[1]) ||
    isHijri ||
    (isWord && year.value >= (reader.isDiary ? 100 : 1000))
  const isAfterMonth = [2, 3].some(back => isMonthEnding(reader, year.to - back, year.to - 1))
  // After a month and a comma may stand a count: "on 15 April, 2300 people left".
  const isOldYear = year.value >= 1000 && year.value <= YEARS[1] && (hasEra || isAfterMonth)
  if (!isYear && !isOldYear) return undefined
  return { value: year.value, to: hasEra ? era.to : year.to, isHijri }
}

function isMonthEnding(reader: DateReader, at: number, to: number): boolean {
  const term = findTerm(reader, at, 'month')
  return term !== undefined && term.to === to
}

/** "of last year", "of the current year": the year that a shift gives. */
export function findShiftedYear(reader: DateReader, at: number): Found | undefined {
  const { near } = reader
  if (near === null || isApart(reader, at)) return undefined
  const start = skipLink(reader, at, 'of')
  const isThis = findTerm(reader, start, 'this') !== undefined
  const word = findTerm(reader, isThis ? start + 1 : start, 'unit')
  if (word === undefined || word.value !== 1 || !hasName(word, 'year')) return undefined
  if (isThis) return { value: toCivil(near).year, to: word.to }
  const shift = findTerm(reader, word.to, 'shift')
  return shift === undefined ? undefined : { value: toCivil(near).year + shift.value, to: shift.to }
}

/** A shift right after a date: "22 October last". */
export function findShift(reader: DateReader, at: number): Found | undefined {
  if (isApart(reader, at, BRACKET)) return undefined
  const term = findTerm(reader, at, 'shift')
  return term === undefined || hasName(term, 'following') ? undefined : { value: term.value, to: term.to }
}

/**
 * A date without a year is of the article's year unless that is more than four months ahead, or so far back that the
 * next year's is near: in December "5 January" is coming, "February" is past.
 */
const MOST_AHEAD = 120
const MOST_BACK = 300

/** The year of a month and day without one. `shift` -1 asks for the last one before, 1 for the next one after. */
export function chooseYear(
  near: number,
  day: { month: number; date: number; ahead?: number | undefined },
  shift?: number | 'nearest',
): number {
  const { year } = toCivil(near)
  const off = (candidate: number) => toDay(candidate, day.month, day.date) - near
  if (shift === -1) return off(year) <= 0 ? year : year - 1
  if (shift === 'nearest') {
    return [year - 1, year, year + 1].reduce((best, next) =>
      Math.abs(off(next)) < Math.abs(off(best)) ? next : best,
    )
  }
  if (shift === 1) return off(year) >= 0 ? year : year + 1
  if (shift === 0 || (off(year) <= (day.ahead ?? MOST_AHEAD) && off(year) >= -MOST_BACK)) return year
  return off(year) > 0 ? year - 1 : year + 1
}

/** How many days ahead a date without a year may lie: a diary looks farther than news. */
export function findAhead(reader: DateReader): number | undefined {
  return reader.isDiary ? DIARY_AHEAD : undefined
}

const DIARY_AHEAD = 200

/** The Hijri year of a month without one: of three, the one whose month lies nearest; a shift as for `chooseYear`. */
export function chooseHijriYear(near: number, month: number, shift = 0): number {
  const year = findHijriYear(near)
  const months = (candidate: number) => candidate * 12 + month - (year * 12 + hijriMonthOf(near, year))
  if (shift < 0) return months(year) <= 0 ? year : year - 1
  if (shift > 0) return months(year) >= 0 ? year : year + 1
  return Math.abs(months(year)) <= 6 ? year : months(year) > 0 ? year - 1 : year + 1
}

function hijriMonthOf(near: number, year: number): number {
  const start = (year - 1) * 354.367 - 492148
  return Math.min(12, Math.max(1, Math.floor((near - start) / 29.53) + 1))
}

/** Marks that may stand inside a written date, a stop after the day's number among them: `16. نوفمبر`. */
export const DATE_MARKS = INNER | STOP

/** "of the current month", "of next month", and "the current" alone after a day's number. */
export function findShiftedMonth(
  reader: DateReader,
  at: number,
): { year: number; month: number; to: number } | undefined {
  const { near } = reader
  if (near === null || isApart(reader, at)) return undefined
  const start = skipLink(reader, at, 'of', 'in')
  const isThis = findTerm(reader, start, 'this') !== undefined
  const word = findTerm(reader, isThis ? start + 1 : start, 'unit')
  const isMonth = word !== undefined && word.value === 1 && hasName(word, 'month')
  if (isThis && isMonth) return shiftMonth(near, 0, word.to)
  const shift = findShift(reader, isMonth ? word.to : start)
  const isBare = !isMonth && start === at && shift?.value === 0
  return shift !== undefined && (isMonth || isBare) ? shiftMonth(near, shift.value, shift.to) : undefined
}

function shiftMonth(near: number, shift: number, to: number): { year: number; month: number; to: number } {
  const date = new Date(near * 86_400_000)
  const months = date.getUTCFullYear() * 12 + date.getUTCMonth() + shift
  return { year: Math.floor(months / 12), month: (months % 12) + 1, to }
}
