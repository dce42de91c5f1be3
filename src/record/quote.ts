/**
 * A stretch of a text, told by its words and the words round it, so that it is found again where offsets have moved:
 * the TextQuoteSelector of Web Annotation (https://www.w3.org/TR/annotation-model/#text-quote-selector).
 */
import type { Span } from '../model.ts'

/** The words themselves, and up to 32 characters before and after them. */
export interface Quote {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/** As many characters as tell two places of an article apart: Hypothesis, the most used annotator, takes 32. */
const CONTEXT = 32

/** The quote of a span: `quoteSpan('one two three', [4, 7])` → exact `two`, prefix `one `, suffix ` three`. */
export function quoteSpan(text: string, [start, end]: Span): Quote {
  const from = skipHalf(text, Math.max(0, start - CONTEXT))
  const to = skipHalf(text, Math.min(text.length, end + CONTEXT))
  return { exact: text.slice(start, end), prefix: text.slice(from, start), suffix: text.slice(end, to) }
}

/** A place that is not between the two halves of one character. */
function skipHalf(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at
}

/** Where a text has the quote: of several places the one whose surroundings are most like it, of equals the first. */
export function findQuote(text: string, quote: Quote): Span | null {
  const { exact } = quote
  if (exact === '') return null
  let best: { at: number; likeness: number } | null = null
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    const likeness = likenessAt(text, at, quote)
    if (best === null || likeness > best.likeness) best = { at, likeness }
  }
  return best === null ? null : [best.at, best.at + exact.length]
}

/** How many characters before and after the words at `at` are those of the quote. */
function likenessAt(text: string, at: number, { exact, prefix, suffix }: Quote): number {
  let before = 0
  while (before < prefix.length && text[at - 1 - before] === prefix[prefix.length - 1 - before]) before++
  const end = at + exact.length
  let after = 0
  while (after < suffix.length && text[end + after] === suffix[after]) after++
  return before + after
}
