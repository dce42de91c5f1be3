/** The small words between numbers and dates: and, to, from, of, in. */
import type { Terms } from './terms.ts'

/** True where the token is "and" standing alone, as before digits: `و 13`. */
export function isAndToken(terms: Terms, at: number): boolean {
  return isLink(terms, at, 'and')
}

/** True where the token is the link word `name` of the numbers or calendar table: `to`, `from`, `of`, `in`, `or`. */
export function isLink(terms: Terms, at: number, name: string): boolean {
  const term = terms.numbers[at]
  return term !== undefined && term.kind === 'link' && term.names[0] === name
}
