/** Which of the candidates are taken: names of one thing speak together, and names strung together are taken together. */
import type { Span } from '../model.ts'
import type { Sheet } from './sheet.ts'

/** A candidate with what the weights say of it. */
export interface Weighted<T> {
  readonly one: T
  readonly span: Span
  /** Probability, 0 to 1. */
  readonly weight: number
  readonly reason: string
}

/** The weights that are asked for: of the first, of one strung onto one that is taken, of any other. */
export interface Thresholds {
  readonly first: number
  readonly strung: number
  readonly another: number
}

/**
 * Candidates that name one thing become one, heaviest first: the heaviest stands for them, with the probability that any of
 * them is right.
 */
export function joinNames<T>(candidates: readonly Weighted<T>[], keyOf: (one: T) => string): Weighted<T>[] {
  const byKey = new Map<string, Weighted<T>>()
  for (const candidate of candidates) {
    const key = keyOf(candidate.one)
    const known = byKey.get(key)
    if (known === undefined) byKey.set(key, candidate)
    else {
      const weight = 1 - (1 - known.weight) * (1 - candidate.weight)
      byKey.set(key, { ...(candidate.weight > known.weight ? candidate : known), weight })
    }
  }
  return [...byKey.values()].sort((a, b) => b.weight - a.weight)
}

/** Takes of ranked candidates those that weigh enough. */
export function takeNames<T>(
  sheet: Sheet,
  ranked: readonly Weighted<T>[],
  { first, strung, another }: Thresholds,
): Weighted<T>[] {
  const taken: Weighted<T>[] = []
  for (const candidate of ranked) {
    const isStrung = taken.some(one => isStrungTo(sheet, one.span, candidate.span))
    const asked = taken.length === 0 ? first : isStrung ? strung : another
    if (candidate.weight >= asked) taken.push(candidate)
  }
  return taken
}

const LONGEST_LINK = 7
const AND = '\u0648'
/** "and" or a comma, with the quotation marks of the names around it. */
const LINK = /^["\u201d\u00bb\s]*[\u060c,]?\s*\u0648?\s*["\u201c\u00ab]?$/

/** "روسيا وإيران", "أ، ب وج": nothing but "and" or a comma stands between two names. */
function isStrungTo(sheet: Sheet, a: Span, b: Span): boolean {
  const [before, after] = a[0] < b[0] ? [a, b] : [b, a]
  if (after[0] - before[1] > LONGEST_LINK || after[0] < before[1]) return false
  const { text } = sheet.text
  const gap = text.slice(before[1], after[0])
  return LINK.test(gap) && (gap.trim() !== '' || text.charAt(after[0]) === AND)
}
