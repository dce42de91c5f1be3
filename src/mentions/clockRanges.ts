/** Rules for spans of the clock: from five to six in the evening, late in the morning. */
import { DASH } from '../text/units.ts'
import { findClockTime, findColonTime, type Time, toPart, writeClock } from './clockRules.ts'
import {
  type DateReader,
  type DateRule,
  findTerm,
  findTermOf,
  isAndBefore,
  isApart,
  type Part,
  type Piece,
  placeAt,
  skipLink,
  toUnknownPiece,
} from './dateReader.ts'
import { isAndToken, isLink } from './links.ts'

const LATE_EARLY = ['late', 'early']

/** Rules of clock spans; they come before those of the clock. */
export const CLOCK_RANGES: readonly DateRule[] = [
  {
    name: '<hour> + to + <clock>',
    example: 'من 5 إلى 6 مساء',
    starts: ['of', 'between', 'clock', 'digits', 'ordinal', 'small'],
    find: findHourRange,
  },
  {
    name: 'late, early + <part of day>',
    example: 'وقت متأخر من مساء',
    starts: ['late', 'early'],
    find: findLatePart,
  },
]

/** `وقت متأخر من مساء`, `في وقت مبكر من صباح`. */
function findLatePart(reader: DateReader, at: number): Piece | undefined {
  const side = findTermOf(reader, at, LATE_EARLY)
  if (side === undefined || isApart(reader, side.to)) return undefined
  const term = findTerm(reader, skipLink(reader, side.to, 'of'), 'part')
  if (term === undefined) return undefined
  const part = toPart(term)
  const name = `${side.kind} ${part.name}`
  return toUnknownPiece(placeAt(reader, at, { to: term.to, how: name }), 'part', { part: { ...part, name } })
}

interface Side {
  readonly time: Time
  readonly part: Part | undefined
  readonly to: number
  /** True where the words can be nothing but a clock time. */
  readonly isSure: boolean
}

/** `من 5 إلى السابعة صباحا`, `بين الرابعة والخامسة مساء`, `من 1:30 إلى 3`: one side must be plainly of the clock. */
function findHourRange(reader: DateReader, at: number): Piece | undefined {
  const isBetween = isLink(reader.terms, at, 'between')
  const isOpened = isBetween || isLink(reader.terms, at, 'of')
  const left = findSide(reader, isOpened ? at + 1 : at)
  if (left === undefined) return undefined
  const start = findRightSide(reader, left.to, isBetween)
  const right = start === undefined ? undefined : findSide(reader, start)
  if (right === undefined || !isRange(reader, left, right)) return undefined
  const place = placeAt(reader, at, { to: right.to, how: '<hour> + to + <clock>' })
  return toUnknownPiece(place, 'clock', { clock: joinSides(left, right), part: right.part ?? left.part })
}

/** News counts from five to six of many things: there both sides must be sure. */
function isRange(reader: DateReader, left: Side, right: Side): boolean {
  if (left.isSure && right.isSure) return true
  return reader.isDiary && (left.isSure || right.isSure) && (right.isSure || isApart(reader, right.to))
}

function findSide(reader: DateReader, at: number): Side | undefined {
  const word = findTerm(reader, at, 'clock')
  const start = word?.to ?? at
  const colon = findColonTime(reader, start)
  const time = colon ?? findClockTime(reader, start)
  if (time === undefined || time.hour > 24) return undefined
  const term = isApart(reader, time.to)
    ? undefined
    : findTerm(reader, skipLink(reader, time.to, 'in'), 'part')
  const part = term === undefined ? undefined : toPart(term)
  const isSure = word !== undefined || colon !== undefined || term !== undefined
  return { time, part, to: term?.to ?? time.to, isSure }
}

function findRightSide(reader: DateReader, at: number, isBetween: boolean): number | undefined {
  const token = reader.tokens[at]
  if (token === undefined) return undefined
  if (token.gap === DASH) return at
  if (token.gap !== 0) return undefined
  if (isBetween) return isAndToken(reader.terms, at) ? at + 1 : isAndBefore(reader, at) ? at : undefined
  return isLink(reader.terms, at, 'to') || findTerm(reader, at, 'until') !== undefined ? at + 1 : undefined
}

/** The part said once is of both, as far as the hours then rise. */
function joinSides(left: Side, right: Side): string {
  const isLate = left.part?.isPm === true && right.time.hour < 12
  const end = writeClock(right.time, right.part ?? (isLate ? left.part : undefined))
  const shared = writeClock(left.time, left.part ?? right.part)
  return `${shared <= end ? shared : writeClock(left.time, left.part)}/${end}`
}
