/**
 * The head of a page whose headline, dates, buttons and first paragraph came down as one line:
 * "Headline - Site Search 21/01/2018 Headline Share First words of the article…".
 */
import type { Region, RegionKind, Span } from '../model.ts'
import { isDigit, isLetter } from '../text/units.ts'
import { findDates } from './dates.ts'
import { foundIn, isPictureCredit, type Layout, positionOf, regionOf } from './layout.ts'
import { countWords, type Line, trimSpan } from './lines.ts'
import { findRepeat, type Repeat } from './repeat.ts'

/** Where the article begins within its line, the headline if the line holds it, and what stands before. */
export interface MergedHead {
  readonly title: Span | null
  readonly start: number
  readonly regions: readonly Region[]
}

interface Item {
  readonly kind: RegionKind
  readonly start: number
  readonly end: number
  /** A word of page furniture that is a common word too: it counts beside other furniture only. */
  readonly isWeak: boolean
}

/** How far into the line the head may reach, and how far apart its items may lie, in characters. */
const WINDOW = 1600
const GAP_TITLE = 220
const GAP_KNOWN = 70
const GAP_CAPTION = 190
const WEAK_WORDS = 3
const TITLE_WORDS = 4
const SURE_REPEAT = 8
const STRONG = new Set(['head', 'tail', 'inline'])

/** Reads the head of `line`. With `title` known from a line above, only what stands right at the start is taken off. */
export function readMergedHead(layout: Layout, line: Line, title: Span | null): MergedHead {
  const window: Span = [line.start, Math.min(line.end, line.start + WINDOW)]
  const repeat = title ? null : findTitleTwice(layout, window)
  const items = findItems(layout, window, repeat)
  const taken = takeItems(layout.text, items, { start: line.start, gap: title ? GAP_KNOWN : GAP_TITLE })
  if (taken.length === 0) return { title: null, start: line.start, regions: [] }
  const start = skipLitter(layout.text, taken.at(-1)!.end, line.end)
  const found = title ? null : (repeat?.first ?? cutTitle(layout.text, [line.start, taken[0]!.start]))
  return { title: found, start, regions: labelItems(layout.text, taken, line.start) }
}

function findTitleTwice(layout: Layout, window: Span): Repeat | null {
  const repeat = findRepeat(layout.text, window)
  if (!repeat || repeat.words >= SURE_REPEAT) return repeat
  return isHeadlineEnd(layout, repeat) ? repeat : null
}

/**
 * A headline said twice ends where a site's name, furniture or itself follows. The first words of a paragraph that
 * say the headline again do not: there more of the headline follows.
 */
function isHeadlineEnd(layout: Layout, { first, again }: Repeat): boolean {
  const { text } = layout
  const [from] = trimSpan(text, [first[1], text.length])
  if (from >= again) return true
  const unit = text.charCodeAt(from)
  if (!isLetter(unit) || unit < 0x0250) return true
  return foundIn(layout, [from, from + 40]).some(({ start }) => start === from)
}

function findItems(layout: Layout, window: Span, repeat: Repeat | null): Item[] {
  const items: Item[] = [...findFurniture(layout, window), ...findDays(layout, window), ...findPictures(layout, window)]
  if (repeat) {
    items.push({ kind: 'title', start: repeat.first[0], end: repeat.first[1], isWeak: false })
    items.push({ kind: 'title', start: repeat.again, end: repeat.end, isWeak: false })
  }
  return items.sort((a, b) => a.start - b.start)
}

function findFurniture(layout: Layout, window: Span): Item[] {
  return foundIn(layout, window).flatMap(hit => {
    const position = positionOf(hit)
    const isLabel = position === 'published' || position === 'updated' || position === 'byline'
    const isStrong = STRONG.has(position) || (isLabel && isColonOrDigit(layout.text, hit.end))
    if (!isStrong && position !== 'line' && position !== 'clock') return []
    return [{ kind: regionOf(hit), start: hit.start, end: hit.end, isWeak: !isStrong }]
  })
}

