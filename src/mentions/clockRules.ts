/** Rules for clock times and parts of the day. */
import { COLON } from '../text/units.ts'
import {
  type DateReader,
  type DateRule,
  findCardinal,
  findDigits,
  findTerm,
  isAndBefore,
  isApart,
  type Part,
  type Piece,
  placeAt,
  skipLink,
  toUnknownPiece,
} from './dateReader.ts'
import { isAndToken, isLink } from './links.ts'
import { hasName, isDefinite, type Term } from './terms.ts'

/** Rules of the clock, in order. */
export const CLOCK_RULES: readonly DateRule[] = [
  { name: 'hour:minute', example: '3:20 عصرا', starts: ['digits'], find: findColon },
  { name: 'o’clock + <hour>', example: 'الساعة الثالثة إلا ربعا', starts: ['clock'], find: findClock },
  {
    name: 'at + <hour> + <part of day>',
    example: 'عند الثالثة فجرا',
    starts: ['ordinal', 'small', 'digits'],
    find: findHour,
  },
  { name: '<part of day>', example: 'فجر', starts: ['part'], find: findPart },
]

/** An hour and minute with the token after them. */
export interface Time {
  readonly hour: number
  readonly minute: number
  readonly second?: number | undefined
  readonly to: number
}

/** The part of the day that a term names. */
export function toPart(term: Term): Part {
  return { name: term.names[0] ?? '', isPm: hasName(term, 'pm'), hour: term.value }
}

function findPart(reader: DateReader, at: number): Piece | undefined {
  const term = findTerm(reader, at, 'part')
  if (term === undefined || hasName(term, 'abbreviation')) return undefined
  return toUnknownPiece(placeAt(reader, at, { to: term.to, how: term.names[0] ?? '' }), 'part', {
    part: toPart(term),
  })
}

/** `8:00`, `19:00:30`, `08 : 05`: digits with a colon between them; with spaces round it the minutes have two digits. */
export function findColonTime(reader: DateReader, at: number): Time | undefined {
  const hour = findDigits(reader, at)
  const minute = isColon(reader, at + 1) ? findDigits(reader, at + 1) : undefined
  if (hour === undefined || minute === undefined || hour > 24 || minute > 59) return undefined
  if (reader.tokens[at + 1]?.form.length !== 2) return undefined
  const second = isColon(reader, at + 2) ? findDigits(reader, at + 2) : undefined
  return { hour, minute, second, to: second === undefined ? at + 2 : at + 3 }
}

function isColon(reader: DateReader, at: number): boolean {
  const token = reader.tokens[at]
  const before = reader.tokens[at - 1]
  if (token === undefined || before === undefined || token.gap !== COLON) return false
  const isTight = token.start - before.end === 1
  return isTight || (token.start - before.end === 3 && token.form.length === 2 && before.form.length <= 2)
}

/** An hour in words or digits with its minutes: "the seventh and a half". */
export function findClockTime(reader: DateReader, at: number): Time | undefined {
  const time = findHourOnly(reader, at)
  return time === undefined ? undefined : addMinutes(reader, time)
}

/** An hour with minutes in digits, or an hour alone. */
export function findHourOnly(reader: DateReader, at: number): Time | undefined {
  return findColonTime(reader, at) ?? readHour(reader, at)
}

function findColon(reader: DateReader, at: number): Piece | undefined {
  const time = findColonTime(reader, at)
  return time === undefined ? undefined : toClockPiece(reader, { at, time, how: 'hour:minute' })
}

function findClock(reader: DateReader, at: number): Piece | undefined {
  const word = findTerm(reader, at, 'clock')
  if (word === undefined || isApart(reader, word.to)) return undefined
  const start = skipLink(reader, word.to, 'of', 'in')
  const time = findColonTime(reader, start) ?? readHour(reader, start)
  if (time === undefined) return undefined
  return toClockPiece(reader, { at, time: addMinutes(reader, time), how: 'o’clock + <hour>' })
}

function readHour(reader: DateReader, at: number): Time | undefined {
  const digits = findDigits(reader, at)
  const numeral = digits === undefined ? (findHourWord(reader, at) ?? findCardinal(reader, at)) : undefined
  const hour = digits ?? numeral?.value
  if (hour === undefined || hour > 24 || !Number.isInteger(hour)) return undefined
  return { hour, minute: 0, to: numeral?.to ?? at + 1 }
}

/** An hour is one word: of "three and eighteen" the hour is three. */
function findHourWord(reader: DateReader, at: number): { value: number; to: number } | undefined {
  const term = reader.terms.numbers[at]
  if (term === undefined || (term.kind !== 'ordinal' && term.kind !== 'small')) return undefined
  const next = reader.terms.numbers[isAndToken(reader.terms, term.to) ? term.to + 1 : term.to]
  if (term.kind === 'ordinal' && next?.kind === 'tens' && isDefinite(next)) return undefined
  return { value: term.value, to: term.to }
}

