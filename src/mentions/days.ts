/** Days as integers since 1970-01-01, so that dates are sums, and the EDTF that they are written in. */
import type { Edtf } from '../model.ts'

/** Days since 1970-01-01 of a Gregorian date; months may run over: month 13 is January of the next year. */
export function toDay(year: number, month: number, date: number): number {
  const months = year * 12 + month - 1
  const y = Math.floor(months / 12)
  const m = months - y * 12 + 1
  const shifted = m <= 2 ? y - 1 : y
  const era = Math.floor(shifted / 400)
  const inEra = shifted - era * 400
  const inYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + date - 1
  const dayOfEra = inEra * 365 + Math.floor(inEra / 4) - Math.floor(inEra / 100) + inYear
  return era * 146097 + dayOfEra - 719468
}

export interface Civil {
  readonly year: number
  readonly month: number
  readonly date: number
}

/** The Gregorian date of a day: `toCivil(0)` is 1970-01-01. */
export function toCivil(day: number): Civil {
  const shifted = day + 719468
  const era = Math.floor(shifted / 146097)
  const inEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36524) - Math.floor(inEra / 146096)) / 365,
  )
  const inYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const m = Math.floor((5 * inYear + 2) / 153)
  const month = m < 10 ? m + 3 : m - 9
  const date = inYear - Math.floor((153 * m + 2) / 5) + 1
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date }
}

/** ISO weekday, Monday 1 to Sunday 7. */
export function toWeekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** Days in a Gregorian month. */
export function monthLength(year: number, month: number): number {
  return toDay(year, month + 1, 1) - toDay(year, month, 1)
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, '0')
}

/** `2017-10-31`. */
export function writeDay(day: number): Edtf {
  const { year, month, date } = toCivil(day)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`
}

/** `2017-10`; month 13 is January of the next year. */
export function writeMonth(year: number, month: number): Edtf {
  return writeDay(toDay(year, month, 1)).slice(0, 7)
}

/** `2017`. */
export function writeYear(year: number): Edtf {
  return pad(year, 4)
}

/** `2017-10-30/2017-10-31`, or the day itself where both are one. */
export function writeSpan(first: number, last: number): Edtf {
  return first === last ? writeDay(first) : `${writeDay(first)}/${writeDay(last)}`
}

/** The date that relative words count from: the first and the last day that it may be. */
export interface Now {
  readonly first: number
  readonly last: number
}

/**
 * Reads the article's date. `2017-10-31`, `2017-10`, `2017`, `2017-10-01/2017-10-04` and a date with `~` or `?` are
 * read; `null`, an open interval or anything else gives `null`: relative words then stay unresolved.
 */
export function readNow(now: Edtf | null): Now | null {
  if (now === null) return null
  const [from = '', to = from] = now.replace(/[~?%]/g, '').split('/')
  const first = readBound(from, false)
  const last = readBound(to, true)
  return first === null || last === null ? null : { first, last }
}

function readBound(words: string, isEnd: boolean): number | null {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(words)
  if (match === null) return null
  const year = Number(match[1])
  const month = Number(match[2] ?? (isEnd ? 12 : 1))
  const date = Number(match[3] ?? (isEnd ? monthLength(year, month) : 1))
  return toDay(year, month, date)
}
