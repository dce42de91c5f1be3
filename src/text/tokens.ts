/**
 * Splits a text into tokens: words and numbers with their spans, and what stands before each (commas, stops, quotes).
 * Punctuation is no token; it is kept as a mask on the token that follows it.
 */
import type { Span } from '../model.ts'
import { foldSpelling, formOf, numberSpelling, UNNUMBERED } from './spellings.ts'
import { findMark, isArabic, isDigit, isLetter, NEWLINE, PARAGRAPH } from './units.ts'

export interface Token {
  /** Index in `text.tokens`. */
  readonly index: number
  /** `[start, end)` in UTF-16 code units of the text. */
  readonly start: number
  readonly end: number
  /** The folded form: a key for look-ups. */
  readonly form: string
  /** Number of the spelling in the memory of `spellings.ts`, 0 where it is not there. */
  readonly spelling: number
  readonly kind: 'word' | 'number'
  /** The marks between this token and the one before, as a mask of `units.ts`. */
  readonly gap: number
  /** True where the word ends in tatweel, as the prefix of a quoted name or number does: `لـ«قسد»`, `الـ23`. */
  readonly joins: boolean
}

const TATWEEL = 0x0640
const SPACE = 0x20
/** Latin letters and the marks written over them lie before this unit. */
const LATIN_END = 0x0370
const HASH = 0x23
const UNDERSCORE = 0x5f
/** Where a word of a hashtag ends at the latest. */
const TAG_ENDS = new Set([SPACE, HASH, UNDERSCORE])
/** Dots, stars and underscores that social posts put into words to slip past moderation. */
const SPLINTERS = new Set([0x2e, 0x2a, UNDERSCORE, 0xb7, 0x2d, 0x2c, 0x060c])

/**
 * Splits `text` within `body`; linear in its length. `«قـ.ـوات»` is one token whose span covers all seven units.
 * `breaks`, in order, are places where a new part of a page begins: a paragraph begins there too, within a word if need be.
 */
export function splitTokens(text: string, [from, to]: Span, breaks: readonly number[] = []): Token[] {
  const tokens: Token[] = []
  let at = from
  let gap = 0
  let next = 0
  let limit = Math.min(to, breaks[0] ?? to)
  while (at < to) {
    if (at >= limit) {
      for (; at >= (breaks[next] ?? to); next++) gap |= PARAGRAPH
      limit = Math.min(to, breaks[next] ?? to)
    }
    const unit = text.charCodeAt(at)
    if (isLetter(unit) || isDigit(unit)) {
      const stop = isTagged(text, at, tokens.at(-1)) ? findTagWordEnd(text, at, limit) : limit
      const end = isDigit(unit) ? findNumberEnd(text, at, stop) : findWordEnd(text, at, stop)
      const spelling = numberSpelling(text, at, end)
      const form = spelling === UNNUMBERED ? foldSpelling(text.slice(at, end)) : formOf(spelling)
      const kind = isDigit(unit) ? 'number' : 'word'
      const joins = text.charCodeAt(end - 1) === TATWEEL
      tokens.push({ index: tokens.length, start: at, end, form, spelling, kind, gap, joins })
      at = end
      gap = 0
    } else {
      gap |= readGap(unit, gap)
      at++
    }
  }
  return tokens
}

/** True for a word of a hashtag: right after its sign, or after an underscore and another of its words. */
function isTagged(text: string, at: number, last: Token | undefined): boolean {
  const before = text.charCodeAt(at - 1)
  if (before === HASH) return true
  return before === UNDERSCORE && last?.end === at - 1
}

/** In a hashtag an underscore is a space: `#حلب_الآن` is two words. */
function findTagWordEnd(text: string, from: number, limit: number): number {
  let at = from
  while (at < limit && !TAG_ENDS.has(text.charCodeAt(at))) at++
  return at
}

function readGap(unit: number, gap: number): number {
  const mark = findMark(unit)
  return mark === NEWLINE && gap & NEWLINE ? PARAGRAPH : mark
}

function findWordEnd(text: string, from: number, limit: number): number {
  let at = from
  while (at < limit) {
    if (isLetter(text.charCodeAt(at))) {
      if (at > from && isOtherScript(text, at)) break
      at++
    } else {
      const next = findRejoin(text, at, limit)
      if (next === at) break
      at = next
    }
  }
  return at
}

/** Buttons of a page run on from its last word: `التحالفAll reactions` is the coalition and two words more. */
function isOtherScript(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  return isLetter(before) && text.charCodeAt(at) < LATIN_END !== before < LATIN_END
}

/**
 * Where an obfuscated word goes on after a splinter: `قـ.ـوات`, `جـ ـرحـ ـى`, `د*اعش`. Gives back `at` where the word ends.
 * A space joins only between two tatweels; a dot needs one tatweel; a star or underscore needs only Arabic letters.
 */
function findRejoin(text: string, at: number, limit: number): number {
  let next = at
  while (next < limit && next - at < 3 && isSplinter(text.charCodeAt(next))) next++
  if (next === at || next >= limit || !isArabic(text.charCodeAt(next))) return at
  const before = text.charCodeAt(at - 1) === TATWEEL
  const after = text.charCodeAt(next) === TATWEEL
  const unit = text.charCodeAt(at)
  const isStar = (unit === 0x2a || unit === UNDERSCORE) && next - at === 1
  if (!before && !after && !isStar) return at
  const hasSpace = text.slice(at, next).includes(' ')
  const isJoined = hasSpace ? before && after : before || after || isStar
  return isJoined && isArabic(text.charCodeAt(at - 1)) ? next : at
}

function isSplinter(unit: number): boolean {
  return unit === SPACE || SPLINTERS.has(unit)
}

/** Digits with their grouping and decimals: `1,500`, `٢٫٥`, `2.11.2017`. */
function findNumberEnd(text: string, from: number, limit: number): number {
  let at = from
  while (at < limit) {
    const unit = text.charCodeAt(at)
    const isInner = (unit === 0x2e || unit === 0x2c || unit === 0x066b || unit === 0x066c) && at + 1 < limit
    if (isDigit(unit) || (isInner && isDigit(text.charCodeAt(at + 1)))) at++
    else break
  }
  return at
}
