/**
 * Forms: one wording for different things. "A cable of congratulation to the president of ...", the weather of each day, the
 * closing of a market, a statement with a name and a number to fill in. They share their words and took nothing from each other.
 */
import { dayNumber, findDays } from '../days.ts'
import type { Sharing } from './direction.ts'
import type { Words } from './words.ts'

/** Where the passages lie in one article: its words, and of each passage the first word and the one after the last. */
export interface Stretches {
  readonly words: Words
  readonly ranges: readonly (readonly [from: number, to: number])[]
}

/**
 * Chosen on 200 pairs of bulk news that were read by eye (`docs/accuracy-record.md`): passages with so many different numbers
 * each, of which fewer than a half are the other's too, were forms in 10 of 10.
 */
const LEAST_NUMBERS = 4
const SAME_NUMBERS = 0.5
/**
 * Whole texts that came out so many days apart were forms in 33 of 36: news is copied at once. Where every word is the other's
 * too it is the same text again, whenever.
 */
const DAYS_APART = 3
const SAME_WORDS = 0.97

/** True where the numbers in the passages are mostly others. */
export function hasOtherNumbers({ readings, spans }: Sharing): boolean {
  const [first, second] = readings.map(({ article }, i) => {
    const text = spans[i]?.map(span => article.text.slice(...span)).join(' ') ?? ''
    return new Set(text.match(NUMBER)?.map(readNumber) ?? [])
  }) as [Set<string>, Set<string>]
  const most = Math.min(first.size, second.size)
  return most >= LEAST_NUMBERS && countCommon(first, second) < SAME_NUMBERS * most
}

/** True where both say their day, the days are far apart, and some of the words are others. */
export function isOfOtherDays({ readings }: Sharing, sides: readonly [Stretches, Stretches]): boolean {
  const [first, second] = readings.map(({ article }) => {
    const days = findDays(article.publishedFrom === 'inferred' ? null : article.published)
    return days.from !== null && days.from === days.to ? dayNumber(days.from) : null
  }) as [number | null, number | null]
  if (first === null || second === null || Math.abs(first - second) < DAYS_APART) return false
  const [one, other] = sides.map(listKeys) as [Set<number>, Set<number>]
  return countCommon(one, other) < SAME_WORDS * Math.min(one.size, other.size)
}

function countCommon<T>(first: ReadonlySet<T>, second: ReadonlySet<T>): number {
  let common = 0
  for (const value of first) if (second.has(value)) common++
  return common
}

function listKeys({ words, ranges }: Stretches): Set<number> {
  return new Set(ranges.flatMap(([from, to]) => [...words.keys.subarray(from, to)]))
}

/** Digits of any of the three kinds, with decimals behind a stop, a comma or, as agencies write, the letter reh: 63,54 the other way round. */
const NUMBER = /[0-9\u0660-\u0669\u06f0-\u06f9]+(?:[.,\u060c\u066b\u0631][0-9\u0660-\u0669\u06f0-\u06f9]+)*/g

/** A number that is the same however its thousands and decimals are written: without the one, the parts of the other sorted. */
function readNumber(number: string): string {
  // Arabic-Indic digits of both kinds end in 0 to 9 (https://www.unicode.org/charts/PDF/U0600.pdf).
  const digits = number.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, digit =>
    String((digit.codePointAt(0) as number) & 0xf),
  )
  const [first = '', ...rest] = digits.split(/[^0-9]/)
  const isThousands = rest.every(part => part.length === 3)
  return isThousands ? first + rest.join('') : [first, ...rest].sort().join(' ')
}
