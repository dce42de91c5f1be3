/** Lines of a text and what they look like: prose, a headline, a counter. */
import type { RegionKind, Span } from '../model.ts'
import { isDropped } from '../text/fold.ts'
import { isDigit, isLetter } from '../text/units.ts'
import { isSpace } from './phrases.ts'

/** A line that is not blank, without the spaces at its ends. */
export interface Line {
  readonly start: number
  readonly end: number
  /** Runs of letters. */
  readonly words: number
  /** It ends as a sentence does, not cut off by dots. */
  readonly isSentence: boolean
  /** What the tags of a page say that it is; `null` in plain text. */
  readonly kind: RegionKind | null
}

/** Words from which a line without a stop is prose all the same, and with one. Headlines of the sites seen stay below. */
const PROSE_WORDS = 22
const SENTENCE_WORDS = 8

const NEWLINE = 0x0a
const STOPS = new Set([0x2e, 0x21, 0x3f, 0x061f, 0x06d4])
const CLOSERS = new Set([0x22, 0x27, 0xbb, 0x201d, 0x2019, 0x29, 0x5d, 0xab])

/** Splits a text into its lines; blank ones are left out. Linear. */
export function splitLines(text: string, kindAt: (start: number) => RegionKind | null = () => null): Line[] {
  const lines: Line[] = []
  let from = 0
  while (from < text.length) {
    const found = text.indexOf('\n', from)
    const to = found < 0 ? text.length : found
    const [start, end] = trimSpan(text, [from, to])
    if (start < end) lines.push(readLine(text, [start, end], kindAt(start)))
    from = to + 1
  }
  return lines
}

/** One line of `text`: its words and how it ends. */
export function readLine(text: string, [start, end]: Span, kind: RegionKind | null): Line {
  return {
    start,
    end,
    words: countWords(text, [start, end]),
    isSentence: isSentence(text, [start, end]),
    kind,
  }
}

/** A span without the spaces and invisible marks at its ends. */
export function trimSpan(text: string, [start, end]: Span): Span {
  let from = start
  let to = end
  while (from < to && isBlank(text.charCodeAt(from))) from++
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--
  return [from, to]
}

function isBlank(unit: number): boolean {
  return isSpace(unit) || unit === NEWLINE || unit === 0 || isDropped(unit)
}

/** Runs of letters in a span. */
export function countWords(text: string, [start, end]: Span): number {
  let words = 0
  let isInside = false
  for (let at = start; at < end; at++) {
    const isPart = isLetter(text.charCodeAt(at))
    if (isPart && !isInside) words++
    isInside = isPart
  }
  return words
}

/** True where a span has at least so many runs of letters; looks no further than it must. */
export function hasWords(text: string, [start, end]: Span, least: number): boolean {
  let words = 0
  let isInside = false
  for (let at = start; at < end && words < least; at++) {
    const isPart = isLetter(text.charCodeAt(at))
    if (isPart && !isInside) words++
    isInside = isPart
  }
  return words >= least
}

/** Letters in a span. */
export function countLetters(text: string, [start, end]: Span): number {
  let letters = 0
  for (let at = start; at < end; at++) if (isLetter(text.charCodeAt(at))) letters++
  return letters
}

/** True where a span ends in a stop, quotes and brackets after it aside. "…", ".." and "..." cut a sentence off. */
export function isSentence(text: string, [start, end]: Span): boolean {
  let at = end - 1
  while (at > start && (CLOSERS.has(text.charCodeAt(at)) || isBlank(text.charCodeAt(at)))) at--
  return isSentenceEnd(text, at)
}

/** True for a mark that ends a sentence. */
export function isSentenceEnd(text: string, at: number): boolean {
  return STOPS.has(text.charCodeAt(at)) && !isCutOff(text, at)
}

/** True where the text is cut off at `at`: an ellipsis, or the last of several dots. */
export function isCutOff(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit === 0x2026 || (unit === 0x2e && text.charCodeAt(at - 1) === 0x2e)
}

/** True for a line of running text. */
export function isProse(line: Line): boolean {
  return line.words >= PROSE_WORDS || (line.isSentence && line.words >= SENTENCE_WORDS)
}

/** The number that begins at `at`, in any digits, with its end; `null` where no digit stands there. */
export function readNumber(text: string, at: number): { value: number; size: number; end: number } | null {
  let value = 0
  let end = at
  while (end < text.length && isDigit(text.charCodeAt(end)) && end - at < 9) {
    value = value * 10 + (text.charCodeAt(end) % 0x10)
    end++
  }
  return end === at ? null : { value, size: end - at, end }
}
