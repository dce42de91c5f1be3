/** Rules for days counted from the article's date: yesterday, weekdays, the sixth day in a row. */
import { BRACKET, COMMA, DASH, OTHER_MARK } from '../text/units.ts'
import { isAhead } from './ahead.ts'
import { findShift } from './dateParts.ts'
import {
  type DateReader,
  type DateRule,
  findDigits,
  findOrdinal,
  findTerm,
  findTermOf,
  isApart,
  type Piece,
  placeAt,
  skipLink,
  toDayPiece,
  toSpanPiece,
  toUnknownPiece,
} from './dateReader.ts'
import { toCivil, toDay, toWeekday } from './days.ts'
import { isLink } from './links.ts'
import { hasName, isDefinite, type Term } from './terms.ts'
import { describeWeekday, NOW, resolveWeekday } from './weekdays.ts'

const DAY_WORDS = ['day', 'unit']
const NIGHT_WORDS = ['unit', 'part']
const WEEKDAY_BAREWEEKDAY = ['weekday', 'bare-weekday']
const TONIGHT_TODAYPART = ['tonight', 'today-part']

/** Rules of days, in order. */
export const DAY_RULES: readonly DateRule[] = [
  {
    name: 'day + <ordinal> + in a row',
    example: 'لليوم السادس على التوالي',
    starts: ['day', 'unit'],
    find: findRunning,
  },
  { name: 'today + last, next', example: 'اليوم الماضي', starts: ['day', 'unit'], find: findShiftedDay },
  {
    name: 'night of <weekday> - <weekday>',
    example: 'ليل الثلاثاء - الأربعاء',
    starts: ['part', 'unit'],
    find: findNight,
  },
  {
    name: '<weekday> + <shift>',
    example: 'الجمعة المقبل',
    starts: ['weekday', 'unit', 'this', 'bare-weekday', 'part'],
    find: findWeekday,
  },
  { name: '<relative day>', example: 'أول من أمس', starts: ['day'], find: findRelative },
  { name: 'last night', example: 'الليلة الماضية', starts: ['last-night', 'part'], find: findLastNight },
  { name: 'tonight', example: 'هذه الليلة', starts: ['tonight', 'today-part'], find: findTonight },
  { name: 'now', example: 'الآن', starts: ['now'], find: findNow },
]

/** True for a unit of that name. */
export function isUnit(term: Term | undefined, name: string): boolean {
  return term !== undefined && term.kind === 'unit' && hasName(term, name)
}

function findRelative(reader: DateReader, at: number): Piece | undefined {
  const term = findTerm(reader, at, 'day')
  if (term === undefined || (hasName(term, 'colloquial') && !reader.isDiary)) return undefined
  const place = placeAt(reader, at, { to: term.to, how: '<relative day>' })
  return toRelative(reader, place, term.value)
}

function toRelative(reader: DateReader, place: Parameters<typeof toDayPiece>[0], days: number): Piece {
  if (reader.today === null) return toUnknownPiece(place, 'relative', { days })
  return { ...toDayPiece(place, reader.today + days), kind: 'relative', days }
}

/** The day itself ("today" may be read "the day"), or a unit of one day or week. */
export function findDayWord(reader: DateReader, at: number): { to: number; length: number } | undefined {
  const term = findTermOf(reader, at, DAY_WORDS)
  if (term === undefined) return undefined
  if (term.kind === 'day') return term.value === 0 ? { to: term.to, length: 1 } : undefined
  if (term.value !== 1 || !isDefinite(term)) return undefined
  if (isUnit(term, 'day') || isUnit(term, 'night')) return { to: term.to, length: 1 }
  return isUnit(term, 'week') ? { to: term.to, length: 7 } : undefined
}

const TO_CLITIC = 4

/** `السادس`, `51`, `الـ51`. */
function findCount(reader: DateReader, at: number): { value: number; to: number } | undefined {
  const start = isLink(reader.terms, at, 'the') ? at + 1 : at
  const digits = findDigits(reader, start)
  return digits === undefined ? findOrdinal(reader, at) : { value: digits, to: start + 1 }
}

function findRunning(reader: DateReader, at: number): Piece | undefined {
  const word = findDayWord(reader, at)
  const ordinal = word === undefined || isApart(reader, word.to) ? undefined : findCount(reader, word.to)
  if (word === undefined || ordinal === undefined) return undefined
  const running = isApart(reader, ordinal.to) ? undefined : findTerm(reader, ordinal.to, 'running')
  const isTo = ((reader.terms.dates[at]?.clitics ?? 0) & TO_CLITIC) !== 0
  if (running === undefined && !(isTo && ordinal.value > 1)) return undefined
  const place = placeAt(reader, at, { to: running?.to ?? ordinal.to, how: 'day + <ordinal> + in a row' })
  if (reader.today === null) return toUnknownPiece(place, 'period')
  return toSpanPiece(place, reader.today - (ordinal.value - 1) * word.length, reader.today)
}

