/** Rules for written dates: day, month and year in every order, ranges of days, months, years. */
import { DASH, OTHER_MARK } from '../text/units.ts'
import {
  chooseHijriYear,
  chooseYear,
  DATE_MARKS,
  findAhead,
  findDayNumber,
  findMonth,
  findShift,
  findShiftedMonth,
  findShiftedYear,
  findYear,
  type MonthFound,
} from './dateParts.ts'
import {
  type DateReader,
  type DateRule,
  findTerm,
  isApart,
  type Piece,
  type Place,
  placeAt,
  skipLink,
  toDayPiece,
  toMonthPiece,
  toSpanPiece,
  toUnknownPiece,
} from './dateReader.ts'
import { monthLength, toDay, writeSpan } from './days.ts'
import { findHijriMonth } from './hijri.ts'
import { isAndToken, isLink } from './links.ts'

/** Rules of written dates, in order. */
export const ABSOLUTE_RULES: readonly DateRule[] = [
  {
    name: '<day> + to + <day> + <month>',
    example: '13 إلى 15 تموز',
    starts: ['digits', 'ordinal', 'small', 'tens', 'of', 'between'],
    find: findDayRange,
  },
  {
    name: '<day> + <month> + <year>',
    example: '31 تشرين الأول/أكتوبر 2017',
    starts: ['digits', 'ordinal', 'small', 'tens', 'the'],
    find: findDayMonth,
  },
  {
    name: '<day> + of + this month',
    example: 'التاسع من الشهر الجاري',
    starts: ['digits', 'ordinal', 'small', 'tens', 'the'],
    find: findDayOfMonth,
  },
  {
    name: '<month> + <day> + <year>',
    example: 'يناير 22، 2018',
    starts: ['month', 'unit'],
    find: findMonthDay,
  },
  {
    name: '<month> + <year>',
    example: 'تشرين الثاني 2017',
    starts: ['month', 'unit', 'this'],
    find: findMonthYear,
  },
]

interface Written {
  readonly month: MonthFound
  readonly year?: number | undefined
  readonly isHijri: boolean
  readonly shift?: number | undefined
  readonly to: number
}

/** What may follow a month: a year, "last", "of last year". */
function readAfterMonth(reader: DateReader, month: MonthFound): Written {
  const year = findYear(reader, month.to)
  const isFit = year !== undefined && (month.isHijri || !year.isHijri)
  if (isFit) {
    const isHijri = month.isHijri && year.value < 1700
    return { month, year: year.value, isHijri, to: year.to }
  }
  const shifted = findShiftedYear(reader, month.to)
  if (shifted !== undefined && !month.isHijri)
    return { month, year: shifted.value, isHijri: false, to: shifted.to }
  const shift = findShift(reader, month.to)
  return { month, isHijri: month.isHijri, shift: shift?.value, to: shift?.to ?? month.to }
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}

/** What has lasted since a date without a year began before the article; until one, the nearer is meant. */
function findSinceShift(reader: DateReader, place: Place): number | 'nearest' | undefined {
  const before = reader.terms.dates[place.from - 1]?.kind
  return before === 'since' ? -1 : before === 'until' ? 'nearest' : undefined
}

/** A day of a written month; undefined where the month has no such day. */
function toWrittenDay(
  reader: DateReader,
  place: Place,
  written: Written & { date: number },
): Piece | undefined {
  const { date, month, shift, isHijri } = written
  if (isHijri) return toHijriDay(reader, place, written)
  if (written.year === undefined && reader.near === null) {
    if (date > monthLength(2000, month.value)) return undefined
    return toUnknownPiece(place, 'day', { edtf: `XXXX-${pad(month.value)}-${pad(date)}` })
  }
  const year =
    written.year ??
    chooseYear(
      reader.near ?? 0,
      { month: month.value, date, ahead: findAhead(reader) },
      shift ?? findSinceShift(reader, place),
    )
  if (date > monthLength(year, month.value)) return undefined
  const isStated = written.year !== undefined
  return { ...toDayPiece(place, toDay(year, month.value, date)), isStated }
}