function isColonOrDigit(text: string, from: number): boolean {
  const [at] = trimSpan(text, [from, Math.min(text.length, from + 8)])
  const unit = text.charCodeAt(at)
  return unit === 0x3a || isDigit(unit)
}

function findDays({ text, words }: Layout, window: Span): Item[] {
  return findDates(text, window, words.calendar)
    .filter(({ isBare }) => !isBare)
    .map(({ span }) => ({ kind: 'dateline', start: span[0], end: span[1], isWeak: false }))
}

function findPictures({ text, words }: Layout, [start, end]: Span): Item[] {
  const items: Item[] = []
  for (let open = text.indexOf('(', start); open >= 0 && open < end; open = text.indexOf('(', open + 1)) {
    const close = text.indexOf(')', open)
    if (close < 0 || close >= end) break
    const isCredit = isPictureCredit(text, [open, close + 1], words) && !isBeforeDash(text, close + 1)
    if (isCredit) items.push({ kind: 'caption', start: open, end: close + 1, isWeak: false })
  }
  return items
}

/** "دمشق (وكالة) - قال": what stands before the dash opens the article and is no caption. */
function isBeforeDash(text: string, from: number): boolean {
  const [at] = trimSpan(text, [from, Math.min(text.length, from + 4)])
  return /[-–—:.,،]/.test(text.charAt(at))
}

/** The items that follow one another closely enough to be one head, from the start of the line on. */
function takeItems(text: string, items: readonly Item[], { start, gap }: { start: number; gap: number }): Item[] {
  const taken: Item[] = []
  let end = start
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!
    if (item.start < end) continue
    if (item.start - end > (taken.length === 0 ? gap : GAP_CAPTION)) break
    if (item.kind === 'caption' && taken.length === 0) continue
    if (item.isWeak && !isBeside(text, items, { i, end, isFirst: taken.length === 0 })) continue
    taken.push(item)
    end = item.end
  }
  return taken
}

/** True for a weak item next to furniture before or after it. */
function isBeside(text: string, items: readonly Item[], here: { i: number; end: number; isFirst: boolean }): boolean {
  const item = items[here.i]!
  if (!here.isFirst && countWords(text, [here.end, item.start]) < WEAK_WORDS) return true
  const next = items[here.i + 1]
  return next !== undefined && !next.isWeak && countWords(text, [item.end, next.start]) < WEAK_WORDS
}

/** Past clocks, counters, bars and dashes between the head and the first word. */
function skipLitter(text: string, from: number, end: number): number {
  let at = from
  while (at < end && !isLetter(text.charCodeAt(at)) && !isOpening(text.charCodeAt(at))) at++
  const isHalf = at + 1 < end && !isLetter(text.charCodeAt(at + 1)) && isDigit(text.charCodeAt(findBefore(text, at)))
  return isHalf ? skipLitter(text, at + 1, end) : at
}

/** The last unit before `at` that is no space: a digit before a lone letter is a clock, "11:13 ص". */
function findBefore(text: string, at: number): number {
  let before = at - 1
  while (before > 0 && text.charCodeAt(before) === 0x20) before--
  return before
}

function isOpening(unit: number): boolean {
  return unit === 0x22 || unit === 0xab || unit === 0x201c || unit === 0x23
}

/** The headline before the first furniture, without the name of the site after a bar or dash. */
function cutTitle(text: string, span: Span): Span | null {
  const [start, end] = trimSpan(text, span)
  const bar = Math.max(text.lastIndexOf('|', end), text.lastIndexOf(' - ', end))
  const isSite = bar > start && countWords(text, [bar, end]) <= TITLE_WORDS
  const cut = trimSpan(text, [start, isSite ? bar : end])
  return countWords(text, cut) >= TITLE_WORDS ? cut : null
}

/** The items as regions; the words before a picture's credit are its caption. */
function labelItems(text: string, items: readonly Item[], from: number): Region[] {
  let end = from
  return items.map(({ kind, start, end: to }) => {
    const span = kind === 'caption' ? trimSpan(text, [end, to]) : ([start, to] as Span)
    end = to
    return { kind, span }
  })
}
