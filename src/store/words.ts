/** What a person looks for, as a query of the word index; and where it stands in a text. */
import type { Span } from '../model.ts'
import { findStems } from '../text/stem.ts'
import type { Snippet } from './store.ts'

/** A search: `match` is an FTS5 query over stems, empty where nothing is asked for. */
export interface Words {
  readonly match: string
  readonly stems: ReadonlySet<string>
}

/** Characters round the first match of a snippet. */
const AROUND = 110

/**
 * Reads what a person typed: every word must be there, in any order; a phrase in quotation marks in its order.
 * `"قصف المدينة" أمس` → the phrase and the word. Other signs are nothing.
 */
export function readWords(typed: string): Words {
  const terms: string[] = []
  const stems = new Set<string>()
  for (const [i, piece] of typed.split(/["\u201c\u201d\u00ab\u00bb]/).entries()) {
    const found = findStems(piece).map(({ stem }) => stem)
    for (const stem of found) stems.add(stem)
    const isPhrase = i % 2 === 1
    if (isPhrase && found.length > 0) terms.push(`"${found.join(' ')}"`)
    if (!isPhrase) terms.push(...found.map(stem => `"${stem}"`))
  }
  return { match: terms.join(' AND '), stems }
}

/** Where words of a search stand in a text. */
export function findWordHits(text: string, words: Words): Span[] {
  if (words.stems.size === 0) return []
  return findStems(text)
    .filter(({ stem }) => words.stems.has(stem))
    .map(({ span }) => span)
}

/** The piece of a text round the stretch with the most different words of a search; its beginning where none is there. */
export function cutSnippet(text: string, words: Words, body: Span): Snippet {
  const found = findStems(text.slice(...body)).filter(({ stem }) => words.stems.has(stem))
  const centre = findDensest(found) + body[0]
  const from = found.length === 0 ? body[0] : findGap(text, Math.max(body[0], centre - AROUND), body[0])
  const to = findGap(text, Math.min(body[1], from + 2 * AROUND), from)
  const hits = found
    .map(({ span }): Span => [span[0] + body[0] - from, span[1] + body[0] - from])
    .filter(([start, end]) => start >= 0 && end <= to - from)
  return { text: text.slice(from, to), hits, at: from }
}

/** The start of the match round which most different words stand. */
function findDensest(found: readonly { span: Span; stem: string }[]): number {
  let densest = found[0]?.span[0] ?? 0
  let most = 0
  for (const [i, { span }] of found.entries()) {
    const near = found.slice(i, i + 12).filter(other => other.span[1] - span[0] <= 2 * AROUND)
    const different = new Set(near.map(({ stem }) => stem)).size
    if (different > most) densest = span[0]
    most = Math.max(most, different)
  }
  return densest
}

/** The nearest space at or before `at`, so that no word is cut; `at` itself where there is none near. */
function findGap(text: string, at: number, least: number): number {
  if (at >= text.length || at <= least) return at
  for (let i = at; i > Math.max(least, at - 25); i--) if (/\s/.test(text.charAt(i))) return i + 1
  return at
}
