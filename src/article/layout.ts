/** A text with what its lines hold: the ground on which head and tail of an article are found. */
import type { RegionKind, Span } from '../model.ts'
import { foldWord } from '../text/fold.ts'
import { findDates } from './dates.ts'
import { countLetters, type Line, trimSpan } from './lines.ts'
import { type Found, findPhrases } from './phrases.ts'
import type { Words } from './words.ts'

/** A text, its lines, and the page furniture found anywhere in it, in order. */
export interface Layout {
  readonly text: string
  readonly lines: readonly Line[]
  readonly words: Words
  readonly found: readonly Found[]
}

/** Share of a line's letters that furniture must cover for the line to be furniture. */
const MOST = 0.6
const ALL = 0.9
const SHORT_LINE = 12
const CAPTION_WORDS = 45
/** What a row of `regions` names by its position, where that is not the region itself. */
const LABELS = new Set(['byline', 'source'])
const SEPARATORS = /[-–—:/|(«"]/

/** The furniture that lies within `span`. */
export function foundIn({ found }: Layout, [start, end]: Span): Found[] {
  let low = 0
  let high = found.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((found[middle] as Found).start < start) low = middle + 1
    else high = middle
  }
  const inside: Found[] = []
  for (let i = low; i < found.length; i++) {
    const hit = found[i] as Found
    if (hit.end > end) break
    inside.push(hit)
  }
  return inside
}

/** The position of a row of `regions`: `head`, `tail`, `inline`, `line`, `published` … */
export function positionOf({ row }: Found): string {
  return row.cells.position ?? ''
}

/** The region that a row of `regions` names. */
export function regionOf({ row }: Found): RegionKind {
  return row.cells.region as RegionKind
}

/**
 * What a line is that is no prose and no headline: "عدد المشاهدات: 250" a counter, "مقالات ذات صلة" the start of a list of
 * other stories, "الخميس 2 نوفمبر 2017" a date line. `null` for a line that its words do not give away.
 */
export function findKind(layout: Layout, line: Line): RegionKind | null {
  if (line.kind) return line.kind
  if (line.words === 0) return 'counter'
  const found = foundIn(layout, [line.start, line.end])
  if (isDateLine(layout, line, found)) return 'dateline'
  if (isCaption(layout, line, found)) return 'caption'
  if (line.words > SHORT_LINE) return null
  const first = found[0]
  if (first?.start === line.start && LABELS.has(positionOf(first)) && isLabel(layout.text, first))
    return 'credit'
  if (first && isCovered(layout.text, [line.start, line.end], found)) return regionOf(first)
  return isCreditLine(layout, line) ? 'credit' : null
}

/** A label stands alone on its line, before a colon or bar, or before at most a few words: "بقلم سامر". */
function isLabel(text: string, { end }: Found): boolean {
  return text.charCodeAt(end) !== 0x2e
}

/** True where furniture covers most of the letters of a line. */
export function isCovered(text: string, span: Span, found: readonly Found[]): boolean {
  return findShare(text, span, found) >= MOST
}

/** The share of the letters of a span that stand in `found`. */
function findShare(text: string, span: Span, found: readonly Found[]): number {
  const covered = found.reduce((sum, hit) => sum + countLetters(text, [hit.start, hit.end]), 0)
  return covered === 0 ? 0 : covered / countLetters(text, span)
}

function isDateLine({ text, words }: Layout, line: Line, found: readonly Found[]): boolean {
  if (line.words > SHORT_LINE || line.end - line.start > 120) return false
  const dates = findDates(text, [line.start, line.end], words.calendar)
  if (dates.length === 0) return false
  const rest = found.reduce((sum, { start, end }) => sum + countLetters(text, [start, end]), 0)
  const dated = dates.reduce((sum, { span }) => sum + countLetters(text, span), 0)
  return countLetters(text, [line.start, line.end]) - rest - dated <= 12
}

/** A caption ends in the name of who took or keeps the picture, or opens with "صورة:". */
function isCaption({ text, words }: Layout, line: Line, found: readonly Found[]): boolean {
  const first = found[0]
  if (line.words > CAPTION_WORDS) return false
  const hasLabel = first !== undefined && first.start === line.start && positionOf(first) === 'photo-label'
  if (hasLabel && text.charCodeAt(first.end) === 0x3a) return true
  const bracket = findLastBracket(text, [line.start, line.end])
  return bracket !== null && isPictureCredit(text, bracket, words)
}

/** The last bracket of a span, if the span ends with it: "… (غيتي)". */
function findLastBracket(text: string, [start, end]: Span): Span | null {
  if (text.charAt(end - 1) !== ')') return null
  const open = text.lastIndexOf('(', end)
  return open < start ? null : [open, end]
}

/** True for a bracket that holds little but the name of an agency, an archive or an outlet. */
export function isPictureCredit(text: string, [start, end]: Span, words: Words): boolean {
  if (end - start > 70) return false
  const inside = findPhrases(text, [start, end], words.regions)
  if (inside.some(hit => positionOf(hit) === 'photo')) return true
  return findPhrases(text, [start, end], words.outlets).length > 0
}

/** A short line of an outlet or agency with a separator: "العربي الجديد – وكالات", "| الوطن- وكالات". */
function isCreditLine({ text, words }: Layout, line: Line): boolean {
  if (line.words > 7 || line.isSentence) return false
  const names = findCreditNames(text, [line.start, line.end], words)
  if (names.length === 0) return false
  if (findShare(text, [line.start, line.end], names) >= ALL) return true
  return (
    SEPARATORS.test(text.slice(line.start, line.end)) &&
    names.some(({ start, end }) => start === line.start || end >= line.end - 1)
  )
}

/** The outlets and agencies named in a span, and words such as "وكالات". */
export function findCreditNames(text: string, span: Span, words: Words): Found[] {
  const names = findPhrases(text, span, words.regions).filter(hit => positionOf(hit) === 'name')
  const furniture = findPhrases(text, span, words.regions).filter(
    hit => positionOf(hit) !== 'name' && positionOf(hit) !== 'photo',
  )
  const isFree = ({ start, end }: Found) => !furniture.some(hit => hit.start < end && start < hit.end)
  const outlets = findPhrases(text, span, words.outlets).filter(isFree)
  return [...names, ...outlets].sort((a, b) => a.start - b.start)
}

/** A key under which two lines that say the same are equal; how they are spelled aside. */
export function foldLine(text: string, span: Span): string {
  const [start, end] = trimSpan(text, span)
  return foldWord(text.slice(start, end))
}
