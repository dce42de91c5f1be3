/** When an article was published and last changed, and how that is known. */
import type { Edtf, Hints, PublishedFrom, Span } from '../model.ts'
import { findDates, resolveHijri, type StatedDate } from './dates.ts'
import type { Head } from './head.ts'
import { foundIn, type Layout, positionOf } from './layout.ts'

/** The dates of an article, and how the first is known; `null` where the page does not say. */
export interface Published {
  readonly published: Edtf | null
  readonly publishedFrom: PublishedFrom | null
  readonly updated: Edtf | null
}

/** A date from outside the running text, and whether it can be trusted against a hint. */
export interface Stated {
  readonly date: Edtf
  readonly from: PublishedFrom
  /** The page says that it is the date of publication, or prints it under the headline. */
  readonly isSure: boolean
}

/** How far around the start of the body a date can be the article's own, in characters. */
const BEFORE = 4000
const AFTER = 90
/** A label names the date at most this far behind it: "تم نشره في يوم الأحد …". */
const LABEL_REACH = 24
/** A feed may be a day ahead of the page by its clock; a page that is later than the feed shows another date. */
const SLACK_DAYS = 1

/**
 * Chooses the date of publication. In order: what the page's data or a label states; a date under the headline; the hint;
 * the address; any other date above the article, such as a page's own clock. A stated date that is later than the hint
 * or than the day on which the page was fetched is not that of publication.
 */
export function resolvePublished(stated: readonly Stated[], hints: Hints): Omit<Published, 'updated'> {
  const possible = stated.filter(
    ({ date }) => !isLater(date, hints.published) && !isLater(date, hints.retrieved),
  )
  const sure = possible.find(({ isSure }) => isSure)
  const hint = hints.published
  if (sure && !(hint && isFiner(hint, sure.date))) return { published: sure.date, publishedFrom: sure.from }
  if (hint)
    return {
      published: hint,
      publishedFrom: possible.find(({ date }) => date === dayOf(hint))?.from ?? 'hint',
    }
  const address = findAddressDate(hints.url)
  if (address && address.length === 10) return { published: address, publishedFrom: 'url' }
  const other = possible[0]
  if (other) return { published: other.date, publishedFrom: other.from }
  return { published: address, publishedFrom: address ? 'url' : null }
}

function dayOf(date: Edtf): Edtf {
  return date.slice(0, 10)
}

/** True where `date` is a day and `other` says less, as `2017-11` does. */
function isFiner(date: Edtf, other: Edtf): boolean {
  return dayOf(date).length > other.length
}

/** True where a day lies later than another by more than clocks differ. Dates that are no days are not compared. */
function isLater(date: Edtf, other: Edtf | undefined): boolean {
  const [late, early] = [Date.parse(dayOf(date)), Date.parse(dayOf(other ?? ''))]
  return late - early > SLACK_DAYS * 86_400_000
}

/** The dates that the text states around its head: labelled ones first, then those under the headline, then the others. */
export function findStatedDates(layout: Layout, head: Head): { stated: Stated[]; updated: Edtf | null } {
  const { text, words } = layout
  const span: Span = [Math.max(0, head.start - BEFORE), Math.min(text.length, head.start + AFTER)]
  const dates = findDates(text, span, words.calendar)
  const roles = dates.map(date => findRole(layout, head, date))
  const updated = dates.find((_, i) => roles[i] === 'updated')
  const pick = (role: string) => dates.filter((_, i) => roles[i] === role)
  const sure = [...pick('published'), ...pick('dateline')]
  const stated = [...sure, ...pick('page')].flatMap((date): Stated[] => {
    const day = date.calendar === 'gregorian' ? date.date : null
    return day ? [{ date: day, from: 'dateline', isSure: sure.includes(date) }] : []
  })
  return { stated: stated.length > 0 ? stated : findHijri(dates, roles), updated: updated?.date ?? null }
}

/** A page may give its date in the Hijri calendar alone; the civil day that begins at its sunset is one of two. */
function findHijri(dates: readonly StatedDate[], roles: readonly string[]): Stated[] {
  const date = dates.find(
    ({ calendar }, i) => calendar !== 'gregorian' && roles[i] !== 'updated' && roles[i] !== 'none',
  )
  const day = date ? resolveHijri(date.date) : null
  return day ? [{ date: day, from: 'dateline', isSure: false }] : []
}

/** What a date is: that of publication by its label, of a change, under the headline, or somewhere on the page. */
function findRole(layout: Layout, head: Head, date: StatedDate): string {
  const label = findLabel(layout, date.span[0])
  if (label) return label
  const [start, end] = date.span
  if (date.isBare || isInBody(layout, head, date)) return 'none'
  const isUnder = start >= findTitleEnd(head)
  const isClock = hasNeighbour(layout, [start, end])
  return isUnder && !isClock ? 'dateline' : 'page'
}

/** Behind the start of the body a date is the article's only in its first words, with a mark after it. */
function isInBody({ text }: Layout, head: Head, { span }: StatedDate): boolean {
  if (span[0] <= head.start) return false
  const isFirst = !/[.،,]/.test(text.slice(head.start, span[0]))
  return !isFirst || !/^\s*[-–—/(:|\n]/.test(text.slice(span[1], span[1] + 3))
}

function findLabel(layout: Layout, start: number): 'published' | 'updated' | null {
  const before = foundIn(layout, [Math.max(0, start - 60), start]).filter(
    ({ end }) => start - end <= LABEL_REACH,
  )
  const position = before.map(positionOf).findLast(name => name === 'published' || name === 'updated')
  return position === 'published' || position === 'updated' ? position : null
}

/** Where the headline is last said above the body. */
function findTitleEnd({ title, regions, start }: Head): number {
  const ends = regions
    .filter(({ kind, span }) => kind === 'title' && span[1] <= start)
    .map(({ span }) => span[1])
  return Math.max(title && title[1] <= start ? title[1] : 0, ...ends)
}

/** Number of the issue, "corresponding to", a second calendar: a page prints them beside today's date. */
function hasNeighbour(layout: Layout, [start, end]: Span): boolean {
  return foundIn(layout, [Math.max(0, start - 30), Math.min(layout.text.length, end + 20)]).some(
    hit => positionOf(hit) === 'page',
  )
}

/** The day, or at least the month, that an address names: `/2017/11/02/`, `/20171102…`, `/2017/1102/`, `/2017-11-02`. */
export function findAddressDate(url: string | undefined): Edtf | null {
  const path = (url ?? '').replace(/^[a-z]+:\/\/[^/]*/i, '')
  const day =
    /(?:^|[/_-])(20[0-3]\d)[/_-]?(0[1-9]|1[0-2]|[1-9](?=[/_-]))[/_-]?(0[1-9]|[12]\d|3[01]|[1-9](?=[/_-]))(?!\d{1,3}(?:\D|$))/.exec(
      path,
    )
  if (day)
    return day
      .slice(1, 4)
      .map(part => part.padStart(2, '0'))
      .join('-')
  const month = /\/(20[0-3]\d)\/(0[1-9]|1[0-2])\//.exec(path)
  return month ? `${month[1]}-${month[2]}` : null
}
