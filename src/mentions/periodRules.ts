/** Rules for weeks, months, years and longer: last week, the past two days, early 2015, summer, the nineties. */
import { chooseYear, findAhead, findMonth, findShift, findYear } from './dateParts.ts'
import {
  type DateReader,
  type DateRule,
  findCardinal,
  findDigits,
  findOrdinal,
  findTerm,
  isApart,
  type Piece,
  type Place,
  placeAt,
  skipLink,
  toMonthPiece,
  toSpanPiece,
  toUnknownPiece,
  toYearPiece,
} from './dateReader.ts'
import { findWeekStart } from './dayRules.ts'
import { toCivil, toDay, writeMonth, writeYear } from './days.ts'
import { findEdge } from './edges.ts'
import { findHijriMonth } from './hijri.ts'
import { isLink } from './links.ts'
import { hasName, isDefinite, type Term } from './terms.ts'

/** Rules of periods, in order. */
export const PERIOD_RULES: readonly DateRule[] = [
  {
    name: '<edge> + <period>',
    example: 'مطلع العام الحالي',
    starts: ['edge', 'weekend'],
    find: findEdgePiece,
  },
  { name: '<period> + last, next', example: 'الأسبوع الماضي', starts: ['unit', 'this'], find: findPeriod },
  { name: 'week of + <date>', example: 'أسبوع 16 سبتمبر', starts: ['unit'], find: findWeekOfDate },
  { name: 'year + <number>', example: 'عام 2014', starts: ['unit'], find: findYearPiece },
  { name: '<year> - <year>', example: '2014-2018', starts: ['digits', 'of', 'between'], find: findYearRange },
  {
    name: '<preposition> + <year>',
    example: 'منذ 2013',
    starts: ['digits', 'scale', 'dual-scale'],
    find: findBareYear,
  },
  { name: '<season> + <year>', example: 'صيف 2014', starts: ['season', 'this'], find: findSeason },
  {
    name: 'quarter + <ordinal> + <year>',
    example: 'الربع الثالث من 2016',
    starts: ['fraction'],
    find: findQuarter,
  },
  { name: '<decade>', example: 'ثمانينيات القرن الماضي', starts: ['decade'], find: findDecade },
  { name: 'century + <number>', example: 'القرن التاسع عشر', starts: ['unit'], find: findCentury },
]

/** The unit's name: `day`, `month` … */
export function unitOf(term: Term): string {
  return term.names[0] ?? ''
}

/** `الأسبوع الماضي`, `هذا الشهر`, `العام المقبل`, `القرن الماضي`. */
function findPeriod(reader: DateReader, at: number): Piece | undefined {
  const isThis = findTerm(reader, at, 'this') !== undefined
  const word = findTerm(reader, isThis ? at + 1 : at, 'unit')
  if (word === undefined || word.value !== 1 || (isThis && isApart(reader, at + 1))) return undefined
  const shift = isApart(reader, word.to) ? undefined : findTerm(reader, word.to, 'shift')
  if ((!isThis && shift === undefined) || (!isThis && !isDefinite(word))) return undefined
  const place = placeAt(reader, at, { to: shift?.to ?? word.to, how: '<period> + last, next' })
  const isTold =
    shift !== undefined && (hasName(shift, 'following') || (hasName(shift, 'before') && !reader.isDiary))
  if (isTold && !(reader.isDiary && unitOf(word) === 'year')) return toUnknownPiece(place, 'period')
  return toShifted(reader, place, { unit: unitOf(word), shift: isThis ? 0 : (shift?.value ?? 0) })
}

/** The period of a kind that lies `shift` periods from the article's. */
export function toShifted(
  reader: DateReader,
  place: Place,
  period: { unit: string; shift: number },
): Piece | undefined {
  const { near, today } = reader
  const { unit, shift } = period
  if (!['week', 'month', 'year', 'decade', 'century'].includes(unit)) return undefined
  if (near === null || (unit === 'week' && today === null)) return toUnknownPiece(place, 'period')
  const { year, month } = toCivil(near)
  if (unit === 'week') return toWeek(reader, place, shift)
  if (unit === 'month') {
    return toMonthPiece(place, {
      first: toDay(year, month + shift, 1),
      last: toDay(year, month + shift + 1, 0),
    })
  }
  if (unit === 'year') return toYears(place, year + shift, year + shift)
  const length = unit === 'decade' ? 10 : 100
  const start = Math.floor(year / length) * length + shift * length
  return { ...toYears(place, start, start + length - 1), edtf: String(start / length).padEnd(4, 'X') }
}