/** `اليوم الماضي`, `اليوم السابق`: yesterday. What follows something told is not counted from today. */
function findShiftedDay(reader: DateReader, at: number): Piece | undefined {
  const word = findDayWord(reader, at)
  if (word === undefined || word.length !== 1 || isApart(reader, word.to)) return undefined
  const term = findTerm(reader, word.to, 'shift')
  if (term === undefined) return undefined
  const place = placeAt(reader, at, { to: term.to, how: 'day + <shift>' })
  const isTold = hasName(term, 'following') || hasName(term, 'before') || hasName(term, 'last')
  if (isTold && !reader.isDiary) return toUnknownPiece(place, 'period')
  return toRelative(reader, place, term.value)
}

interface WeekdayFound {
  readonly weekday: number
  readonly to: number
}

/** `الجمعة`, `يوم الجمعة`, `يوم جمعة`. */
export function findWeekdayWord(reader: DateReader, at: number): WeekdayFound | undefined {
  const term = findTerm(reader, at, 'weekday')
  if (term !== undefined) return { weekday: term.value, to: term.to }
  const word = findTermOf(reader, at, NIGHT_WORDS)
  const isDay = isUnit(word, 'day') || isUnit(word, 'night')
  if (word === undefined || !isDay || word.value === 0 || isApart(reader, word.to)) return undefined
  const name = findTermOf(reader, word.to, WEEKDAY_BAREWEEKDAY)
  return name === undefined ? undefined : { weekday: name.value, to: name.to }
}

function findWeekday(reader: DateReader, at: number): Piece | undefined {
  const isThis = findTerm(reader, at, 'this') !== undefined
  const found = findWeekdayWord(reader, isThis ? at + 1 : at) ?? findBareWeekday(reader, at)
  if (found === undefined) return undefined
  const week = findWeekOf(reader, found)
  if (week !== undefined) return toWeekdayOf(reader, { at, found, week })
  const shift = findShift(reader, found.to)
  const number = shift === undefined ? findMonthDayAfter(reader, found) : undefined
  if (number !== undefined)
    return { ...number, from: at, start: placeAt(reader, at, { to: 0, how: '' }).start }
  const mode = shift?.value ?? (isThis ? 'this' : isAhead(reader, at) ? 'coming' : 'bare')
  const place = placeAt(reader, at, { to: shift?.to ?? found.to, how: describeWeekday(mode) })
  const { weekday } = found
  if (reader.today === null) return toUnknownPiece(place, 'weekday', { weekday })
  return {
    ...toDayPiece(place, resolveWeekday(reader, weekday, mode)),
    kind: shift === undefined ? 'weekday' : 'day',
    weekday,
  }
}

/** `ثلاثاء الأسبوع الفائت`: a weekday without its article, before its week. */
function findBareWeekday(reader: DateReader, at: number): WeekdayFound | undefined {
  const term = findTerm(reader, at, 'bare-weekday')
  const next = term === undefined || isApart(reader, term.to) ? undefined : findTerm(reader, term.to, 'unit')
  return term !== undefined && isUnit(next, 'week') && next?.value === 1
    ? { weekday: term.value, to: term.to }
    : undefined
}

interface WeekFound {
  readonly shift: number
  readonly to: number
}

function findWeekOf(reader: DateReader, found: WeekdayFound): WeekFound | undefined {
  if (isApart(reader, found.to)) return undefined
  return findWeek(reader, skipLink(reader, found.to, 'of', 'in'))
}

/** "last week", "this week". */
function findWeek(reader: DateReader, at: number): WeekFound | undefined {
  const isThis = findTerm(reader, at, 'this') !== undefined
  const word = findTerm(reader, isThis ? at + 1 : at, 'unit')
  if (word === undefined || !isUnit(word, 'week') || word.value !== 1) return undefined
  if (isThis) return { shift: 0, to: word.to }
  const shift = findShift(reader, word.to)
  return shift === undefined ? undefined : { shift: shift.value, to: shift.to }
}

/** First day of the week that a day is in: Saturday, or Monday for a diary. */
export function findWeekStart(reader: DateReader, day: number): number {
  return day - ((toWeekday(day) + (reader.isDiary ? 6 : 1)) % 7)
}

