/** Splits tokens into sentences and numbers the paragraphs. */
import type { Span } from '../model.ts'
import type { Token } from './tokens.ts'
import { ELLIPSIS, isDigit, NEWLINE, PARAGRAPH, STOP } from './units.ts'

export interface Sentence {
  readonly index: number
  /** First token and the one after the last. */
  readonly from: number
  readonly to: number
  readonly span: Span
  /** Index of the paragraph: lines are paragraphs, as the press sets them. */
  readonly paragraph: number
}

/** A sentence never runs on longer than this; hostile input is cut. Longest in the articles seen: 260 tokens. */
const MOST_TOKENS = 400

/** Splits at stops and line breaks. A stop inside an abbreviation ("أ.ف.ب", "د.") or before a digit ends nothing. */
export function splitSentences(text: string, tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  let paragraph = 0
  for (let i = 1; i <= tokens.length; i++) {
    const token = tokens[i]
    if (token !== undefined && !isBreak(text, tokens, i) && i - from < MOST_TOKENS) continue
    const first = tokens[from] as Token
    const last = tokens[i - 1] as Token
    if (from > 0 && first.gap & (NEWLINE | PARAGRAPH)) paragraph++
    sentences.push({ index: sentences.length, from, to: i, span: [first.start, last.end], paragraph })
    from = i
  }
  return tokens.length === 0 ? [] : sentences
}

function isBreak(text: string, tokens: readonly Token[], index: number): boolean {
  const token = tokens[index] as Token
  const before = tokens[index - 1] as Token
  if (token.gap & (NEWLINE | PARAGRAPH)) return true
  if (token.gap & ELLIPSIS) return false
  if (!(token.gap & STOP)) return false
  const isAbbreviation = before.form.length === 1 && before.kind === 'word' && token.start - before.end <= 2
  const isDecimal =
    before.kind === 'number' && isDigit(text.charCodeAt(token.start)) && token.start - before.end === 1
  return !isAbbreviation && !isDecimal
}
