/** Rules that only a diary believes: "on the 15th", "at seven", "ten minutes to eight". News counts with such words. */

import { findClockTime, findHourOnly, toClockPiece } from './clockRules.ts'
import { chooseYear } from './dateParts.ts'
import {
  type DateReader,
  type DateRule,
  findCardinal,
  findDigits,
  findOrdinal,
  findTerm,
  findTermOf,
  isApart,
  type Piece,
  placeAt,
  toDayPiece,
  toUnknownPiece,
} from './dateReader.ts'
import { monthLength, toCivil, toDay } from './days.ts'
import { isLink } from './links.ts'
import { hasName } from './terms.ts'

const BEFORE_AFTER_UNTIL = ['before', 'after', 'until']

const NUMBERS = ['digits', 'ordinal', 'small', 'tens']

/** Rules of a diary, in order. */
export const DIARY_RULES: readonly DateRule[] = [
  {
    name: '<minutes> + before, after + <hour>',
    example: 'ثلاث دقائق قبل الثامنة',
    starts: ['digits', 'small', 'tens'],
    find: findMinutesTo,
  },
  { name: 'in + <hour>', example: 'في السابعة', starts: ['in', 'ordinal'], find: findBareHour },
  {
    name: 'in + <day of the month>',
    example: 'يوم 15',
    starts: ['in', 'to', 'unit', ...NUMBERS],
    find: findBareDay,
  },
]

/** True where a phrase may end: a mark, the end, or a clock time. */
function isEnd(reader: DateReader, at: number): boolean {
  return isApart(reader, at) || findTerm(reader, at, 'clock') !== undefined || isLink(reader.terms, at, 'in')
}

function findBareDay(reader: DateReader, at: number): Piece | undefined {
  const { near } = reader
  const word = findTerm(reader, at, 'unit')
  const isDay = word !== undefined && word.value === 1 && hasName(word, 'day')
  const isIn = isLink(reader.terms, at, 'in') || isLink(reader.terms, at, 'to')
  const isTo = ((reader.terms.numbers[at]?.clitics ?? 0) & 4) !== 0
  if (!reader.isDiary || near === null || !(isDay || isIn || isTo)) return undefined
  const start = isDay || isIn ? at + 1 : at
  const digits = findDigits(reader, start)
  const ordinal = digits === undefined ? findOrdinal(reader, start) : undefined
  const value = digits ?? ordinal?.value
  const to = ordinal?.to ?? start + 1
  if (
    value === undefined ||
    value < 1 ||
    value > 31 ||
    !isEnd(reader, to) ||
    (isIn && isApart(reader, start))
  )
    return undefined
  const { year, month } = toCivil(near)
  const place = placeAt(reader, at, { to, how: 'in + <day of the month>' })
  if (value > monthLength(year, month)) return toUnknownPiece(place, 'day')
  return { ...toDayPiece(place, toDay(chooseYear(near, { month, date: value }), month, value)), kind: 'day' }
}

/** The feminine names the hour, the masculine the day: `في السابعة`. Its last letter is a folded ta marbuta. */
const HA = 0x0647

function findBareHour(reader: DateReader, at: number): Piece | undefined {
  if (!reader.isDiary) return undefined
  const start = isLink(reader.terms, at, 'in') ? at + 1 : at
  const form = reader.tokens[start]?.form ?? ''
  const term = reader.terms.numbers[start]
  const isHour = term?.kind === 'ordinal' && term.value <= 12 && form.charCodeAt(form.length - 1) === HA
  const time = isHour ? findClockTime(reader, start) : undefined
  if (time === undefined || time.hour > 12 || (start === at && !isEnd(reader, time.to))) return undefined
  return isEnd(reader, time.to) ? toClockPiece(reader, { at, time, how: 'in + <hour>' }) : undefined
}

/** `ثلاث دقائق قبل الثامنة`, `عشرين دقيقة بعد الخامسة`. */
function findMinutesTo(reader: DateReader, at: number): Piece | undefined {
  const minutes = reader.isDiary ? findCardinal(reader, at) : undefined
  const unit = minutes === undefined ? undefined : findTerm(reader, minutes.to, 'unit')
  if (minutes === undefined || unit === undefined || !hasName(unit, 'minute') || minutes.value > 59)
    return undefined
  const side = isApart(reader, unit.to) ? undefined : findTermOf(reader, unit.to, BEFORE_AFTER_UNTIL)
  const hour = side === undefined ? undefined : findHourOnly(reader, side.to)
  if (side === undefined || hour === undefined || hour.hour > 12) return undefined
  const total = hour.hour * 60 + hour.minute + (side.kind === 'after' ? minutes.value : -minutes.value)
  const time = { hour: Math.floor(total / 60) % 24, minute: total % 60, to: hour.to }
  return toClockPiece(reader, { at, time, how: '<minutes> + before, after + <hour>' })
}