/** The week of the article ends with the article's day, since news tells what has been. */
function toWeek(reader: DateReader, place: Place, shift: number): Piece {
  const today = reader.today ?? 0
  const start = findWeekStart(reader, today) + shift * 7
  return toSpanPiece(place, start, shift === 0 && !reader.isDiary ? today : start + 6)
}

/** A year, or the years from one to another. */
export function toYears(place: Place, first: number, last: number): Piece {
  const days = { first: toDay(first, 1, 1), last: toDay(last, 12, 31) }
  const piece = toYearPiece(place, days)
  return first === last ? piece : { ...piece, edtf: `${writeYear(first)}/${writeYear(last)}` }
}

function findEdgePiece(reader: DateReader, at: number): Piece | undefined {
  return findEdge(reader, at)
}

function findWeekOfDate(reader: DateReader, at: number): Piece | undefined {
  const word = findTerm(reader, at, 'unit')
  if (word === undefined || word.value !== 1 || unitOf(word) !== 'week' || reader.near === null)
    return undefined
  const number = isApart(reader, word.to) ? undefined : findCardinal(reader, word.to)
  const month = number === undefined ? undefined : findMonth(reader, number.to)
  if (number === undefined || month === undefined || number.value > 31 || month.isHijri) return undefined
  const year = chooseYear(reader.near, { month: month.value, date: number.value, ahead: findAhead(reader) })
  const start = findWeekStart(reader, toDay(year, month.value, number.value))
  return toSpanPiece(placeAt(reader, at, { to: month.to, how: 'week of + <date>' }), start, start + 6)
}

/** `عام 2014`, `العام 2014`, `عامي 2014 و2015`, `عام 1439 هـ`. */
function findYearPiece(reader: DateReader, at: number): Piece | undefined {
  const word = findTerm(reader, at, 'unit')
  if (word === undefined || unitOf(word) !== 'year' || word.value === 0) return undefined
  const year = word.value === 1 ? findYear(reader, at) : findYear(reader, word.to)
  if (year === undefined) return undefined
  const place = placeAt(reader, at, { to: year.to, how: 'year + <number>' })
  if (year.isHijri) return toHijriYear(place, year.value)
  return toYears(place, year.value, year.value)
}

function toHijriYear(place: Place, year: number): Piece {
  const piece = toSpanPiece(place, findHijriMonth(year, 1), findHijriMonth(year, 13) - 1)
  return { ...piece, calendar: 'islamic-umalqura', isStated: true, how: `${place.how}, Umm al-Qura` }
}

const DASH_ONLY = 256

function findYearRange(reader: DateReader, at: number): Piece | undefined {
  const isFrom = isLink(reader.terms, at, 'of') || isLink(reader.terms, at, 'between')
  const start = isFrom ? at + 1 : at
  const one = findDigits(reader, start) === undefined ? undefined : findYear(reader, start)
  if (one === undefined || one.to !== start + 1 || one.isHijri) return undefined
  const end = findRangeYear(reader, start + 1, isFrom)
  const two = end === undefined ? undefined : findYear(reader, end)
  if (two === undefined || two.value <= one.value || (reader.tokens[two.to]?.gap ?? 0) & DASH_ONLY)
    return undefined
  return toYears(placeAt(reader, at, { to: two.to, how: '<year> - <year>' }), one.value, two.value)
}

/** The second year: after a dash, or after "to" or "and" where "from" or "between" opened. */
function findRangeYear(reader: DateReader, at: number, isFrom: boolean): number | undefined {
  const gap = reader.tokens[at]?.gap
  if (gap === DASH_ONLY) return at
  if (gap !== 0 || !isFrom) return undefined
  return isLink(reader.terms, at, 'to') || isLink(reader.terms, at, 'and') ? at + 1 : undefined
}

/** Years of news: digits alone are a year only after a preposition of time and between these. */
const NEWS_YEARS = [1900, 2050] as const

function findBareYear(reader: DateReader, at: number): Piece | undefined {
  if (isApart(reader, at) || !isAfterTime(reader, at)) return undefined
  const year = findYear(reader, at)
  if (year === undefined || year.isHijri || year.value < NEWS_YEARS[0] || year.value > NEWS_YEARS[1])
    return undefined
  const next = reader.tokens[year.to]
  const noun = reader.terms.numbers[year.to]
  const isCounted =
    next !== undefined && next.gap === 0 && (noun?.kind === 'counted' || noun?.kind === 'measure')
  const isChain =
    next?.kind === 'number' && next.gap !== 0 && next.start === (reader.tokens[year.to - 1]?.end ?? 0) + 1
  if (isCounted || isChain || findTerm(reader, year.to, 'unit') !== undefined) return undefined
  return toYears(placeAt(reader, at, { to: year.to, how: '<preposition> + <year>' }), year.value, year.value)
}

