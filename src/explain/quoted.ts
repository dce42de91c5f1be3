/** Sentences are quoted, not counted: a piece of a text stands for its span, `مصدر@2` for its second occurrence. */
import type { Span } from '../model.ts'

/** In a sentence's `want` it says that there must be nothing. */
export const NONE = '—'

/** The span of a quoted piece of a text: `findQuoted('من قال قال', 'قال@2')` → `[7, 10]`; undefined where it is not in it. */
export function findQuoted(text: string, quoted: string): Span | undefined {
  const mark = quoted.lastIndexOf('@')
  const isNumbered = mark > 0 && /^\d+$/.test(quoted.slice(mark + 1))
  const words = isNumbered ? quoted.slice(0, mark) : quoted
  const nth = isNumbered ? Number(quoted.slice(mark + 1)) : 1
  if (words === '') return undefined
  let at = -1
  for (let i = 0; i < nth; i++) {
    at = text.indexOf(words, at + 1)
    if (at < 0) return undefined
  }
  return [at, at + words.length]
}

/** A span as a quoted piece: `writeQuoted('من قال قال', [7, 10])` → `قال@2`. */
export function writeQuoted(text: string, [start, end]: Span): string {
  const words = text.slice(start, end)
  let nth = 1
  for (let at = text.indexOf(words); at >= 0 && at < start; at = text.indexOf(words, at + 1)) nth++
  return nth === 1 ? words : `${words}@${nth}`
}
