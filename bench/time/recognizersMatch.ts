/** Whether what a reader found agrees with a Recognizers case: its values, or its extent where the case has no value. */
import type { NumberMention } from '../../src/model.ts'
import type { Found } from './data.ts'

interface Resolution {
  readonly [key: string]: unknown
}

/** A case as Recognizers-Text writes it. */
export interface Case {
  readonly file: string
  readonly n: number
  readonly Input: string
  readonly Context?: { readonly ReferenceDateTime?: string }
  readonly Results: readonly Result[]
}

interface Result {
  readonly Text: string
  readonly TypeName?: string
  readonly Type?: string
  readonly Value?: {
    Timex?: string
    FutureResolution?: Resolution
    PastResolution?: Resolution
    values?: Resolution[]
  } | null
  readonly Resolution?: { values?: Resolution[] | string; value?: unknown; offset?: unknown } | null
}

/** What was found in a case's input. */
export interface Readings {
  readonly dates: readonly Found[]
  readonly numbers: readonly NumberMention[]
}

/** True where each expected result has a find of its own that agrees; a case that expects nothing wants nothing found. */
export function isRight(one: Case, { dates, numbers }: Readings): boolean {
  const isDate = one.file.startsWith('DateTime')
  if (one.Results.length === 0) return isDate ? dates.length === 0 : isNothing(one, numbers)
  if (!isDate) return one.Results.every(result => numbers.some(number => isNumber(result, number)))
  const free = new Set(dates)
  return one.Results.every(result => {
    const hit = [...free].find(found => isDateRight(one, result, found))
    if (hit !== undefined) free.delete(hit)
    return hit !== undefined
  })
}

/** A model of ranges or ordinals or percents expects no such thing where plain numbers stand. */
function isNothing(one: Case, numbers: readonly NumberMention[]): boolean {
  if (one.file.includes('Range')) return numbers.every(number => number.min === number.max)
  if (one.file.includes('Ordinal')) return numbers.every(number => number.form !== 'ordinal')
  if (one.file.includes('Percent')) return numbers.every(number => number.form !== 'percent')
  return numbers.length === 0
}

function isNumber(result: Result, number: NumberMention): boolean {
  const written = String(result.Resolution?.value ?? '')
  const range = /^[[(](-?[\d.E+-]*),(-?[\d.E+-]*)[\])]$/.exec(written)
  if (range !== null) return isEnd(range[1], number.min) && isEnd(range[2], number.max)
  if (written.endsWith('%'))
    return number.form === 'percent' && isClose(number.min, Number(written.slice(0, -1)))
  const isOrdinal = result.TypeName?.startsWith('ordinal') === true
  if (isOrdinal && number.form !== 'ordinal' && number.form !== 'count') return false
  return isClose(number.min, Number(written)) || isClose(number.max, Number(written))
}

function isEnd(written: string | undefined, value: number | null): boolean {
  return written === undefined || written === '' ? value === null : isClose(value, Number(written))
}

function isClose(value: number | null, want: number): boolean {
  return value !== null && Math.abs(value - want) <= 1e-6 * Math.max(1e-9, Math.abs(want))
}

function isDateRight(one: Case, result: Result, found: Found): boolean {
  const values = readValues(result)
  if (values.length === 0) return isExtent(one, result, found)
  return values.some(value => isValue(value, found))
}

interface Want {
  readonly timex: string
  readonly value: Resolution
}

function readValues(result: Result): Want[] {
  const { Value, Resolution } = result
  if (Value?.Timex !== undefined) {
    return [Value.FutureResolution, Value.PastResolution].map(value => ({
      timex: Value.Timex ?? '',
      value: value ?? {},
    }))
  }
  const listed = Value?.values ?? Resolution?.values
  if (!Array.isArray(listed)) return []
  return listed.map(value => ({ timex: String(value.timex ?? ''), value }))
}

/** One preposition or "this" in front is no other extent. */
const LEAD = 5

