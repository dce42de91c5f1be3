/** Rules for so many units before or after the article: the last two days, the past 48 hours, the next three months. */

import {
  type DateReader,
  type DateRule,
  findCardinal,
  findTerm,
  isApart,
  type Piece,
  type Place,
  placeAt,
  toSpanPiece,
  toUnknownPiece,
} from './dateReader.ts'
import { toCivil, toDay, writeMonth } from './days.ts'
import { isLink } from './links.ts'
import { toYears, unitOf } from './periodRules.ts'
import { isDefinite, type Term } from './terms.ts'

/** Rules of the recent and the coming, in order. */
export const RECENT_RULES: readonly DateRule[] = [
  {
    name: 'the last, next + <number> + <units>',
    example: 'خلال اليومين الماضيين',
    starts: ['unit', 'final', 'digits', 'small', 'tens', 'hundreds', 'vague', 'the', 'ordinal'],
    find: findRecent,
  },
]

interface Recent {
  readonly count: number
  readonly unit: string
  readonly shift: number
  readonly isVague: boolean
  readonly to: number
}

/** `اليومين الماضيين`, `الأيام الثلاثة الماضية`, `الـ48 ساعة الماضية`, `آخر 24 ساعة`. */
function findRecent(reader: DateReader, at: number): Piece | undefined {
  const recent = findUnitsFirst(reader, at) ?? findCountFirst(reader, at)
  if (recent === undefined) return undefined
  const place = placeAt(reader, at, { to: recent.to, how: 'the last, next + <number> + <units>' })
  if (recent.shift === 0 || reader.today === null || recent.count === 0)
    return toUnknownPiece(place, 'period')
  const piece = toRecent(reader.today, place, recent)
  return recent.isVague ? { ...piece, edtf: `${piece.edtf?.replace('/', '~/')}` } : piece
}

/** Fewest that "a few" says. */
const FEW = 3

function findUnitsFirst(reader: DateReader, at: number): Recent | undefined {
  const word = findTerm(reader, at, 'unit')
  if (word === undefined || word.value === 1 || isApart(reader, word.to)) return undefined
  const few = findTerm(reader, word.to, 'few')
  const numeral = few === undefined ? (findCardinal(reader, word.to) ?? undefined) : undefined
  const to = few?.to ?? numeral?.to ?? word.to
  const shift = isApart(reader, to) ? undefined : findTerm(reader, to, 'shift')
  if (shift === undefined) return undefined
  const count = few === undefined ? (numeral?.value ?? word.value) : FEW
  return { count, unit: unitOf(word), shift: shift.value, isVague: few !== undefined, to: shift.to }
}

function findCountFirst(reader: DateReader, at: number): Recent | undefined {
  const final = findTerm(reader, at, 'final')
  const next = final === undefined ? undefined : findTerm(reader, final.to, 'unit')
  if (next !== undefined && next.value === 1 && isDefinite(next)) return undefined
  const the = isLink(reader.terms, final?.to ?? at, 'the')
  const start = (final?.to ?? at) + (the ? 1 : 0)
  if (isApart(reader, start, the ? 256 : 0)) return readUnits(reader, { at, start, final })
  return readUnits(reader, { at, start, final })
}

function readUnits(
  reader: DateReader,
  { start, final }: { at: number; start: number; final: Term | undefined },
): Recent | undefined {
  const numeral = findCardinal(reader, start)
  const unitAt = numeral?.to ?? start
  const word = findTerm(reader, unitAt, 'unit')
  if (word === undefined || (numeral === undefined && final === undefined)) return undefined
  if (numeral !== undefined && isApart(reader, unitAt)) return undefined
  const shift = isApart(reader, word.to) ? undefined : findTerm(reader, word.to, 'shift')
  if (shift === undefined && (final === undefined || (numeral === undefined && word.value !== 2)))
    return undefined
  const count = numeral?.value ?? word.value
  const isVague = numeral !== undefined && numeral.max !== numeral.value
  return { count, unit: unitOf(word), shift: shift?.value ?? -1, isVague, to: shift?.to ?? word.to }
}

const DAYS: Readonly<Record<string, number>> = { day: 1, night: 1, week: 7 }
const CLOCK_DAYS: Readonly<Record<string, number>> = { hour: 24, minute: 1440, second: 86_400 }

function toRecent(today: number, place: Place, { count, unit, shift }: Recent): Piece {
  const inDay = CLOCK_DAYS[unit]
  if (inDay !== undefined) {
    const days = Math.max(count >= inDay / 2 ? 1 : 0, Math.ceil(count / inDay))
    return shift < 0 ? toSpanPiece(place, today - days, today) : toSpanPiece(place, today, today + days)
  }
  const length = DAYS[unit]
  if (length !== undefined) {
    const days = Math.round(count * length)
    return shift < 0
      ? toSpanPiece(place, today - days, today - 1)
      : toSpanPiece(place, today + 1, today + days)
  }
  return toRecentMonths(today, place, { count, unit, shift })
}

function toRecentMonths(
  today: number,
  place: Place,
  { count, unit, shift }: Omit<Recent, 'isVague' | 'to'>,
): Piece {
  const { year, month } = toCivil(today)
  const years =
    unit === 'year' ? count : unit === 'decade' ? count * 10 : unit === 'century' ? count * 100 : 0
  if (years > 0) return shift < 0 ? toYears(place, year - years, year) : toYears(place, year, year + years)
  const from = shift < 0 ? month - count : month + 1
  const to = shift < 0 ? month : month + count
  const piece = toSpanPiece(place, toDay(year, from, 1), toDay(year, to + 1, 0))
  return { ...piece, edtf: `${writeMonth(year, from)}/${writeMonth(year, to)}` }
}
