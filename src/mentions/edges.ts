/** The beginning, middle and end of a month, a year or a week. */
import { chooseYear, findAhead, findMonth, findShift, findShiftedYear, findYear } from './dateParts.ts'
import {
  type DateReader,
  findTerm,
  findTermOf,
  isApart,
  type Piece,
  type Place,
  placeAt,
  skipLink,
  toSpanPiece,
  toUnknownPiece,
} from './dateReader.ts'
import { findWeekStart } from './dayRules.ts'
import { toCivil, toDay, writeMonth } from './days.ts'
import { isDefinite } from './terms.ts'

const EDGE_WEEKEND = ['edge', 'weekend']

interface Whole {
  readonly unit: string
  readonly first: number
  readonly last: number
  readonly to: number
}

/**
 * `مطلع العام الحالي` is its first month, `أوائل` its first three, `منتصف` June and July; the beginning, middle or end
 * of a month stays that month, since news does not say where it ends. A weekend is Friday and Saturday.
 */
export function findEdge(reader: DateReader, at: number): Piece | undefined {
  const edge = findTermOf(reader, at, EDGE_WEEKEND)
  if (edge === undefined) return undefined
  if (edge.kind === 'weekend') return findWeekend(reader, at)
  if (isApart(reader, edge.to)) return undefined
  const whole = findWhole(reader, skipLink(reader, edge.to, 'of'))
  if (whole === undefined) return undefined
  const name = edge.names[0] ?? ''
  const place = placeAt(reader, at, { to: whole.to, how: `${name} of + <period>` })
  if (whole.unit === 'unknown') return toUnknownPiece(place, 'period')
  if (name === 'rest') return toSpanPiece(place, reader.today ?? whole.first, whole.last)
  if (whole.unit === 'year') return toYearEdge(place, whole, name)
  if (whole.unit === 'week') return toWeekEdge(place, whole, name)
  return toMonthEdge(reader, place, { whole, name })
}

function findWeekend(reader: DateReader, at: number): Piece | undefined {
  const term = findTerm(reader, at, 'weekend')
  if (term === undefined) return undefined
  const shift = findShift(reader, term.to)
  const place = placeAt(reader, at, { to: shift?.to ?? term.to, how: 'weekend' })
  if (reader.today === null) return toUnknownPiece(place, 'period')
  const start = findWeekStart({ ...reader, isDiary: true }, reader.today) + (shift?.value ?? 0) * 7
  return reader.isDiary ? toSpanPiece(place, start + 5, start + 6) : toSpanPiece(place, start + 4, start + 5)
}

/** What has an edge: a month or a year, by name or by "this", "last", "next"; bare "the year" is this year. */
function findWhole(reader: DateReader, at: number): Whole | undefined {
  const isThis = findTerm(reader, at, 'this') !== undefined
  const start = isThis ? at + 1 : at
  return findNamedMonth(reader, start) ?? findNamedYear(reader, start) ?? findUnit(reader, start, isThis)
}

function findNamedMonth(reader: DateReader, at: number): Whole | undefined {
  const month = findMonth(reader, at)
  if (month === undefined || month.isHijri) return undefined
  const year = findYear(reader, month.to) ?? findShiftedYear(reader, month.to)
  const shift = year === undefined ? findShift(reader, month.to) : undefined
  const to = year?.to ?? shift?.to ?? month.to
  if (year === undefined && reader.near === null) return { unit: 'unknown', first: 0, last: 0, to }
  const value =
    year?.value ??
    chooseYear(reader.near ?? 0, { month: month.value, date: 15, ahead: findAhead(reader) }, shift?.value)
  return { unit: 'month', first: toDay(value, month.value, 1), last: toDay(value, month.value + 1, 0), to }
}

function findNamedYear(reader: DateReader, at: number): Whole | undefined {
  const year = findYear(reader, at)
  if (year === undefined || year.isHijri || year.value < 1000) return undefined
  return { unit: 'year', first: toDay(year.value, 1, 1), last: toDay(year.value, 12, 31), to: year.to }
}

function findUnit(reader: DateReader, at: number, isThis: boolean): Whole | undefined {
  const word = findTerm(reader, at, 'unit')
  if (word === undefined || word.value !== 1) return undefined
  const unit = word.names[0] ?? ''
  const shift = isThis ? undefined : findShift(reader, word.to)
  if (!isThis && shift === undefined && !isDefinite(word)) return undefined
  const to = shift?.to ?? word.to
  const by = shift?.value ?? 0
  if (!['week', 'month', 'year'].includes(unit)) return undefined
  if (reader.near === null || reader.today === null) return { unit: 'unknown', first: 0, last: 0, to }
  const { year, month } = toCivil(reader.near)
  if (unit === 'year') return { unit, first: toDay(year + by, 1, 1), last: toDay(year + by, 12, 31), to }
  if (unit === 'month')
    return { unit, first: toDay(year, month + by, 1), last: toDay(year, month + by + 1, 0), to }
  const first = findWeekStart(reader, reader.today) + by * 7
  return { unit, first, last: first + 6, to }
}

/** First and last month of each edge of a year. */
const YEAR_EDGES: Readonly<Record<string, readonly [number, number]>> = {
  start: [1, 1],
  early: [1, 3],
  middle: [6, 7],
  late: [10, 12],
  end: [12, 12],
}

function toYearEdge(place: Place, whole: Whole, name: string): Piece | undefined {
  const months = YEAR_EDGES[name]
  if (months === undefined) return undefined
  const { year } = toCivil(whole.first)
  const [from, to] = months
  const piece = toSpanPiece(place, toDay(year, from, 1), toDay(year, to + 1, 0))
  const edtf = from === to ? writeMonth(year, from) : `${writeMonth(year, from)}/${writeMonth(year, to)}`
  return { ...piece, edtf }
}

function toWeekEdge(place: Place, { first, last }: Whole, name: string): Piece {
  if (name === 'middle') return toSpanPiece(place, first + 2, first + 4)
  return name === 'start' || name === 'early'
    ? toSpanPiece(place, first, first + 1)
    : toSpanPiece(place, last - 1, last)
}

function toMonthEdge(
  reader: DateReader,
  place: Place,
  { whole, name }: { whole: Whole; name: string },
): Piece {
  const { first, last } = whole
  const { year, month } = toCivil(first)
  if (!reader.isDiary) return { ...toSpanPiece(place, first, last), edtf: writeMonth(year, month) }
  if (name === 'middle') return toSpanPiece(place, first + 14, first + 14)
  if (name === 'start') return toSpanPiece(place, first, first)
  return name === 'early' ? toSpanPiece(place, first, first + 9) : toSpanPiece(place, first + 20, last)
}

/** True for an edge that begins a year: "since the beginning of the year" counts up to today. */
export function isYearStart(piece: Piece): boolean {
  return (
    piece.how.startsWith('start of') &&
    piece.first !== null &&
    toCivil(piece.first).month === 1 &&
    hasYear(piece)
  )
}

function hasYear(piece: Piece): boolean {
  return piece.edtf?.endsWith('-01') === true
}
