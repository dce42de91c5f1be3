/**
 * The spellings of words met so far, numbered: a word that comes again costs one look into a small table, no new string and
 * no folding. A memory of the process, not a state that changes what is read.
 */
import { foldWord } from './fold.ts'
import { isDigit, isLetter } from './units.ts'

/** Spellings remembered; news in Arabic has about 150,000 common ones. Those that come later are folded each time. */
const MOST = 200_000
/** Longer ones are not remembered: the longest words of news have 20 units, and 30 with all their vowels. */
const LONGEST = 32
/** Places of the table: a power of two, more than twice `MOST`, so that a look seldom meets another spelling. */
const SIZE = 2 ** 19
/** A look ends after so many places: words chosen to meet in one place must not make it slow. */
const MOST_STEPS = 32

/** At each place the number of a spelling, 0 where it is free. */
const places = new Uint32Array(SIZE)
/** All spellings, one after another, and where each begins: strings would lie all over the memory, and these are read often. */
let units = new Uint16Array(2 ** 16)
const starts = new Uint32Array(MOST + 2)
const forms = ['']

/** The number of a spelling that is not remembered. */
export const UNNUMBERED = 0

/** The number of the spelling at `[start, end)` of `text`, from 1; `UNNUMBERED` where it is not remembered. */
export function numberSpelling(text: string, start: number, end: number): number {
  if (end - start > LONGEST) return UNNUMBERED
  let place = hashUnits(text, start, end)
  for (let step = 0; step < MOST_STEPS; step++) {
    const number = places[place] as number
    if (number === 0) return addSpelling(text.slice(start, end), place)
    if (sizeOf(number) === end - start && isAt(text, start, number)) return number
    place = (place + 1) % SIZE
  }
  return UNNUMBERED
}

function hashUnits(text: string, start: number, end: number): number {
  let hash = 0
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0
  return ((hash ^ (hash >>> 15)) >>> 0) % SIZE
}

function sizeOf(number: number): number {
  return (starts[number + 1] as number) - (starts[number] as number)
}

function isAt(text: string, start: number, number: number): boolean {
  const first = starts[number] as number
  const size = sizeOf(number)
  for (let i = 0; i < size; i++) if (units[first + i] !== text.charCodeAt(start + i)) return false
  return true
}

function addSpelling(spelling: string, place: number): number {
  const number = forms.length
  if (number > MOST) return UNNUMBERED
  const first = starts[number] as number
  if (first + LONGEST > units.length) units = growTwice(units)
  for (let i = 0; i < spelling.length; i++) units[first + i] = spelling.charCodeAt(i)
  starts[number + 1] = first + spelling.length
  places[place] = number
  forms.push(foldSpelling(spelling))
  return number
}

function growTwice(full: Uint16Array): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(full.length * 2)
  larger.set(full)
  return larger
}

/** The folded form of a numbered spelling: the same string each time. */
export function formOf(number: number): string {
  return forms[number] as string
}

/** The folded form of a spelling, without the marks that were put into a word to hide it: `قـ.ـوات`. */
export function foldSpelling(spelling: string): string {
  const folded = foldWord(spelling)
  if (isDigit(spelling.charCodeAt(0))) return folded
  let plain = ''
  for (let i = 0; i < folded.length; i++) if (isLetter(folded.charCodeAt(i))) plain += folded.charAt(i)
  return plain
}
