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
  readonly isTaken: boolean
  readonly start: number
  readonly end: number
}

/** What a headline may hold and where it may begin, by the place of a word. */
export interface Limits {
  /** True for the words of dates and buttons. */
  readonly isTaken: (start: number) => boolean
  readonly canBegin: (start: number) => boolean
}

/** The longest run of words in `span` that stands there again; `null` where none of four words does. */
export function findRepeat(text: string, span: Span, limits: Limits): Repeat | null {
  const words = splitWords(text, span, limits.isTaken)
  const places = new Map<string, number>()
  let best: Repeat | null = null
  for (let at = 0; at + LEAST <= words.length; at++) {
    const key = keyOf(words, at)
    const before = key === null ? null : places.get(key)
    if (before === null || key === null) continue
    const repeat = before === undefined ? null : readRepeat(text, words, { before, at })
    if (before === undefined) places.set(key, at)
    if (repeat && limits.canBegin(repeat.first[0])) best = chooseLonger(best, repeat)
  }
  return best
}

function keyOf(words: readonly Word[], at: number): string | null {
  const run = words.slice(at, at + LEAST)
  return run.some(({ isTaken }) => isTaken) ? null : run.map(({ key }) => key).join(' ')
}

function readRepeat(
  text: string,
  words: readonly Word[],
  { before, at }: { before: number; at: number },
): Repeat {
  let size = LEAST
  while (before + size < at && isSame(words[before + size], words[at + size])) size++
  const next = words[before + size]
  const glued = before + size < at ? findGlued(text, next, words[at + size]) : null
  const opening = findOpening(words[before - 1], words[at - 1])
  const [start, last] = [words[before] as Word, words[before + size - 1] as Word]
  return {
    first: [opening ? opening.start : start.start, glued && next ? next.end : last.end],
    end: glued ?? (words[at + size - 1] as Word).end,
    again: (words[at] as Word).start - (opening ? opening.end - opening.start : 0),
    words: glued ? size + 1 : size,
  }
}

function isSame(one: Word | undefined, other: Word | undefined): boolean {
  return one !== undefined && other !== undefined && !one.isTaken && !other.isTaken && one.key === other.key
}

/** Where the last word of a headline ends that the first word of the article was glued to. */
function findGlued(text: string, last: Word | undefined, glued: Word | undefined): number | null {
  if (!last || !glued || last.isTaken || last.end - last.start < 3) return null
  const isGlued = text.startsWith(text.slice(last.start, last.end), glued.start) && glued.key !== last.key
  return isGlued ? glued.start + last.end - last.start : null
}

/** The first word of a headline that was glued to what stood before it the second time. */
function findOpening(first: Word | undefined, glued: Word | undefined): Word | null {
  if (!first || !glued || first.isTaken || first.end - first.start < 3) return null
  return glued.key !== first.key && glued.key.endsWith(first.key) ? first : null
}

/** The longer of two; of the same run said three times, the last end. */
function chooseLonger(best: Repeat | null, next: Repeat): Repeat {
  if (!best || next.words > best.words) return next
  const isAgain = next.first[0] === best.first[0] && next.words === best.words
  return isAgain ? { ...best, end: next.end } : best
}

function splitWords(text: string, [start, end]: Span, isTaken: (start: number) => boolean): Word[] {
  const words: Word[] = []
  for (let at = start; at < end; at++) {
    if (!isPart(text, at)) continue
    let to = at + 1
    while (to < end && isPart(text, to)) to++
    words.push({ key: foldWord(text.slice(at, to)), isTaken: isTaken(at), start: at, end: to })
    at = to
  }
  return words
}

function isPart(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return isLetter(unit) || isDigit(unit)
}
