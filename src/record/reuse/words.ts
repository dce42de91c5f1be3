/** The words of an article as numbers: what shingles are made of and what the alignment compares. */
import type { Article, Region, RegionKind, Span } from '../../model.ts'
import { type StemUnits, visitStems } from '../../text/stem-units.ts'
import { isDigit } from '../../text/units.ts'

/** Words in the order of the text. All three lists have one entry for each word. */
export interface Words {
  /** A hash of the light stem; its two lowest bits say whether the word can carry meaning and whether it is long. */
  readonly keys: Uint32Array
  /** Where the word begins and ends, in UTF-16 code units of `article.text`. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

/** Labelled parts of a page that may stand inside the body and are not its words. */
const FURNITURE = new Set<RegionKind>([
  'menu',
  'caption',
  'comments',
  'related',
  'counter',
  'credit',
  'dateline',
])
/** Stems of one or two letters are particles and pronouns in Arabic, with few exceptions. */
const CONTENT_LETTERS = 3
/** Long stems are the rare ones: of the shares of words tried on ExAraPlagDet, these find most for their number. */
const LONG_LETTERS = 5
const CONTENT = 1
const LONG = 2
/** The words of the headline and the body, light-stemmed and hashed; linear in the length. */
export function readWords(article: Pick<Article, 'text' | 'title' | 'body' | 'regions'>): Words {
  const keys: number[] = []
  const starts: number[] = []
  const ends: number[] = []
  for (const part of listParts(article)) {
    visitStems(article.text, part, word => {
      keys.push(findKey(word))
      starts.push(word.start)
      ends.push(word.end)
    })
  }
  return { keys: Uint32Array.from(keys), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) }
}

/** True for the key of a word that can carry meaning: a stem of three letters and more, or a number. */
export function isContent(key: number): boolean {
  return (key & CONTENT) !== 0
}

/** True for the key of a word that is likely to be rare: a stem of five letters and more. */
export function isLong(key: number): boolean {
  return (key & LONG) !== 0
}

/** A hash without the bit that tells a long word's key from it. */
export function clearLong(hash: number): number {
  return (hash & ~LONG) >>> 0
}

/** The span of the words `[from, to)`. */
export function findWordSpan(words: Words, from: number, to: number): Span {
  return [words.starts[from] as number, words.ends[to - 1] as number]
}

/** Headline and body, in the order of the text, without the furniture inside. */
function listParts({ title, body, regions }: Pick<Article, 'title' | 'body' | 'regions'>): Span[] {
  const isInBody = title !== null && title.span[0] >= body[0] && title.span[1] <= body[1]
  const parts = title === null || isInBody ? [body] : [title.span, body]
  const cuts = regions.filter(({ kind }) => FURNITURE.has(kind))
  return parts.toSorted(([a], [b]) => a - b).flatMap(part => cutRegions(part, cuts))
}

function cutRegions([from, to]: Span, cuts: readonly Region[]): Span[] {
  const parts: Span[] = []
  let at = from
  for (const { span } of cuts.toSorted((a, b) => a.span[0] - b.span[0])) {
    if (span[1] <= at || span[0] >= to) continue
    if (span[0] > at) parts.push([at, span[0]])
    at = span[1]
  }
  if (at < to) parts.push([at, to])
  return parts
}

/** FNV-1a over the letters of the stem, mixed, with the two bits that tell its kind. */
function findKey({ units, from, to }: StemUnits): number {
  let hash = 0x811c9dc5
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (units[i] as number), 0x01000193)
  const content = to - from >= CONTENT_LETTERS || isDigit(units[from] as number) ? CONTENT : 0
  const long = to - from >= LONG_LETTERS ? LONG : 0
  return ((mixHash(hash) & ~(CONTENT | LONG)) | content | long) >>> 0
}

/** The finalizer of MurmurHash3: every bit of the result hangs on every bit of `hash`. */
export function mixHash(hash: number): number {
  let mixed = hash
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