function toHijriDay(
  reader: DateReader,
  place: Place,
  written: Written & { date: number },
): Piece | undefined {
  const { month, date, shift } = written
  if (date > 30 || (written.year === undefined && reader.near === null)) return undefined
  const year = written.year ?? chooseHijriYear(reader.near ?? 0, month.value, shift)
  const day = findHijriMonth(year, month.value) + date - 1
  const piece = {
    ...toDayPiece(place, day),
    edtf: writeSpan(day - 1, day + 1),
    calendar: 'islamic-umalqura' as const,
  }
  return { ...piece, how: `${place.how}, Umm al-Qura, a day more or less` }
}

function findDayMonth(reader: DateReader, at: number): Piece | undefined {
  const day = findDayNumber(reader, at)
  if (day === undefined || isApart(reader, day.to, DATE_MARKS)) return undefined
  const month = findMonth(reader, skipLink(reader, day.to, 'of', 'in'))
  if (month === undefined) return undefined
  const written = readAfterMonth(reader, month)
  const place = placeAt(reader, at, { to: written.to, how: '<day> + <month> + <year>' })
  return toWrittenDay(reader, place, { ...written, date: day.value })
}

function findMonthDay(reader: DateReader, at: number): Piece | undefined {
  const month = findMonth(reader, at)
  if (month === undefined || isApart(reader, month.to, OTHER_MARK)) return undefined
  const isBetween = isLink(reader.terms, month.to, 'between')
  const day = findDayNumber(reader, isBetween ? month.to + 1 : month.to)
  if (day === undefined || isCounted(reader, day.to)) return undefined
  const range = findMonthRange(reader, { at, month, first: day })
  if (range !== undefined) return range
  const year = findYear(reader, day.to)
  const place = placeAt(reader, at, { to: year?.to ?? day.to, how: '<month> + <day> + <year>' })
  return toWrittenDay(reader, place, {
    month,
    isHijri: month.isHijri,
    year: year?.value,
    to: place.to,
    date: day.value,
  })
}

/** After a month's name a number may count something: `في مارس 20 قتيلا`. */
function isCounted(reader: DateReader, at: number): boolean {
  const token = reader.tokens[at]
  if (token === undefined || token.gap !== 0) return false
  const term = reader.terms.numbers[at]
  return term === undefined
    ? reader.terms.dates[at] === undefined && token.kind === 'word'
    : term.kind !== 'link'
}

interface OpenRange {
  readonly at: number
  readonly month: MonthFound
  readonly first: { value: number; to: number }
}

/** `يوليو 13-15`. */
function findMonthRange(reader: DateReader, { at, month, first }: OpenRange): Piece | undefined {
  const second = findRangeDay(reader, first.to)
  if (second === undefined || second.value <= first.value) return undefined
  const year = findYear(reader, second.to)
  const place = placeAt(reader, at, { to: year?.to ?? second.to, how: '<month> + <day> - <day>' })
  return toRange(reader, place, {
    month,
    isHijri: false,
    year: year?.value,
    to: place.to,
    first: first.value,
    last: second.value,
  })
}

/** The second day of a range: after a dash or "to", or after "and". */
function findRangeDay(reader: DateReader, at: number): { value: number; to: number } | undefined {
  const token = reader.tokens[at]
  if (token === undefined) return undefined
  const isDash = (token.gap & DASH) !== 0 && (token.gap & ~DASH) === 0
  const isWord = token.gap === 0 && (isLink(reader.terms, at, 'to') || isAndToken(reader.terms, at))
  if (isDash) return findDayNumber(reader, at)
  if (isWord) return findDayNumber(reader, at + 1)
  const isJoined = token.gap === 0 && ((reader.terms.numbers[at]?.clitics ?? 0) & 1) !== 0
  return isJoined ? findDayNumber(reader, at) : undefined
}

function toRange(
  reader: DateReader,
  place: Place,
  written: Written & { first: number; last: number },
): Piece | undefined {
  const from = toWrittenDay(reader, place, { ...written, date: written.first })
  const to = toWrittenDay(reader, place, { ...written, date: written.last })
  if (from?.first == null || to?.first == null) return undefined
  return toSpanPiece(place, from.first, to.first)
}

