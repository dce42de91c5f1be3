/** EDTF → the days that it spans, for sorting and for filters. */
import type { Edtf } from '../model.ts'

/** First and last day, `YYYY-MM-DD`, both included; `null` where that end is open or unknown. */
export interface Days {
  readonly from: string | null
  readonly to: string | null
}

const UNKNOWN: Days = { from: null, to: null }

/**
 * The days of an EDTF date. `2017-10` → 2017-10-01 to 2017-10-31; `../2017-10-31` → open to 2017-10-31;
 * `2017-10-31~` → that day. What is no date spans nothing: both ends are `null`.
 */
export function findDays(edtf: Edtf | null): Days {
  if (edtf === null || edtf === '') return UNKNOWN
  const [first = '', last = first] = edtf.split('/')
  return { from: findDay(first, 'first'), to: findDay(last, 'last') }
}

function findDay(part: string, end: 'first' | 'last'): string | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(part)
  if (match === null) return null
  const [, year = '', month, day] = match
  if (day !== undefined) return `${year}-${month}-${day}`
  if (month === undefined) return end === 'first' ? `${year}-01-01` : `${year}-12-31`
  return `${year}-${month}-${end === 'first' ? '01' : findLastDay(Number(year), Number(month))}`
}

function findLastDay(year: number, month: number): string {
  return String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, '0')
}

/** A day, `YYYY-MM-DD`, as days since 1970-01-01: `dayNumber('1970-01-03')` → 2. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000)
}

/** Days since 1970-01-01 as a day: `writeDay(2)` → `1970-01-03`. */
export function writeDay(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10)
}
