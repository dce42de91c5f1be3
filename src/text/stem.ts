/**
 * Light stems for search, after light10 (Larkey, Ballesteros, Connell 2007): the article and its prefixes and the commonest
 * endings go, the middle of a word stays. Stems are keys for search only; the reader of claims never sees them.
 * Letters stand here by their code points, because they are grammar and not words.
 */
import type { Span } from '../model.ts'
import { foldWord } from './fold.ts'
import { isDigit, isLetter } from './units.ts'

const WAW = '\u0648'
const ALIF = '\u0627'
/** wal-, bal-, kal-, fal-, al-, lil-: longest first. What is left must have two letters. */
export const ARTICLES = [
  '\u0648\u0627\u0644',
  '\u0628\u0627\u0644',
  '\u0643\u0627\u0644',
  '\u0641\u0627\u0644',
  '\u0627\u0644',
  '\u0644\u0644',
]
/** -ha, -an, -at, -un, -in, -ih, -iya (folded: ya, ha), -h, -i, in light10's order; each is taken off once. */
export const ENDINGS = [
  '\u0647\u0627',
  '\u0627\u0646',
  '\u0627\u062a',
  '\u0648\u0646',
  '\u064a\u0646',
  '\u064a\u0647',
  '\u0647',
  '\u064a',
]
/** Letters that any cut leaves. */
export const LEAST = 2
export const LEAST_AFTER_WAW = 3
/** Not in light10: the final alif of tanwin and of country names goes, so that both spellings of Syria meet. */
export const LEAST_BEFORE_ALIF = 4
/** Words remembered before the memory is emptied; Arabic news has about 150,000 common forms. */
const MOST_STEMS = 200_000
const stems = new Map<string, string>()

/** A word of a text with its light stem. */
export interface Stem {
  readonly span: Span
  readonly stem: string
}

/**
 * The light stem of a folded word: `وبالمدينه`, `المدينه` and `مدينتها` need not meet, but `المدينه`, `والمدينه` and `مدينه` do.
 * Words without Arabic letters come back as they are.
 */
export function stemWord(folded: string): string {
  let stem = folded
  if (stem.startsWith(WAW) && stem.length - 1 >= LEAST_AFTER_WAW) stem = stem.slice(1)
  const article = ARTICLES.find(prefix => stem.startsWith(prefix) && stem.length - prefix.length >= LEAST)
  if (article !== undefined) stem = stem.slice(article.length)
  if (stem.endsWith(ALIF) && stem.length - 1 >= LEAST_BEFORE_ALIF) stem = stem.slice(0, -1)
  for (const ending of ENDINGS) {
    if (stem.endsWith(ending) && stem.length - ending.length >= LEAST) stem = stem.slice(0, -ending.length)
  }
  return stem
}

/** The words and numbers of a text with their light stems, in order; linear in its length. */
export function findStems(text: string): Stem[] {
  const found: Stem[] = []
  let at = 0
  while (at < text.length) {
    const end = findEnd(text, at)
    const stem = end > at ? stemOf(text.slice(at, end)) : ''
    if (stem !== '') found.push({ span: [at, end], stem })
    at = Math.max(end, at + 1)
  }
  return found
}

/** A text as its stems with spaces between: what the search index holds. */
export function stemText(text: string): string {
  return findStems(text)
    .map(({ stem }) => stem)
    .join(' ')
}

function findEnd(text: string, from: number): number {
  let end = from
  while (end < text.length && (isLetter(text.charCodeAt(end)) || isDigit(text.charCodeAt(end)))) end++
  return end
}

/** V8 cuts strings of 13 units and more out of their parent and keeps the parent: remembered, they would hold every article. */
const LONGEST_REMEMBERED = 12

function stemOf(raw: string): string {
  if (raw.length > LONGEST_REMEMBERED) return stemWord(foldWord(raw))
  const known = stems.get(raw)
  if (known !== undefined) return known
  const stem = stemWord(foldWord(raw))
  if (stems.size >= MOST_STEMS) stems.clear()
  stems.set(raw, stem)
  return stem
}