function toWeekdayOf(
  reader: DateReader,
  { at, found, week }: { at: number; found: WeekdayFound; week: WeekFound },
): Piece {
  const place = placeAt(reader, at, { to: week.to, how: '<weekday> + of + <week>' })
  if (reader.today === null) return toUnknownPiece(place, 'day', { weekday: found.weekday })
  const start = findWeekStart(reader, reader.today) + week.shift * 7
  const day = start + ((found.weekday - toWeekday(start) + 7) % 7)
  return { ...toDayPiece(place, day), weekday: found.weekday }
}

/** `الجمعة 15`: the number of the month's day, where nothing that it could count comes after it. */
function findMonthDayAfter(reader: DateReader, found: WeekdayFound): Piece | undefined {
  const { near } = reader
  if (near === null || isApart(reader, found.to)) return undefined
  const at = skipLink(reader, found.to, 'in')
  const digits = findDigits(reader, at)
  const ordinal = digits === undefined && at > found.to ? findOrdinal(reader, at) : undefined
  const value = digits ?? ordinal?.value
  const to = ordinal?.to ?? at + 1
  const next = reader.tokens[to]
  if (value === undefined || value < 1 || value > 31 || (next !== undefined && next.gap === 0))
    return undefined
  if (next !== undefined && (next.gap & (OTHER_MARK | DASH)) !== 0) return undefined
  const day = findDateOn(near, value, found.weekday)
  return day === undefined
    ? undefined
    : { ...toDayPiece(placeAt(reader, at, { to, how: '<weekday> + <day>' }), day), weekday: found.weekday }
}

/** The nearest month in which that day of the month is that weekday. */
function findDateOn(near: number, date: number, weekday: number): number | undefined {
  const { year, month } = toCivil(near)
  for (const off of [0, -1, 1]) {
    const day = toDay(year, month + off, date)
    if (toWeekday(day) === weekday && toCivil(day).date === date) return day
  }
  return undefined
}

const NIGHT_MARKS = DASH | OTHER_MARK | BRACKET | COMMA

function findNight(reader: DateReader, at: number): Piece | undefined {
  const part = findTermOf(reader, at, NIGHT_WORDS)
  if (
    part === undefined ||
    !(hasName(part, 'night') || hasName(part, 'midnight') || hasName(part, 'after-midnight'))
  )
    return undefined
  const one = isApart(reader, part.to) ? undefined : findWeekdayWord(reader, part.to)
  if (one === undefined || isApart(reader, one.to, NIGHT_MARKS)) return undefined
  const two = findWeekdayWord(reader, one.to)
  if (two === undefined || two.weekday !== (one.weekday % 7) + 1) return undefined
  const isLate = hasName(part, 'after-midnight')
  const how = isLate ? 'after midnight of <weekday> - <weekday>' : 'night of <weekday> - <weekday>'
  const place = placeAt(reader, at, { to: two.to, how })
  if (reader.today === null) return toUnknownPiece(place, 'day', { weekday: two.weekday })
  const day = resolveWeekday(reader, two.weekday, 'bare')
  return isLate ? toDayPiece(place, day) : { ...toSpanPiece(place, day - 1, day), kind: 'day' }
}

/** The night before today lies on both days; "after its midnight" on today. */
function findLastNight(reader: DateReader, at: number): Piece | undefined {
  const part = findTerm(reader, at, 'part')
  const isLate = part !== undefined && (hasName(part, 'after-midnight') || hasName(part, 'midnight'))
  if (part !== undefined && !isLate) return undefined
  const term = findTerm(reader, part?.to ?? at, 'last-night')
  if (term === undefined) return undefined
  const place = placeAt(reader, at, {
    to: term.to,
    how: isLate ? 'after midnight of last night' : 'last night',
  })
  if (reader.today === null) return toUnknownPiece(place, 'day')
  return isLate
    ? toDayPiece(place, reader.today)
    : { ...toSpanPiece(place, reader.today - 1, reader.today), kind: 'day' }
}

function findTonight(reader: DateReader, at: number): Piece | undefined {
  const term = findTermOf(reader, at, TONIGHT_TODAYPART)
  if (term === undefined) return undefined
  const isPart = term.kind === 'today-part'
  const place = placeAt(reader, at, { to: term.to, how: isPart ? 'this + <part of day>' : 'tonight' })
  const isPm = !isPart || hasName(term, 'pm')
  const name = isPart ? (term.names[0] ?? '') : 'night'
  const piece = toRelative(reader, place, isPart ? 0 : term.value)
  return { ...piece, part: { name, isPm, hour: isPart ? term.value : 20 } }
}

function findNow(reader: DateReader, at: number): Piece | undefined {
  const term = findTerm(reader, at, 'now')
  if (term === undefined) return undefined
  return toUnknownPiece(placeAt(reader, at, { to: term.to, how: NOW }), 'now', {
    days: 0,
  })
}
