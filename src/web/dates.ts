/** Dates in words. EDTF in, a person's date out; what cannot be put into words is shown as it is. */
import type { Words } from './words.ts'

interface Day {
  readonly year: number
  readonly month?: number
  readonly day?: number
}

const DAY = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?[~?%]?(?:T.*)?$/

/**
 * `2017-10-31` → "31 Oct 2017"; `2017-10-30/2017-10-31` → "30 Oct 2017 to 31 Oct 2017";
 * `../2017-11-02` → "by 2 Nov 2017"; `2017-10-31~` → "about 31 Oct 2017".
 */
export function tellDate(words: Words, edtf: string): string {
  const [start = '', end] = edtf.split('/')
  if (end === undefined) return tellDay(words, start)
  if (isOpen(start)) return words.t('ui.date.by', { end: tellDay(words, end) })
  if (isOpen(end)) return words.t('ui.date.since', { start: tellDay(words, start) })
  return words.t('ui.date.range', { start: tellDay(words, start), end: tellDay(words, end) })
}

function isOpen(side: string): boolean {
  return side === '..' || side === ''
}

function tellDay(words: Words, edtf: string): string {
  const day = readDay(edtf)
  if (day === undefined) return edtf
  const told = tellParts(words, day)
  return /[~?%]$/.test(edtf) ? words.t('ui.date.about', { date: told }) : told
}

function tellParts(words: Words, { year, month, day }: Day): string {
  const values = { year: words.digits(year), day: day === undefined ? '' : words.digits(day) }
  if (month === undefined) return values.year
  const name = words.t(`ui.month.${String(month).padStart(2, '0')}`)
  return words.t(day === undefined ? 'ui.date.month' : 'ui.date.day', { ...values, month: name })
}

function readDay(edtf: string): Day | undefined {
  const match = DAY.exec(edtf)
  if (match === null) return undefined
  const [, year, month, day] = match
  return {
    year: Number(year),
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(day === undefined ? {} : { day: Number(day) }),
  }
}

/** "31 Oct" for an axis, with the year where `withYear`. */
export function tellShortDay(words: Words, day: string, withYear = false): string {
  const { year, month = 1, day: number = 1 } = readDay(day) ?? { year: 0 }
  const name = words.t(`ui.month.${String(month).padStart(2, '0')}.short`)
  const key = withYear ? 'ui.date.day' : 'ui.date.short'
  return words.t(key, { day: words.digits(number), month: name, year: words.digits(year) })
}

/** A moment of the record ("2026-01-31T10:15:00.000Z") in the reader's own time. */
export function tellMoment(words: Words, iso: string): string {
  const moment = new Date(iso)
  if (Number.isNaN(moment.getTime())) return iso
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
  const clock = [moment.getHours(), moment.getMinutes()].map(part =>
    words.digits(part).padStart(2, words.digits(0)),
  )
  return words.t('ui.date.moment', { date: tellDay(words, day), time: clock.join(':') })
}

const DAY_MS = 86_400_000

/** Days since 1970 of a day, month or year (its first day). */
export function dayNumber(day: string): number {
  const { year, month = 1, day: number = 1 } = readDay(day) ?? { year: 1970 }
  return Math.round(Date.UTC(year, month - 1, number) / DAY_MS)
}

/** The day of a number of days since 1970. */
export function dayOf(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10)
}
