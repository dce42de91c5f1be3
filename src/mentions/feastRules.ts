/** Rules for feasts of both calendars. */
import { chooseHijriYear, chooseYear, findYear } from './dateParts.ts'
import {
  type DateReader,
  type DateRule,
  findOrdinal,
  findTerm,
  isApart,
  type Piece,
  type Place,
  placeAt,
  skipLink,
  toDayPiece,
  toSpanPiece,
  toUnknownPiece,
} from './dateReader.ts'
import { toCivil, toDay, writeSpan } from './days.ts'
import { findEaster, findThanksgiving } from './feasts.ts'
import { findHijriMonth } from './hijri.ts'
import { hasName, type Term } from './terms.ts'

/** Rules of feasts, in order. */
export const FEAST_RULES: readonly DateRule[] = [
  {
    name: '<ordinal> + day of + <holiday>',
    example: 'أول أيام عيد الفطر',
    starts: ['ordinal'],
    find: findFeastDay,
  },
  { name: '<holiday>', example: 'عيد الفطر', starts: ['holiday'], find: findHoliday },
]

/** Feasts of both calendars: the nearest one, or that of the year said. Feasts of the moon are named with their calendar. */
function findHoliday(reader: DateReader, at: number): Piece | undefined {
  const term = findTerm(reader, at, 'holiday')
  if (term === undefined) return undefined
  const year = findYear(reader, skipLink(reader, term.to, 'to'))
  const place = placeAt(reader, at, { to: year?.to ?? term.to, how: '<holiday>' })
  if (year === undefined && reader.near === null) return toUnknownPiece(place, 'day')
  if (hasName(term, 'islamic')) return toIslamicFeast(reader, place, { term, year: year?.value })
  const day = findFeast(reader.near ?? 0, term, year?.value)
  return { ...toDayPiece(place, day), isStated: year !== undefined }
}

/** `ثاني أيام عيد الأضحى`. */
function findFeastDay(reader: DateReader, at: number): Piece | undefined {
  const nth = findOrdinal(reader, at)
  const unit = nth === undefined || isApart(reader, nth.to) ? undefined : findTerm(reader, nth.to, 'unit')
  if (nth === undefined || unit === undefined || !hasName(unit, 'day') || isApart(reader, unit.to))
    return undefined
  const feast = findHoliday(reader, unit.to)
  if (feast === undefined) return undefined
  const place = placeAt(reader, at, { to: feast.to, how: '<ordinal> + day of + <holiday>' })
  if (feast.first === null) return toUnknownPiece(place, 'day')
  return { ...toDayPiece(place, feast.first + nth.value - 1), calendar: feast.calendar }
}

/** A feast is named before it more often than long after: of two, the one less than 200 days ahead. */
const MOST_AHEAD = 200

function findFeast(near: number, term: Term, year: number | undefined): number {
  const chosen = year ?? toCivil(near).year
  if (hasName(term, 'easter')) return findEaster(chosen)
  if (hasName(term, 'thanksgiving')) return findThanksgiving(chosen)
  const [month = 1, date = 1] = (term.names.at(-1) ?? '').split('-').map(Number)
  return toDay(year ?? chooseYear(near, { month, date, ahead: MOST_AHEAD }), month, date)
}

function toIslamicFeast(
  reader: DateReader,
  place: Place,
  of: { term: Term; year: number | undefined },
): Piece {
  const [month = 1, date = 1] = (of.term.names.at(-1) ?? '').split('-').map(Number)
  const length = Number(of.term.names[1] ?? 1)
  const near = of.year === undefined || of.year < 1700 ? (reader.near ?? 0) : toDay(of.year, 7, 1)
  const year = of.year !== undefined && of.year < 1700 ? of.year : chooseHijriYear(near, month)
  const first = findHijriMonth(year, month) + date - 1
  const piece = length > 1 ? toSpanPiece(place, first, first + length - 1) : toDayPiece(place, first)
  const edtf = length > 1 ? piece.edtf : writeSpan(first - 1, first + 1)
  return { ...piece, edtf, calendar: 'islamic-umalqura', how: `${place.how}, Umm al-Qura` }
}