/** `والنصف`, `وربع`, `و15 دقيقة`, `إلا ثلثا`. */
function addMinutes(reader: DateReader, time: Time): Time {
  if (isApart(reader, time.to)) return time
  const minus = findTerm(reader, time.to, 'minus')
  const isApartAnd = isAndToken(reader.terms, time.to)
  const at = minus !== undefined || isApartAnd ? time.to + 1 : time.to
  if (minus === undefined && !isApartAnd && !isAndBefore(reader, at)) return time
  const part = readMinutes(reader, at)
  if (part === undefined) return time
  if (minus === undefined) return { ...time, minute: time.minute + part.value, to: part.to }
  return { ...time, hour: (time.hour + 23) % 24, minute: 60 - part.value, to: part.to }
}

function readMinutes(reader: DateReader, at: number): { value: number; to: number } | undefined {
  const term = reader.terms.numbers[at]
  // The accusative of "a third" is spelt as "two thirds": minutes are never two thirds.
  if (term?.kind === 'fraction')
    return { value: Math.round((term.value > 0.5 ? 1 - term.value : term.value) * 60), to: term.to }
  const numeral = findCardinal(reader, at)
  if (numeral === undefined || numeral.value > 59) return undefined
  const parts = reader.terms.numbers[numeral.to]
  if (parts?.kind === 'parts') return { value: Math.round((numeral.value / parts.value) * 60), to: parts.to }
  const unit = findTerm(reader, numeral.to, 'unit')
  const isMinute = unit !== undefined && hasName(unit, 'minute')
  return isMinute || reader.isDiary
    ? { value: numeral.value, to: isMinute ? unit.to : numeral.to }
    : undefined
}

/**
 * An hour without "o'clock": `عند الثالثة فجرا`, `الثامنة والنصف مساء`. After "for the third time" or a count the part
 * of the day belongs to the next words, so that news needs "at" or a half before it is believed.
 */
function findHour(reader: DateReader, at: number): Piece | undefined {
  const hour = readHour(reader, at)
  if (hour === undefined || hour.hour > 12 || hour.hour < 1) return undefined
  const term = reader.terms.numbers[at]
  const isOrdinal = term?.kind === 'ordinal' && isDefinite(term)
  const time = isOrdinal || reader.isDiary ? addMinutes(reader, hour) : hour
  const part = isApart(reader, time.to)
    ? undefined
    : findTerm(reader, skipLink(reader, time.to, 'in'), 'part')
  const isAt =
    !isApart(reader, at) &&
    (isLink(reader.terms, at - 1, 'at') || findTerm(reader, at - 1, 'clock') !== undefined)
  const hasHalf = time.to > hour.to
  const isIn = isOrdinal && part !== undefined && isLink(reader.terms, at - 1, 'in')
  const isSure = (isOrdinal && hasHalf) || (isAt && part !== undefined) || (isAt && isOrdinal) || isIn
  const isLoose = reader.isDiary && (part !== undefined || hasHalf) && !hasDayAfter(reader, part)
  return isSure || isLoose
    ? toClockPiece(reader, { at, time, how: 'at + <hour> + <part of day>' })
    : undefined
}

function hasDayAfter(reader: DateReader, part: Term | undefined): boolean {
  return part !== undefined && !isApart(reader, part.to) && findTerm(reader, part.to, 'none') !== undefined
}

/** A clock time and where its words begin. */
export interface Clock {
  readonly at: number
  readonly time: Time
  readonly how: string
}

/** A clock time with the part of the day and the zone that follow it. */
export function toClockPiece(reader: DateReader, { at, time, how }: Clock): Piece | undefined {
  if (time.minute < 0 || time.minute > 59) return undefined
  const partAt = isApart(reader, time.to) ? time.to : skipLink(reader, time.to, 'in')
  const term = isApart(reader, time.to) ? undefined : findTerm(reader, partAt, 'part')
  const zoneAt = term?.to ?? time.to
  const zone = isApart(reader, zoneAt) ? undefined : findTerm(reader, zoneAt, 'zone')
  const part = term === undefined ? undefined : toPart(term)
  const place = placeAt(reader, at, {
    to: zone?.to ?? zoneAt,
    how: zone?.value === 0 ? `${how}, Greenwich time` : how,
  })
  return toUnknownPiece(place, 'clock', {
    clock: writeClock(time, part),
    isHalfDay: part === undefined && time.hour <= 12,
    ...(part === undefined ? {} : { part }),
  })
}

/** The hour of a clock time in its part of the day: 3 in the afternoon is 15, 12 at night is 0. */
export function toHour(hour: number, part: Part | undefined): number {
  if (part === undefined || hour > 12) return hour % 24
  if (part.name.endsWith('night')) return hour === 12 ? 0 : hour >= 6 ? hour + 12 : hour
  if (part.isPm) return hour === 12 ? 12 : part.name === 'noon' && hour > 9 ? hour : hour + 12
  return hour === 12 ? 0 : hour
}

/** `HH:MM`, with seconds where they are given. */
export function writeClock(time: Omit<Time, 'to'>, part: Part | undefined): string {
  const digits = (value: number) => String(value).padStart(2, '0')
  const clock = `${digits(toHour(time.hour, part))}:${digits(time.minute)}`
  return time.second === undefined ? clock : `${clock}:${digits(time.second)}`
}

/** A clock time with the part of the day that stands elsewhere: `مساء … الساعة 7`. */
export function shiftClock(clock: string, part: Part): string {
  const hour = toHour(Number(clock.slice(0, 2)), part)
  return String(hour).padStart(2, '0') + clock.slice(2)
}
