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
  /** Long enough to be sure of it inside a run of letters: "…in Syria" + "Published on" without a space. */
  readonly isLong: boolean
}

/** Phrases as a tree of letters: `next[node * width + letter]` is the node behind a letter, 0 where none is. */
export interface PhraseIndex {
  /** Unit of a text → number of its letter: 0 for one that no phrase has, `DROPPED` for one that folding drops. */
  readonly letters: Uint8Array
  readonly width: number
  /** Whether a phrase begins with two letters: small enough to stay near the processor, it settles most places. */
  readonly pairs: Uint8Array
  /** Whether phrases (1), and long ones (2), begin with three letters. */
  readonly starts: Uint8Array
  readonly next: Uint32Array
  /** What ends at a node, 0 where nothing does; else the number of the phrase, from 1. */
  readonly ends: Uint32Array
  readonly phrases: readonly Phrase[]
}

const DROPPED = 0xff
const NONE = -1
const LONG = 2
const SPACE = 0x20
/** Folded units from which a phrase of several words may stand glued: none that is shorter was seen to be only furniture. */
const GLUE_UNITS = 10

interface Entry {
  readonly row: Row
  readonly words: string
}

/**
 * Indexes the words of `rows` that stand in `columns`. At most 250 different letters. With `isGlued` every phrase may stand
 * inside a run of letters, as the two names of one month do on some pages.
 */
export function indexPhrases(rows: readonly Row[], columns: readonly string[], isGlued = false): PhraseIndex {
  const entries = rows.flatMap(row =>
    columns.flatMap(column => listCell(row, column)).map(words => ({ row, words: foldWord(words).trim() })),
  )
  const alphabet = [...new Set(entries.flatMap(({ words }) => [...words]))].slice(0, DROPPED - 2)
  const numbers = new Map(alphabet.map((letter, i) => [letter.charCodeAt(0), i + 1]))
  const letters = new Uint8Array(0x10000)
  for (let unit = 0; unit < letters.length; unit++) {
    const folded = foldUnit(unit)
    letters[unit] = folded === 0 ? DROPPED : (numbers.get(isSpace(unit) ? SPACE : folded) ?? 0)
  }
  const open = alphabet.flatMap((letter, i) => (isLetter(letter.charCodeAt(0)) ? [] : [i + 1]))
  return growTree(entries, { letters, width: alphabet.length + 1, open: [0, ...open] }, isGlued)
}

interface Alphabet {
  readonly letters: Uint8Array
  readonly width: number
  /** Numbers of what is no letter, and so may follow a phrase that has ended. */
  readonly open: readonly number[]
}

function growTree(entries: readonly Entry[], alphabet: Alphabet, isGlued: boolean): PhraseIndex {
  const { letters, width } = alphabet
  const most = 1 + entries.reduce((sum, { words }) => sum + words.length, 0)
  const next = new Uint32Array(most * width)
  const ends = new Uint32Array(most)
  const starts = new Uint8Array(width ** 3)
  const pairs = new Uint8Array(width ** 2)
  const phrases: Phrase[] = []
  let size = 1
  for (const { row, words } of entries) {
    const isLong = isGlued ? words.length > 3 : words.includes(' ') && words.length >= GLUE_UNITS
    for (const place of listStarts(words, alphabet)) {
      starts[place] = (starts[place] ?? 0) | (isLong ? LONG | 1 : 1)
      pairs[Math.floor(place / width)] = 1
    }
    let node = 0
    for (let i = 0; i < words.length; i++) {
      const slot = node * width + (letters[words.charCodeAt(i)] as number)
      if (next[slot] === 0) next[slot] = size++
      node = next[slot] as number
    }
    phrases.push({ row, isLong })
    ends[node] = ends[node] || phrases.length
  }
  return {
    letters,
    width,
    pairs,
    starts,
    next: next.slice(0, size * width),
    ends: ends.slice(0, size),
    phrases,
  }
}

