/** Rules for what recurs: every day, every Friday, weekly. */

import {
  type DateReader,
  type DateRule,
  findTerm,
  findTermOf,
  isApart,
  type Piece,
  placeAt,
  toUnknownPiece,
} from './dateReader.ts'
import { toWeekday, writeDay } from './days.ts'
import { readLength, writeDuration } from './durationRules.ts'
import { hasName } from './terms.ts'

const WEEKDAY_BAREWEEKDAY = ['weekday', 'bare-weekday']

/** Rules of sets, in order. */
export const SET_RULES: readonly DateRule[] = [
  { name: 'every + <unit>', example: 'كل جمعة', starts: ['every', 'set'], find: findSet },
]

/** `كل جمعة`, `كل ثلاثة أسابيع`, `يوميا`. */
function findSet(reader: DateReader, at: number): Piece | undefined {
  const set = findTerm(reader, at, 'set')
  if (set !== undefined) {
    const place = placeAt(reader, at, { to: set.to, how: 'every + <unit>' })
    return toUnknownPiece(place, 'set', {
      recurs: `R/${writeDuration([{ count: 1, unit: set.names[0] ?? '' }])}`,
    })
  }
  const every = findTerm(reader, at, 'every')
  if (every === undefined || isApart(reader, every.to)) return undefined
  return findEveryWeekday(reader, at, every.to) ?? findEveryLength(reader, at, every.to)
}

function findEveryWeekday(reader: DateReader, at: number, start: number): Piece | undefined {
  const unit = findTerm(reader, start, 'unit')
  const isDay = unit !== undefined && hasName(unit, 'day') && unit.value === 1
  const name = findTermOf(reader, isDay ? unit.to : start, WEEKDAY_BAREWEEKDAY)
  if (name === undefined) return undefined
  const place = placeAt(reader, at, { to: name.to, how: 'every + <weekday>' })
  const { today } = reader
  const recurs =
    today === null ? 'R/P1W' : `R/${writeDay(today + ((name.value - toWeekday(today) + 7) % 7))}/P1W`
  return toUnknownPiece(place, 'set', { recurs, weekday: name.value })
}

function findEveryLength(reader: DateReader, at: number, start: number): Piece | undefined {
  const part = findTerm(reader, start, 'part')
  const today = findTerm(reader, start, 'day')
  const length = part === undefined && today === undefined ? readLength(reader, start, true) : undefined
  if (part !== undefined) {
    const place = placeAt(reader, at, { to: part.to, how: 'every + <part of day>' })
    const value = { name: part.names[0] ?? '', isPm: hasName(part, 'pm'), hour: part.value }
    return toUnknownPiece(place, 'set', { recurs: 'R/P1D', part: value })
  }
  if (length === undefined) return undefined
  const place = placeAt(reader, at, { to: length.to, how: 'every + <unit>' })
  const isNight = length.amounts[0]?.unit === 'night'
  const part2 = isNight ? { part: { name: 'night', isPm: true, hour: 20 } } : {}
  return toUnknownPiece(place, 'set', { recurs: `R/${writeDuration(length.amounts)}`, ...part2 })
}
