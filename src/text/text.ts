/** article → sentences of tokens, with the quotations. */
import type { Span } from '../model.ts'
import { findQuotes, type Quote } from './quotes.ts'
import { type Sentence, splitSentences } from './sentences.ts'
import { splitTokens, type Token } from './tokens.ts'

export interface Text {
  readonly text: string
  readonly body: Span
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
  readonly quotes: readonly Quote[]
}

/**
 * Reads `text` within `body` (all of it by default) into tokens, sentences and quotations. Spans are over the whole of
 * `text`. At each of `breaks` a new part of a page begins, and so a new sentence. Linear in the length.
 *
 *     readText('سيطرت القوات على البلدة. وقال مصدر…').sentences.length === 2
 */
export function readText(text: string, body: Span = [0, text.length], breaks: readonly number[] = []): Text {
  const tokens = splitTokens(text, body, breaks)
  return { text, body, tokens, sentences: splitSentences(text, tokens), quotes: findQuotes(text, body) }
}