/** The places in `starts` of the first three letters of a phrase; a shorter one is followed by what is no letter. */
function listStarts(words: string, { letters, width, open }: Alphabet): number[] {
  const choose = (at: number) => (at < words.length ? [letters[words.charCodeAt(at)] ?? 0] : open)
  const all = Array.from({ length: width }, (_, letter) => letter)
  const pairs = choose(0).flatMap(first => choose(1).map(second => first * width + second))
  return pairs.flatMap(pair => (words.length < 2 ? all : choose(2)).map(third => pair * width + third))
}

/** One scan of a text: what was found at the last place looked at is kept here, so that a look costs no memory. */
interface Scan {
  readonly text: string
  readonly limit: number
  readonly index: PhraseIndex
  phrase: Phrase | null
  end: number
}

/** The phrases within `span`, leftmost and longest, without overlaps. Linear in the span. */
export function findPhrases(text: string, [start, limit]: Span, index: PhraseIndex): Found[] {
  const { letters, width, pairs, starts } = index
  const found: Found[] = []
  const scan: Scan = { text, limit, index, phrase: null, end: start }
  let second = letters[text.charCodeAt(start)] as number
  for (let at = start; at < limit; at++) {
    const first = second
    second = at + 1 < limit ? (letters[text.charCodeAt(at + 1)] as number) : 0
    if (first === 0 || first === DROPPED) continue
    const pair = first * width + second
    if (second !== DROPPED && pairs[pair] === 0) continue
    const third = at + 2 < limit ? (letters[text.charCodeAt(at + 2)] as number) : 0
    const isMarked = second === DROPPED || third === DROPPED
    const kind = isMarked ? LONG : (starts[pair * width + third] as number)
    if (kind === 0) continue
    const isGlued = at > start && !isWordStart(text, at)
    if (isGlued && kind < LONG) continue
    lookAt(scan, at, isGlued)
    if (!scan.phrase) continue
    found.push({ row: scan.phrase.row, start: at, end: scan.end })
    at = scan.end - 1
    second = scan.end < limit ? (letters[text.charCodeAt(scan.end)] as number) : 0
  }
  return found
}

/** Puts the longest phrase that begins at `from` into `scan`. A space of a phrase stands for any run of spaces. */
function lookAt(scan: Scan, from: number, isGlued: boolean): void {
  const { text, limit, index } = scan
  const { letters, width, next, ends, phrases } = index
  const space = letters[SPACE] || NONE
  scan.phrase = null
  let node = 0
  for (let at = from; at < limit; at++) {
    const unit = text.charCodeAt(at)
    const letter = letters[unit] as number
    if (letter === DROPPED || (letter === space && isSpace(text.charCodeAt(at - 1)))) continue
    node = letter === 0 ? 0 : (next[node * width + letter] as number)
    if (node === 0) return
    const end = ends[node] as number
    const phrase = end === 0 ? undefined : phrases[end - 1]
    if (phrase === undefined || !isWhole(text, phrase, { at, isGlued })) continue
    scan.phrase = phrase
    scan.end = endOfWord(text, at + 1)
  }
}

function isWhole(
  text: string,
  { isLong }: Phrase,
  { at, isGlued }: { at: number; isGlued: boolean },
): boolean {
  return isLong || (!isGlued && isWordEnd(text, endOfWord(text, at + 1)))
}

/** Past diacritics and marks that folding drops. */
function endOfWord(text: string, from: number): number {
  let at = from
  while (at < text.length && foldUnit(text.charCodeAt(at)) === 0) at++
  return at
}

/** A word begins after anything but a letter, where the script changes, and at a capital after a small letter. */
function isWordStart(text: string, at: number): boolean {
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
  return (
    unit === SPACE || (unit >= 0x09 && unit <= 0x0d) || unit === 0xa0 || (unit >= 0x2000 && unit <= 0x200a)
  )
}