function findDayRange(reader: DateReader, at: number): Piece | undefined {
  const isOpened = isLink(reader.terms, at, 'of') || isLink(reader.terms, at, 'between')
  const first = findDayNumber(reader, isOpened ? at + 1 : at)
  const second = first === undefined ? undefined : findRangeDay(reader, first.to)
  if (first === undefined || second === undefined || second.value <= first.value) return undefined
  const how = '<day> + to + <day> + <month>'
  const month = findMonth(reader, skipLink(reader, second.to, 'of', 'in'))
  if (month !== undefined && !isApart(reader, second.to)) {
    const written = readAfterMonth(reader, month)
    const place = placeAt(reader, at, { to: written.to, how })
    return toRange(reader, place, { ...written, first: first.value, last: second.value })
  }
  const shifted = findShiftedMonth(reader, second.to)
  if (shifted === undefined) return undefined
  const day = (date: number) => toDay(shifted.year, shifted.month, date)
  return toSpanPiece(placeAt(reader, at, { to: shifted.to, how }), day(first.value), day(second.value))
}

function findDayOfMonth(reader: DateReader, at: number): Piece | undefined {
  const day = findDayNumber(reader, at)
  const month = day === undefined ? undefined : findShiftedMonth(reader, day.to)
  if (day === undefined || month === undefined || day.value > monthLength(month.year, month.month))
    return undefined
  const place = placeAt(reader, at, { to: month.to, how: '<day> + of + this month' })
  return toDayPiece(place, toDay(month.year, month.month, day.value))
}

function findMonthYear(reader: DateReader, at: number): Piece | undefined {
  const isThis = findTerm(reader, at, 'this') !== undefined
  const month = findMonth(reader, isThis ? at + 1 : at)
  if (month === undefined) return undefined
  const written = readAfterMonth(reader, month)
  const isBare = written.year === undefined && written.shift === undefined && !isThis
  if (isBare && month.isWeak && !isLed(reader, at)) return undefined
  const place = placeAt(reader, at, { to: written.to, how: '<month> + <year>' })
  return toWrittenMonth(reader, place, isThis ? { ...written, shift: 0 } : written)
}

/** A preposition of time before a name that is also another word: "in March", "since Ramadan". */
function isLed(reader: DateReader, at: number): boolean {
  if (isApart(reader, at)) return false
  const before = reader.terms.dates[at - 1]
  const isTime =
    before !== undefined && ['since', 'until', 'during', 'before', 'after', 'edge'].includes(before.kind)
  return isTime || isLink(reader.terms, at - 1, 'in') || ((reader.terms.dates[at]?.clitics ?? 0) & 2) !== 0
}

function toWrittenMonth(reader: DateReader, place: Place, written: Written): Piece | undefined {
  const { month, shift, isHijri } = written
  if (written.year === undefined && reader.near === null) {
    return isHijri
      ? toUnknownPiece(place, 'period')
      : toUnknownPiece(place, 'period', { edtf: `XXXX-${pad(month.value)}` })
  }
  if (isHijri) return toHijriMonth(reader, place, written)
  const by = shift ?? findSinceShift(reader, place)
  const middle = {
    month: month.value,
    date: shift === -1 ? 28 : by === -1 || shift === 1 ? 1 : 15,
    ahead: findAhead(reader),
  }
  const year = written.year ?? chooseYear(reader.near ?? 0, middle, by)
  const first = toDay(year, month.value, 1)
  const isStated = written.year !== undefined
  return { ...toMonthPiece(place, { first, last: toDay(year, month.value + 1, 0) }), isStated }
}

function toHijriMonth(reader: DateReader, place: Place, { month, year, shift }: Written): Piece {
  const hijri = year ?? chooseHijriYear(reader.near ?? 0, month.value, shift)
  const first = findHijriMonth(hijri, month.value)
  const piece = toSpanPiece(place, first, findHijriMonth(hijri, month.value + 1) - 1)
  return { ...piece, calendar: 'islamic-umalqura', how: `${place.how}, Umm al-Qura` }
}
