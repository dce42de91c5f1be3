/** Finds the listed phrases of a table in a text in one scan, also where a page glued them to their neighbours. */
import { listCell, type Row } from '../lexicon/tables.ts'
import type { Span } from '../model.ts'
import { foldUnit, foldWord } from '../text/fold.ts'
import { isLetter } from '../text/units.ts'

/** A row whose words stand in the text at `[start, end)`. */
export interface Found {
  readonly row: Row
  readonly start: number
  readonly end: number
}

interface Phrase {
  readonly row: Row
  /** Folded, with single spaces. */
  readonly words: string
  /** Long enough to be sure of it inside a run of letters: "…in Syria" + "Published on" without a space. */
  readonly isLong: boolean
}

/** Phrases by their first two letters, the longest first. */
export interface PhraseIndex {
  readonly first: Uint8Array
  readonly buckets: ReadonlyMap<number, readonly Phrase[]>
}

const SPACE = 0x20
const WHOLE = 1
const GLUED = 2
/** Letters and words from which a phrase may stand glued: none that is shorter was seen to be only furniture. */
const GLUE_LETTERS = 9

/** Indexes the words of `rows` that stand in `columns`. */
export function indexPhrases(rows: readonly Row[], columns: readonly string[]): PhraseIndex {
  const first = new Uint8Array(0x10000)
  const buckets = new Map<number, Phrase[]>()
  for (const row of rows) {
    for (const words of columns.flatMap(column => listCell(row, column))) {
      const phrase = readPhrase(row, words)
      const key = keyOf(phrase.words)
      const bucket = buckets.get(key) ?? []
      buckets.set(key, bucket)
      bucket.push(phrase)
      const unit = phrase.words.charCodeAt(0)
      first[unit] = first[unit]! | (phrase.isLong ? WHOLE | GLUED : WHOLE)
    }
  }
  for (const bucket of buckets.values()) bucket.sort((a, b) => b.words.length - a.words.length)
  return { first, buckets }
}

function readPhrase(row: Row, words: string): Phrase {
  const folded = foldWord(words).trim()
  return { row, words: folded, isLong: folded.includes(' ') && folded.length > GLUE_LETTERS }
}

function keyOf(words: string): number {
  const second = words.charCodeAt(1) === SPACE ? words.charCodeAt(2) : words.charCodeAt(1)
  return words.charCodeAt(0) * 0x10000 + (Number.isNaN(second) ? 0 : second)
}

/** The phrases within `span`, leftmost and longest, without overlaps. Linear in the span. */
export function findPhrases(text: string, [start, end]: Span, index: PhraseIndex): Found[] {
  const found: Found[] = []
  for (let at = start; at < end; at++) {
    const unit = foldUnit(text.charCodeAt(at))
    const kind = index.first[unit]!
    if (kind === 0) continue
    const needed = isWordStart(text, at, start) ? WHOLE : GLUED
    if ((kind & needed) === 0) continue
    const hit = findPhraseAt(text, [at, end], { index, unit, isGlued: needed === GLUED })
    if (!hit) continue
    found.push(hit)
    at = hit.end - 1
  }
  return found
}

interface Try {
  readonly index: PhraseIndex
  readonly unit: number
  readonly isGlued: boolean
}

function findPhraseAt(text: string, span: Span, { index, unit, isGlued }: Try): Found | null {
  const bucket = index.buckets.get(unit * 0x10000 + findSecond(text, span))
  if (!bucket) return null
  for (const phrase of bucket) {
    if (isGlued && !phrase.isLong) continue
    const end = findPhraseEnd(text, span, phrase.words)
    if (end > 0 && (phrase.isLong || isWordEnd(text, end))) return { row: phrase.row, start: span[0], end }
  }
  return null
}

/** The second letter of the phrase that may begin at the start of `span`: dropped units and spaces are passed over. */
function findSecond(text: string, [start, end]: Span): number {
  for (let at = start + 1; at < end; at++) {
    const unit = foldUnit(text.charCodeAt(at))
    if (unit !== 0 && !isSpace(unit)) return unit
  }
  return 0
}

/** Where `words` end if they stand at the start of `span`; -1 where they do not. A space stands for any run of spaces. */
function findPhraseEnd(text: string, [start, end]: Span, words: string): number {
  let at = start
  for (let next = 0; next < words.length; next++) {
    const want = words.charCodeAt(next)
    while (at < end && (isDroppedAt(text, at) || (want === SPACE && isSpace(text.charCodeAt(at))))) at++
    if (want === SPACE) continue
    if (at >= end || foldUnit(text.charCodeAt(at)) !== want) return -1
    at++
  }
  while (at < end && isDroppedAt(text, at)) at++
  return at
}

function isDroppedAt(text: string, at: number): boolean {
  return foldUnit(text.charCodeAt(at)) === 0
}

/** A word begins after anything but a letter, where the script changes, and at a capital after a small letter. */
function isWordStart(text: string, at: number, from: number): boolean {
  if (at === from) return true
  const before = text.charCodeAt(at - 1)
  if (!isLetter(before)) return true
  const unit = text.charCodeAt(at)
  return isLatin(before) !== isLatin(unit) || (isCapital(unit) && !isCapital(before))
}

function isWordEnd(text: string, at: number): boolean {
  const after = text.charCodeAt(at)
  if (at >= text.length || !isLetter(after)) return true
  return isLatin(after) !== isLatin(text.charCodeAt(at - 1)) || isCapital(after)
}

function isCapital(unit: number): boolean {
  return unit >= 0x41 && unit <= 0x5a
}

function isLatin(unit: number): boolean {
  return unit < 0x0250
}

/** True for a space, a line break or a no-break space. */
export function isSpace(unit: number): boolean {
  return unit === SPACE || (unit >= 0x09 && unit <= 0x0d) || unit === 0xa0 || (unit >= 0x2000 && unit <= 0x200a)
}
