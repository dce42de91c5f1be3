/**
 * The head of a page whose headline, dates, buttons and first paragraph came down as one line:
 * "Headline - Site Search 21/01/2018 Headline Share First words of the article…".
 */
import type { Region, RegionKind, Span } from '../model.ts'
import { isDigit, isLetter } from '../text/units.ts'
import { findDates } from './dates.ts'
import { foundIn, isPictureCredit, type Layout, positionOf, regionOf } from './layout.ts'
import { countWords, type Line, trimSpan } from './lines.ts'
import { findPhrases } from './phrases.ts'
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
  /** A word such as "الساعة": it stands behind a date, and opens nothing. */
  readonly isClock?: boolean
}

/** How far into the line the head may reach, and how far apart its items may lie, in characters. */
const WINDOW = 1600
const KNOWN = 400
const GAP_TITLE = 220
const GAP_KNOWN = 70
const GAP_CAPTION = 190
const WEAK_WORDS = 3
const TITLE_WORDS = 4
const SURE_REPEAT = 8
/** Reach of a label to the end of its date, in characters. */
const LABELLED = 40
const STRONG = new Set(['head', 'tail', 'inline'])
const LABELS = new Set(['published', 'updated'])

/** Reads the head of `line`. With `title` known from a line above, only what stands right at the start is taken off. */
export function readMergedHead(layout: Layout, line: Line, title: Span | null): MergedHead {
  const window: Span = [line.start, findWindowEnd(layout, line, title ? KNOWN : WINDOW)]
  const parts = [...findFurniture(layout, window), ...findDays(layout, window)]
  const repeat = title ? null : findTitleTwice(layout, window, parts)
  const sites = title ? [] : findSites(layout, window)
  const items = [...parts, ...sites, ...findPictures(layout, window), ...listTwice(repeat)].sort(
    (a, b) => a.start - b.start,
  )
  const taken = takeItems(layout.text, items, { start: line.start, gap: title ? GAP_KNOWN : GAP_TITLE })
  if (taken.length === 0 || isDateOfSentence(layout.text, taken)) {
    return { title: null, start: line.start, regions: [] }
  }
  const start = skipLitter(layout.text, (taken.at(-1) as Item).end, line.end)
  const named = repeat ? (cutTitle(layout.text, repeat.first) ?? repeat.first) : null
  const found = title ? null : (named ?? findTitleBetween(layout.text, taken, line.start))
  return { title: found, start, regions: labelItems(layout.text, taken, line.start) }
}

/** The head ends before the comments, where a whole post with its comments is one line. */
function findWindowEnd(layout: Layout, line: Line, reach: number): number {
  const end = Math.min(line.end, line.start + reach)
  const comments = foundIn(layout, [line.start, end]).find(
    hit => regionOf(hit) === 'comments' && positionOf(hit) === 'tail' && hit.start - line.start > GAP_KNOWN,
  )
  return comments?.start ?? end
}

/** Dates with words on both sides and nothing else are a part of the first sentence. */
function isDateOfSentence(text: string, items: readonly Item[]): boolean {
  const [first, last] = [items[0], items.at(-1)]
  if (!first || !last || items.some(({ kind }) => kind !== 'dateline')) return false
  const after = text.slice(last.end, last.end + 3)
  return isInside(text.slice(first.start - 3, first.start)) && (isInside(after) || /^\s*[.،,؛]/.test(after))
}

/** True for the edge of a date within a sentence: a letter near it, and no mark that sets it off. */
function isInside(edge: string): boolean {
  return /\p{L}/u.test(edge) && !/[|/:\-–—\n>]/.test(edge)
}

function findTitleTwice(layout: Layout, window: Span, parts: readonly Item[]): Repeat | null {
  const repeat = findRepeat(layout.text, window, {
    isTaken: at => parts.some(({ start, end, isWeak }) => !isWeak && start <= at && at < end),
    canBegin: at => isHeadlineStart(layout.text, at, { window, parts }),
  })
  if (!repeat) return null
  return repeat.words >= SURE_REPEAT || isHeadlineEnd(layout.text, repeat, parts) ? repeat : null
}