function isAfterTime(reader: DateReader, at: number): boolean {
  const before = reader.terms.dates[at - 1]
  const isTime = before !== undefined && ['since', 'until', 'during'].includes(before.kind)
  return isTime || isLink(reader.terms, at - 1, 'in')
}

function findSeason(reader: DateReader, at: number): Piece | undefined {
  const isThis = findTerm(reader, at, 'this') !== undefined
  const season = findTerm(reader, isThis ? at + 1 : at, 'season')
  if (season === undefined) return undefined
  const year = findYear(reader, season.to)
  const shift = year === undefined ? findShift(reader, season.to) : undefined
  if (year === undefined && shift === undefined && !isThis) return undefined
  const place = placeAt(reader, at, { to: year?.to ?? shift?.to ?? season.to, how: '<season> + <year>' })
  if (year === undefined && reader.near === null) return toUnknownPiece(place, 'period')
  const value = year?.value ?? chooseSeason(reader.near ?? 0, season.value, shift?.value ?? 0)
  const first = toDay(value, season.value, 1)
  const last = toDay(value, season.value + 3, 0)
  const edtf = `${writeMonth(value, season.value)}/${writeMonth(value, season.value + 2)}`
  return { ...toSpanPiece(place, first, last), edtf }
}

function chooseSeason(near: number, month: number, shift: number): number {
  const { year } = toCivil(near)
  if (shift < 0) return toDay(year, month + 3, 0) < near ? year : year - 1
  if (shift > 0) return toDay(year, month, 1) > near ? year : year + 1
  return year
}

function findQuarter(reader: DateReader, at: number): Piece | undefined {
  const term = reader.terms.numbers[at]
  if (term?.value !== 0.25 || !isDefinite(term) || isApart(reader, term.to)) return undefined
  const nth = findOrdinal(reader, term.to)
  if (nth === undefined || nth.value > 4 || reader.near === null) return undefined
  const start = skipLink(reader, nth.to, 'of')
  const year = findYear(reader, nth.to)
  const named = year === undefined ? findPeriod(reader, start) : undefined
  const place = placeAt(reader, at, {
    to: year?.to ?? named?.to ?? nth.to,
    how: 'quarter + <ordinal> + <year>',
  })
  const value = year?.value ?? toCivil(named?.first ?? reader.near).year
  const month = nth.value * 3 - 2
  const piece = toSpanPiece(place, toDay(value, month, 1), toDay(value, month + 3, 0))
  return { ...piece, edtf: `${writeMonth(value, month)}/${writeMonth(value, month + 2)}` }
}

/** `ثمانينيات القرن الماضي`; without a century the last one in which they are over or begun. */
function findDecade(reader: DateReader, at: number): Piece | undefined {
  const term = findTerm(reader, at, 'decade')
  if (term === undefined) return undefined
  const century = findTerm(reader, skipLink(reader, term.to, 'of'), 'unit')
  const isCentury = century !== undefined && unitOf(century) === 'century' && !isApart(reader, term.to)
  if (isCentury && findTerm(reader, century.to, 'era') !== undefined) return undefined
  const nth = isCentury ? findOrdinal(reader, century.to) : undefined
  const shift = isCentury ? findShift(reader, century.to) : undefined
  const place = placeAt(reader, at, { to: nth?.to ?? shift?.to ?? term.to, how: '<decade>' })
  const year = toCivil(reader.near ?? 0).year
  const base =
    nth === undefined ? Math.floor(year / 100) * 100 + (shift?.value ?? 0) * 100 : (nth.value - 1) * 100
  const start = base + term.value > year && nth === undefined ? base + term.value - 100 : base + term.value
  return { ...toYears(place, start, start + 9), edtf: `${String(start / 10)}X` }
}

function findCentury(reader: DateReader, at: number): Piece | undefined {
  const word = findTerm(reader, at, 'unit')
  if (word === undefined || unitOf(word) !== 'century' || word.value !== 1 || isApart(reader, word.to))
    return undefined
  const nth = findOrdinal(reader, word.to) ?? findCardinal(reader, word.to)
  if (nth === undefined || !isDefinite(word) || nth.value > 25 || nth.value < 1) return undefined
  const start = (nth.value - 1) * 100
  const place = placeAt(reader, at, { to: nth.to, how: 'century + <number>' })
  return { ...toYears(place, start, start + 99), edtf: `${String(nth.value - 1).padStart(2, '0')}XX` }
}
