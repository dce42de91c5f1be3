/** Rules for dates in numbers alone: `2/11/2017`, `2017-11-02`, `3/2015`, `1436/10/25`. */
import { DASH } from '../text/units.ts'
import { chooseYear, DATE_MARKS, findAhead } from './dateParts.ts'
import {
  type DateReader,
  type DateRule,
  findDigits,
  isApart,
  type Piece,
  type Place,
  placeAt,
  toDayPiece,
  toMonthPiece,
} from './dateReader.ts'
import { monthLength, toDay, writeSpan } from './days.ts'
import { findHijriMonth } from './hijri.ts'
import { isLink } from './links.ts'

/** Rules of dates in numbers, in order. */
export const NUMERIC_RULES: readonly DateRule[] = [
  { name: '<number>/<number>/<number>', example: '2/11/2017', starts: ['digits'], find: findNumeric },
]

/** `2/11/2017`, `2017-11-02`, `2.11.2017`, `2016 - 06 - 16`, `3/2015`; day first unless only month first is a date. */
function findNumeric(reader: DateReader, at: number): Piece | undefined {
  const one = readDotted(reader, at)
  if (one !== undefined) return one
  const numbers = readChain(reader, at)
  if (numbers.length < 2) return undefined
  const place = placeAt(reader, at, { to: at + numbers.length, how: '<number>/<number>/<number>' })
  if (numbers.length === 3) return toNumericDay(place, numbers)
  return readTwo(reader, place, numbers)
}

/** `2.11.2017` is one token. */
function readDotted(reader: DateReader, at: number): Piece | undefined {
  const form = reader.tokens[at]?.form ?? ''
  const parts = form.length > 7 ? form.split('.') : []
  if (parts.length !== 3 || parts.some(part => part === '' || /\D/.test(part))) return undefined
  return toNumericDay(
    placeAt(reader, at, { to: at + 1, how: '<number>.<number>.<number>' }),
    parts.map(Number),
  )
}

/** True for the tail of a chain that was no date: of `31/02/2017` neither `02/2017` is one. */
function isInChain(reader: DateReader, at: number): boolean {
  const gap = reader.tokens[at]?.gap ?? 0
  const isLinked = (gap === DASH || isSlash(reader, at)) && findDigits(reader, at - 1) !== undefined
  return isLinked && (reader.tokens[at]?.start ?? 0) - (reader.tokens[at - 1]?.end ?? 0) === 1
}

/** Whole numbers with one and the same slash or dash between them. */
function readChain(reader: DateReader, at: number): number[] {
  const numbers: number[] = []
  let mark = 0
  if (isInChain(reader, at)) return numbers
  for (let i = at; i < at + 4; i++) {
    const value = findDigits(reader, i)
    const gap = reader.tokens[i]?.gap ?? 0
    const isLinked = i === at || ((gap === DASH || isSlash(reader, i)) && (mark === 0 || gap === mark))
    if (value === undefined || !isLinked) break
    if (i > at) mark = gap
    numbers.push(value)
  }
  return numbers.length > 3 ? [] : numbers
}

function isSlash(reader: DateReader, at: number): boolean {
  const token = reader.tokens[at]
  const before = reader.tokens[at - 1]
  if (token === undefined || before === undefined || token.start - before.end > 3) return false
  const between = reader.terms.text.text.slice(before.end, token.start).trim()
  return between === '/' || between === '\\'
}

function toNumericDay(place: Place, numbers: readonly number[]): Piece | undefined {
  const [a = 0, b = 0, c = 0] = numbers
  if (a > 31) return toValidDay(place, [a, b, c])
  return c > 31 ? (toValidDay(place, [c, b, a]) ?? toValidDay(place, [c, a, b])) : undefined
}

function toValidDay(place: Place, [year, month, date]: readonly [number, number, number]): Piece | undefined {
  if (year >= 1350 && year <= 1500) return toHijriNumeric(place, [year, month, date])
  const isYear = year >= 1000 && year <= 2199
  if (!isYear || month < 1 || month > 12 || date < 1 || date > monthLength(year, month)) return undefined
  return { ...toDayPiece(place, toDay(year, month, date)), isStated: true }
}

/** `1436/10/25`: years of the fourteenth and fifteenth centuries are Hijri. */
function toHijriNumeric(
  place: Place,
  [year, month, date]: readonly [number, number, number],
): Piece | undefined {
  if (month < 1 || month > 12 || date < 1 || date > 30) return undefined
  const day = findHijriMonth(year, month) + date - 1
  const how = `${place.how}, Umm al-Qura, a day more or less`
  return {
    ...toDayPiece(place, day),
    edtf: writeSpan(day - 1, day + 1),
    calendar: 'islamic-umalqura',
    isStated: true,
    how,
  }
}

/** Two numbers: `3/2015` is a month; `22/4` is a day where one says so or where it can be nothing else. */
function readTwo(reader: DateReader, place: Place, [a = 0, b = 0]: readonly number[]): Piece | undefined {
  const [year, month] = a > 1900 ? [a, b] : [b, a]
  if (year >= 1900 && year <= 2199 && month >= 1 && month <= 12) {
    return toMonthPiece(place, { first: toDay(year, month, 1), last: toDay(year, month + 1, 0) })
  }
  const isDash = (reader.tokens[place.from + 1]?.gap ?? 0) === DASH
  const isLedBy = isDayCue(reader, place.from)
  const isClear = !isDash && (a > 12 || b > 12) && !(a === 24 && b === 7)
  if (reader.near === null || a < 1 || b < 1 || (!isLedBy && !isClear)) return undefined
  const [date, of] = b > 12 ? [b, a] : [a, b]
  if (of > 12 || date > monthLength(2000, of)) return undefined
  return {
    ...toDayPiece(
      place,
      toDay(chooseYear(reader.near, { month: of, date, ahead: findAhead(reader) }), of, date),
    ),
    isStated: false,
  }
}

/** A word before two numbers that makes them a date: "day", "dated", a weekday, "since". */
function isDayCue(reader: DateReader, at: number): boolean {
  if (isApart(reader, at, DATE_MARKS)) return false
  const isCue = (index: number) => {
    const term = reader.terms.dates[index]
    return term !== undefined && ['on', 'weekday', 'since', 'until', 'unit'].includes(term.kind)
  }
  return isCue(at - 1) || (isLink(reader.terms, at - 1, 'in') && isCue(at - 2))
}
