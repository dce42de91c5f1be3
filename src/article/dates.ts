/** Full dates in the lines around an article: "2 نوفمبر 2017", "17 أيلول/سبتمبر 2017", "2017/11/02", "February 15, 2025". */
import type { Edtf, Span } from '../model.ts'
import { isDigit, isLetter } from '../text/units.ts'
import { readNumber } from './lines.ts'
import { type Found, findPhrases, isSpace, type PhraseIndex } from './phrases.ts'

/** A day that the text states in full. */
export interface StatedDate {
  readonly span: Span
  /** `YYYY-MM-DD`, in its own calendar. */
  readonly date: Edtf
  readonly calendar: 'gregorian' | 'islamic-umalqura'
  /** It stands as dates in running text do, "on Sunday 17 September 2017", not as a page sets its own date. */
  readonly isBare: boolean
}

interface Parts {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly span: Span
}

const HIJRI = [1350, 1500] as const
const GREGORIAN = [1990, 2100] as const
const SLASHES = new Set([0x2f, 0x2d, 0x2e, 0x3a, 0x2013])
const COLON = 0x3a
/** How far from its number the name of a month or day stands at most, in characters. */
const REACH = 40
/** Marks between the words and the numbers of one date: comma, Arabic comma, slash, dash, dot, brackets. */
const JOINTS = new Set([0x2c, 0x060c, 0x2f, 0x2d, 0x2e, 0x28, 0x29, 0x7c])

/** The full dates within `span`, in order. `12/11/2017` is day, month, year, unless only the other way is a date. */
export function findDates(text: string, span: Span, calendar: PhraseIndex): StatedDate[] {
  const near = findDigits(text, span)
  if (!near) return []
  const days = findPhrases(text, near, calendar)
  const dates: StatedDate[] = []
  let from = span[0]
  for (let at = span[0]; at < span[1]; at++) {
    if (!isDigit(text.charCodeAt(at))) continue
    const date = readDateAt(text, [from, at], { span, days })
    if (date) dates.push(date)
    from = date ? date.span[1] : from
    at = Math.max(date?.span[1] ?? 0, readNumber(text, at)?.end ?? 0) - 1
  }
  return dates
}

/** Names of months and days matter only near a number. */
function findDigits(text: string, [start, end]: Span): Span | null {
  let first = start
  while (first < end && !isDigit(text.charCodeAt(first))) first++
  if (first === end) return null
  let last = end
  while (last > first && !isDigit(text.charCodeAt(last - 1))) last--
  return [Math.max(start, first - REACH), Math.min(end, last + REACH)]
}

interface Around {
  readonly span: Span
  readonly days: readonly Found[]
}

function readDateAt(text: string, [from, at]: Span, { span, days }: Around): StatedDate | null {
  const parts = readNumeric(text, at) ?? readWorded(text, at, days)
  if (!parts || parts.span[1] > span[1]) return null
  const isHijri = parts.year < GREGORIAN[0]
  const start = findWeekday(text, parts.span[0], days)
  const isNumeric = parts.span[0] === at && isNumericAt(text, at)
  return {
    span: [Math.max(from, start), parts.span[1]],
    date: [pad(parts.year, 4), pad(parts.month, 2), pad(parts.day, 2)].join('-'),
    calendar: isHijri ? 'islamic-umalqura' : 'gregorian',
    isBare: !isNumeric && isAfterWord(text, start) && !isBeforeMark(text, parts.span[1]),
  }
}

function pad(value: number, size: number): string {
  return String(value).padStart(size, '0')
}

function isNumericAt(text: string, at: number): boolean {
  return readNumeric(text, at) !== null
}

/** Three numbers with one mark between them: `2017/11/02`, `02.11.2017`, `2016 - 06 - 16`. */
function readNumeric(text: string, at: number): Parts | null {
  const first = readNumber(text, at)
  const mark = first && findSlash(text, first.end)
  const second = mark ? readNumber(text, mark.end) : null
  const next = second && findSlash(text, second.end)
  const third = next ? readNumber(text, next.end) : null
  if (!first || !second || !third || mark?.unit !== next?.unit || second.size > 2) return null
  const span: Span = [at, third.end]
  if (first.size === 4 && third.size <= 2) return readParts([first.value, second.value, third.value], span)
  if (third.size !== 4 || first.size > 2 || mark?.unit === COLON) return null
  return (
    readParts([third.value, second.value, first.value], span) ??
    readParts([third.value, first.value, second.value], span)
  )
}

/** A mark between numbers with at most one space on each side. */
function findSlash(text: string, at: number): { unit: number; end: number } | null {
  const mark = isSpace(text.charCodeAt(at)) ? at + 1 : at
  const unit = text.charCodeAt(mark)
  if (!SLASHES.has(unit)) return null
  return { unit, end: isSpace(text.charCodeAt(mark + 1)) ? mark + 2 : mark + 1 }
}