/** A headline begins the line, or stands behind furniture, a mark or a word in Latin letters: not inside a sentence. */
function isHeadlineStart(
  text: string,
  at: number,
  { window, parts }: { window: Span; parts: readonly Item[] },
): boolean {
  const quote = /["«“]/.test(text.charAt(at - 1)) ? at - 1 : at
  const before = findBefore(text, quote)
  if (before < window[0] || quote <= window[0]) return true
  if (parts.some(({ end, isWeak }) => !isWeak && end - 1 === before)) return true
  const unit = text.charCodeAt(before)
  return isLetter(unit) ? unit < 0x0250 : !/[،,"«“؛]/.test(text.charAt(before))
}

/**
 * A headline said twice ends where a site's name, furniture or itself follows. The first words of a paragraph that
 * say the headline again do not: there more of the headline follows.
 */
function isHeadlineEnd(text: string, { first, again }: Repeat, parts: readonly Item[]): boolean {
  const [from] = trimSpan(text, [first[1], text.length])
  if (from >= again) return true
  const unit = text.charCodeAt(from)
  if (!isLetter(unit) || unit < 0x0250) return true
  return parts.some(({ start }) => start === from)
}

function listTwice(repeat: Repeat | null): Item[] {
  if (!repeat) return []
  const { first, again, end } = repeat
  return [
    { kind: 'title', start: first[0], end: first[1], isWeak: false },
    { kind: 'title', start: again, end, isWeak: false },
  ]
}

function findFurniture(layout: Layout, window: Span): Item[] {
  return foundIn(layout, window).flatMap(hit => {
    const position = positionOf(hit)
    // Comments stand above an article only as a counter; as a section they end it.
    if (position === 'tail' && regionOf(hit) === 'comments') return []
    const isLabel = position === 'published' || position === 'updated' || position === 'byline'
    const isClock = position === 'clock' || position === 'page'
    const isStrong = STRONG.has(position) || (isLabel && isBeforeValue(layout, hit.end))
    if (!isStrong && position !== 'line' && !isClock) return []
    return [{ kind: regionOf(hit), start: hit.start, end: hit.end, isWeak: !isStrong, isClock }]
  })
}

/** A colon, a number or a date stands right after a label. */
function isBeforeValue({ text, words }: Layout, from: number): boolean {
  const [at] = trimSpan(text, [from, Math.min(text.length, from + 8)])
  const unit = text.charCodeAt(at)
  return unit === 0x3a || isDigit(unit) || findDates(text, [from, from + LABELLED], words.calendar).length > 0
}

/** Dates set off from running text, or named by a label. */
function findDays(layout: Layout, window: Span): Item[] {
  const labels = foundIn(layout, window).filter(hit => LABELS.has(positionOf(hit)))
  const isNamed = ([start, end]: Span) =>
    labels.some(hit => hit.end <= start && start - hit.end < LABELLED / 2) || isClockOfPage(layout, end)
  return findDates(layout.text, window, layout.words.calendar)
    .filter(({ isBare, span }) => !isBare || isNamed(span))
    .map(({ span }) => ({ kind: 'dateline', start: span[0], end: span[1], isWeak: false }))
}

/** Bars between a headline and the name of its site, and a dash with the name of an outlet behind it. */
function findSites({ text, words }: Layout, [start, end]: Span): Item[] {
  const near: Span = [start, Math.min(end, start + GAP_TITLE + LABELLED)]
  const outlets = findPhrases(text, near, words.outlets).filter(
    ({ row }) => !row.cells.note?.includes('ambiguous'),
  )
  const items: Item[] = []
  for (let at = near[0]; at < near[1]; at++) {
    const mark = text.charAt(at)
    if (mark !== '|' && mark !== '-' && mark !== '–') continue
    const name = outlets.find(hit => hit.start > at && hit.start - at < 3)
    if (mark !== '|' && (!name || countWords(text, [start, at]) < TITLE_WORDS)) continue
    items.push({ kind: 'menu', start: at, end: name?.end ?? at + 1, isWeak: false })
  }
  return items
}

/** The number of the issue or a second calendar stands right after a page's own date. */
function isClockOfPage(layout: Layout, end: number): boolean {
  return foundIn(layout, [end, end + LABELLED / 2]).some(
    hit => positionOf(hit) === 'page' && hit.start - end < 4,
  )
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
function takeItems(
  text: string,
  items: readonly Item[],
  { start, gap }: { start: number; gap: number },
): Item[] {
  const taken: Item[] = []
  let end = start
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as Item
    if (item.start < end) continue
    if (item.start - end > (taken.length === 0 ? gap : GAP_CAPTION)) break
    if (taken.length === 0 && (item.kind === 'caption' || item.isClock)) continue
    if (item.isWeak && !isBeside(text, items, { i, end, isFirst: taken.length === 0 })) continue
    taken.push(item)
    end = item.end
  }
  return taken
}

/**
 * True for a weak item next to furniture before it, or before a mark, a strong one or two more weak ones after it:
 * "Share Twitter Facebook Print First words …".
 */
function isBeside(
  text: string,
  items: readonly Item[],
  here: { i: number; end: number; isFirst: boolean },
): boolean {
  const item = items[here.i] as Item
  if (!here.isFirst && countWords(text, [here.end, item.start]) < WEAK_WORDS) return true
  if (/^\s*[|>»:]/.test(text.slice(item.end, item.end + 3))) return true
  const [next, third] = [items[here.i + 1], items[here.i + 2]]
  if (next === undefined || countWords(text, [item.end, next.start]) >= WEAK_WORDS) return false
  return !next.isWeak || (third !== undefined && countWords(text, [next.end, third.start]) < WEAK_WORDS)
}

/** Past clocks, counters, bars and dashes between the head and the first word. */
function skipLitter(text: string, from: number, end: number): number {
  let at = from
  while (at < end && !isLetter(text.charCodeAt(at)) && !isOpening(text, at)) at++
  return at
}

/** The last unit before `at` that is no space. */
function findBefore(text: string, at: number): number {
  let before = at - 1
  while (before > 0 && text.charCodeAt(before) === 0x20) before--
  return before
}

/** A quotation mark or hash right before a word. */
function isOpening(text: string, at: number): boolean {
  return (
    /["«“#(]/.test(text.charAt(at)) && (isLetter(text.charCodeAt(at + 1)) || isDigit(text.charCodeAt(at + 1)))
  )
}

/** The headline before the first furniture, without the name of the site after a bar or dash. */
function cutTitle(text: string, span: Span): Span | null {
  const [start, end] = [skipLitter(text, span[0], span[1]), trimSpan(text, span)[1]]
  const bar = Math.max(text.lastIndexOf('|', end), text.lastIndexOf(' - ', end))
  const isSite = bar > start && countWords(text, [bar, end]) <= TITLE_WORDS
  const cut = takeQuotes(text, trimSpan(text, [start, isSite ? bar : end]))
  return countWords(text, cut) >= TITLE_WORDS ? cut : null
}

/** A headline with the quotation mark that opens or closes it, which is no word and so was left outside. */
function takeQuotes(text: string, [start, end]: Span): Span {
  const isOdd = text.slice(start, end).split('"').length % 2 === 0
  if (!isOdd) return [start, end]
  if (text.charAt(end) === '"') return [start, end + 1]
  return text.charAt(start - 1) === '"' ? [start - 1, end] : [start, end]
}

/** The first stretch between items that is long enough for a headline; a caption belongs to the item after it. */
function findTitleBetween(text: string, items: readonly Item[], start: number): Span | null {
  let end = start
  for (const item of items) {
    const title = item.kind === 'caption' ? null : cutTitle(text, [end, item.start])
    if (title) return title
    end = item.end
  }
  return null
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
