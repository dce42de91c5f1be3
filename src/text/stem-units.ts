/**
 * The stems of `stem.ts` letter by letter, without making a string of any word: for whole corpora, where strings and the
 * memory for them would take most of the time. `stem-units.test.ts` holds both to the same stems.
 */
import type { Span } from '../model.ts'
import { foldUnit, foldWord, isDropped } from './fold.ts'
import { ARTICLES, ENDINGS, LEAST, LEAST_AFTER_WAW, LEAST_BEFORE_ALIF } from './stem.ts'
import { isDigit, isLetter } from './units.ts'

const WAW = 0x0648
const ALIF = 0x0627
const ARTICLE_UNITS = ARTICLES.map(listUnits)
const ENDING_UNITS = ENDINGS.map(listUnits)

/** A word as it is read: its stem is `units[from, to)` until the next word is read. */
export interface StemUnits {
  /** `[start, end)` of the word in UTF-16 code units of the text. */
  start: number
  end: number
  units: Uint16Array
  from: number
  to: number
}

/** Reads the words and numbers of `text` within `span` and hands each to `visit`; linear in the length of the span. */
export function visitStems(text: string, [from, to]: Span, visit: (word: StemUnits) => void): void {
  const word: StemUnits = { start: from, end: from, units: new Uint16Array(64), from: 0, to: 0 }
  while (word.end < to) {
    word.start = word.end
    readFolded(word, text, to)
    if (word.end === word.start) word.end++
    else {
      cutStem(word)
      if (word.to > word.from) visit(word)
    }
  }
}

/** Reads the word that begins at `word.start`, if any does, folded. */
function readFolded(word: StemUnits, text: string, limit: number): void {
  word.from = 0
  word.to = 0
  while (word.end < limit) {
    const unit = text.charCodeAt(word.end)
    if (!isLetter(unit) && !isDigit(unit)) return
    const folded = foldUnit(unit)
    if (folded !== 0) pushUnit(word, folded)
    else if (!isDropped(unit))
      for (const letter of listUnits(foldWord(text.charAt(word.end)))) pushUnit(word, letter)
    word.end++
  }
}

function pushUnit(word: StemUnits, unit: number): void {
  if (word.to === word.units.length) {
    const longer = new Uint16Array(word.units.length * 2)
    longer.set(word.units)
    word.units = longer
  }
  word.units[word.to++] = unit
}

/** What `stemWord` does. */
function cutStem(word: StemUnits): void {
  if (word.units[word.from] === WAW && word.to - word.from - 1 >= LEAST_AFTER_WAW) word.from++
  for (const article of ARTICLE_UNITS) {
    if (word.to - word.from - article.length < LEAST || !hasUnits(word, word.from, article)) continue
    word.from += article.length
    break
  }
  if (word.units[word.to - 1] === ALIF && word.to - word.from - 1 >= LEAST_BEFORE_ALIF) word.to--
  for (const ending of ENDING_UNITS) {
    const at = word.to - ending.length
    if (at - word.from >= LEAST && hasUnits(word, at, ending)) word.to = at
  }
}

function hasUnits({ units }: StemUnits, at: number, sought: readonly number[]): boolean {
  for (let i = 0; i < sought.length; i++) if (units[at + i] !== sought[i]) return false
  return true
}

function listUnits(text: string): number[] {
  return Array.from(text, letter => letter.charCodeAt(0))
}