/** No value is expected: the words must be the same but for a preposition or a mark at the ends. */
function isExtent(one: Case, result: Result, found: Found): boolean {
  const words = result.Text.trim()
  const at = one.Input.indexOf(words)
  if (at < 0) return true
  const overlap = Math.min(at + words.length, found.span[1]) - Math.max(at, found.span[0])
  const isLed =
    overlap === words.length && at - found.span[0] <= LEAD && found.span[1] <= at + words.length + 1
  return isLed || overlap >= 0.6 * Math.max(words.length, found.span[1] - found.span[0])
}

function isValue({ timex, value }: Want, found: Found): boolean {
  if (value.value === 'not resolved' && !isSet(timex)) return isUnresolved(timex, found)
  if (timex === 'PRESENT_REF') return found.isNow
  if (value.date !== undefined || value.type === 'date')
    return isDay(String(value.date ?? value.value), found)
  if (value.startDate !== undefined || value.type === 'daterange') return isRange(value, found)
  if (value.dateTime !== undefined || value.type === 'datetime')
    return isDateTime(String(value.dateTime ?? value.value), found)
  if (value.startDateTime !== undefined || value.type === 'datetimerange')
    return isDateTimeRange(value, found)
  if (value.time !== undefined || value.type === 'time')
    return isClock(String(value.time ?? value.value), found)
  if (value.startTime !== undefined || value.type === 'timerange') return isClockRange(value, found)
  if (value.duration !== undefined || value.type === 'duration') return found.duration === timex
  if (value.set !== undefined || value.type === 'set') return isRecurring(timex, found)
  return isUnresolved(timex, found)
}

const SETTER = /^(P|T\d|TMO|XXXX-WXX)/

function isSet(timex: string): boolean {
  return SETTER.test(timex)
}

/** A season, or a day that is none: the words are found, with the season's year where it has one. */
function isUnresolved(timex: string, found: Found): boolean {
  const year = /^(\d{4})-/.exec(timex)?.[1]
  return year === undefined || found.first === null || found.first.startsWith(year)
}

function isDay(day: string, found: Found): boolean {
  return found.first === day && found.last === day
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Ends are given as the day after for periods and as the last day for ranges: either is right. */
function isRange(value: Resolution, found: Found): boolean {
  const start = value.startDate ?? value.start
  const end = value.endDate ?? value.end
  const isStart = start === undefined ? found.first === null : found.first === start
  const isOpen = end === undefined && found.last === null
  return (
    isStart &&
    (isOpen || (end !== undefined && (found.last === end || found.last === addDays(String(end), -1))))
  )
}

function isDateTime(written: string, found: Found): boolean {
  const [day = '', time = ''] = written.split(' ')
  return isDay(day, found) && (found.clock === null ? time === '00:00:00' : isTime(time, found.clock))
}

function isTime(time: string, clock: string): boolean {
  return time === clock || time === `${clock}:00`
}

function isClock(time: string, found: Found): boolean {
  return found.clock !== null && isTime(time, found.clock)
}

function isClockRange(value: Resolution, found: Found): boolean {
  const [from, to] = (found.clock ?? '').split('/')
  const start = value.startTime ?? value.start
  const end = value.endTime ?? value.end
  if (start === undefined && to === undefined) return isTime(String(end), found.clock ?? '')
  const isFrom = start === undefined || (from !== undefined && isTime(String(start), from))
  const isTo =
    end === undefined || (to !== undefined && (isTime(String(end), to) || String(end).startsWith(to)))
  return isFrom && isTo
}

function isDateTimeRange(value: Resolution, found: Found): boolean {
  const [startDay = '', startTime] = String(value.startDateTime ?? value.start ?? '').split(' ')
  const [endDay = '', endTime] = String(value.endDateTime ?? value.end ?? '').split(' ')
  const isDays = (startDay === '' || found.first === startDay) && (endDay === '' || found.last === endDay)
  return isDays && isClockRange({ startTime, endTime }, found)
}

function isRecurring(timex: string, found: Found): boolean {
  if (found.recurs === null) return false
  if (/^T\d/.test(timex)) return found.clock?.startsWith(timex.slice(1, 3)) === true
  return timex.startsWith('P') ? found.recurs.endsWith(timex) : true
}