/** A day, one month or two names of it, a year; or the month first. */
function readWorded(text: string, at: number, days: readonly Found[]): Parts | null {
  const day = readNumber(text, at)
  if (!day || day.size > 2) return null
  const after = findMonth(text, skipJoints(text, day.end), days)
  const yearAt = after && skipJoints(text, after.end)
  const year = yearAt ? readNumber(text, yearAt) : null
  if (after && year) return readParts([year.value, after.month, day.value], [at, year.end])
  const before = findMonthBefore(text, at, days)
  const late = before ? readNumber(text, skipJoints(text, day.end)) : null
  if (!before || !late) return null
  return readParts([late.value, before.month, day.value], [before.start, late.end])
}

/** The month that begins at `at`; a second name of the same month is taken along: "كانون الثاني/يناير". */
function findMonth(text: string, at: number, days: readonly Found[]): { month: number; end: number } | null {
  const name = days.find(({ start, row }) => start === at && row.cells.means?.startsWith('month:'))
  if (!name) return null
  const again = findMonth(text, skipJoints(text, name.end), days)
  const month = Number.parseInt(name.row.cells.means?.slice(6) ?? '', 10)
  return again?.month === month ? again : { month, end: name.end }
}

function findMonthBefore(
  text: string,
  at: number,
  days: readonly Found[],
): { month: number; start: number } | null {
  const name = days.find(
    ({ end, row }) => row.cells.means?.startsWith('month:') && skipJoints(text, end) === at,
  )
  return name ? { month: Number.parseInt(name.row.cells.means?.slice(6) ?? '', 10), start: name.start } : null
}

/** Past spaces and at most two marks. */
function skipJoints(text: string, from: number): number {
  let at = from
  let marks = 0
  while (at < text.length && at - from < 6) {
    const unit = text.charCodeAt(at)
    if (JOINTS.has(unit)) marks++
    else if (!isSpace(unit)) break
    if (marks > 2) break
    at++
  }
  return at
}

function readParts([year, month, day]: readonly [number, number, number], span: Span): Parts | null {
  const isYear = isWithin(year, GREGORIAN) || isWithin(year, HIJRI)
  if (!isYear || month < 1 || month > 12 || day < 1) return null
  const most = year < GREGORIAN[0] ? 30 : new Date(Date.UTC(year, month, 0)).getUTCDate()
  return day <= most ? { year, month, day, span } : null
}

function isWithin(value: number, [least, most]: readonly [number, number]): boolean {
  return value >= least && value <= most
}

/** Where a date begins with the name of its day: "الأحد 17 أيلول 2017". */
function findWeekday(text: string, start: number, days: readonly Found[]): number {
  const name = days.find(
    ({ end, row }) =>
      end <= start && row.cells.means?.startsWith('weekday:') && skipJoints(text, end) === start,
  )
  return name ? name.start : start
}

/** A word stands before, in the same script: "يوم الأحد …". A colon, a bar, a number, a Latin or a glued word is none. */
function isAfterWord(text: string, start: number): boolean {
  if (!isSpace(text.charCodeAt(start - 1))) return false
  let at = start - 1
  while (at >= 0 && isSpace(text.charCodeAt(at)) && text.charCodeAt(at) !== 0x0a) at--
  const unit = text.charCodeAt(at)
  return at >= 0 && isLetter(unit) && unit >= 0x0600
}

/** A clock, a bar, a slash or the end of the line stands after: the date is the page's own. */
function isBeforeMark(text: string, end: number): boolean {
  let at = end
  while (at < text.length && isSpace(text.charCodeAt(at)) && text.charCodeAt(at) !== 0x0a) at++
  const unit = text.charCodeAt(at)
  if (at >= text.length || unit === 0x0a || unit === 0x7c || unit === 0x2f || unit === 0x2d) return true
  return readNumber(text, at) !== null && text.charCodeAt(readNumber(text, at)?.end ?? 0) === COLON
}

/** The day in the Gregorian calendar of a day of the Umm al-Qura calendar; `null` beyond its tables. */
export function resolveHijri(date: string): Edtf | null {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const reader = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  })
  // 1 Muharram 1 lies near 227014 days after 1 January of year 1; a Hijri year has 354.367 days.
  const guess = Math.round((year - 1) * 354.367 + (month - 1) * 29.53 + day) + 227013 - 719162
  for (let near = guess - 4; near <= guess + 4; near++) {
    const parts = reader.formatToParts(near * 86_400_000)
    const partOf = (type: string) => Number(parts.find(part => part.type === type)?.value)
    if (partOf('year') === year && partOf('month') === month && partOf('day') === day) {
      return new Date(near * 86_400_000).toISOString().slice(0, 10)
    }
  }
  return null
}
