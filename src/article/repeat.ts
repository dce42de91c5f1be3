/** Finds a headline by its being said twice: pages print it as title and again above the article. */
import type { Span } from '../model.ts'
import { foldWord } from '../text/fold.ts'
import { isDigit, isLetter } from '../text/units.ts'

/** A run of words that stands in a text more than once. */
export interface Repeat {
  readonly first: Span
  /** Where its last occurrence ends. */
  readonly end: number
  /** Where its second occurrence begins. */
  readonly again: number
  readonly words: number
}

/** Words that a repeated headline has at least. */
const LEAST = 4

interface Word {
  readonly key: string
  readonly start: number
  readonly end: number
}

/** The longest run of words in `span` that stands there again; `null` where none of four words does. */
export function findRepeat(text: string, span: Span): Repeat | null {
  const words = splitWords(text, span)
  const places = new Map<string, number>()
  let best: Repeat | null = null
  for (let at = 0; at + LEAST <= words.length; at++) {
    const key = keyOf(words, at)
    const before = places.get(key)
    if (before === undefined) places.set(key, at)
    else best = chooseLonger(best, readRepeat(words, before, at))
  }
  return best
}

function keyOf(words: readonly Word[], at: number): string {
  return words
    .slice(at, at + LEAST)
    .map(word => word.key)
    .join(' ')
}

function readRepeat(words: readonly Word[], before: number, at: number): Repeat {
  let size = LEAST
  while (at + size < words.length && before + size < at && words[before + size]!.key === words[at + size]!.key) size++
  return {
    first: [words[before]!.start, words[before + size - 1]!.end],
    end: words[at + size - 1]!.end,
    again: words[at]!.start,
    words: size,
  }
}

/** The longer of two; of the same run said three times, the last end. */
function chooseLonger(best: Repeat | null, next: Repeat): Repeat {
  if (!best || next.words > best.words) return next
  const isSame = next.first[0] === best.first[0] && next.words === best.words
  return isSame ? { ...best, end: next.end } : best
}

function splitWords(text: string, [start, end]: Span): Word[] {
  const words: Word[] = []
  for (let at = start; at < end; at++) {
    if (!isPart(text, at)) continue
    let to = at + 1
    while (to < end && isPart(text, to)) to++
    words.push({ key: foldWord(text.slice(at, to)), start: at, end: to })
    at = to
  }
  return words
}

function isPart(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return isLetter(unit) || isDigit(unit)
}
