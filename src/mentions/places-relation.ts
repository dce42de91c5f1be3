/** What stands around a place's name: "محيط", "شمال شرق", "على بعد 10 كم شرق", "بـ15 كيلومترا". */
import { BY } from '../lexicon/clitics.ts'
import type { Hit } from '../lexicon/match.ts'
import type { NumberMention, Span } from '../model.ts'
import type { Phrase } from './places-phrase.ts'
import { joinDirections } from './places-words.ts'
import type { Scene } from './scene.ts'
import { findWordBefore, isIn, isJoined, wordsOf } from './words.ts'

const NEAR = wordsOf('place-words', 'near')
const DIRECTIONS = wordsOf('place-words', 'direction')
const KILOMETRE = 'kilometre'
/** "على بعد نحو 15 كيلومترا إلى الشمال من" puts so many letters between distance and name at most. */
const MOST_BETWEEN = 30
const MOST_DIRECTIONS = 4
/** The middle of a place; the word also means "a centre of": it proves nothing of the name after it. */
export const CENTRE = 'centre'

/** How a phrase's surroundings place it. */
export interface Relation {
  /** First token of the words that say so. */
  readonly from: number
  readonly relation?: 'near'
  /** A direction that names a part of the place itself: "شمال سوريا", "في شرق مدينة حلب". */
  readonly part?: string
  readonly offset?: { readonly km: number | null; readonly direction: string | null }
}

/** Reads what stands before (and for distances after) a phrase; `isWide` for countries and regions, which have directions of their own. */
export function findRelation(scene: Scene, phrase: Phrase, options: RelationOptions): Relation {
  const first = phrase.list ?? phrase.from
  const { from, direction, isInside } = readDirectionsBefore(scene, first)
  const near = findWordBefore(scene, from, NEAR)
  const km = findDistance(phrase.span, options.numbers, { scene, from })
  if (near !== undefined && direction === null)
    return { from: near.from, relation: 'near', ...offsetOf(km, null) }
  if (direction === null) return km === null ? { from } : { from, relation: 'near', ...offsetOf(km, null) }
  if (direction === CENTRE) return { from, part: CENTRE }
  if (km === null && (options.isWide || isInside)) return { from, part: direction }
  return { from, relation: 'near', ...offsetOf(km, direction) }
}

export interface RelationOptions {
  readonly isWide: boolean
  /** The numbers of the text, in order. */
  readonly numbers: readonly NumberMention[]
}

function offsetOf(km: number | null, direction: string | null): Pick<Relation, 'offset'> {
  return km === null && direction === null ? {} : { offset: { km, direction } }
}

interface Before {
  readonly from: number
  readonly direction: string | null
  /** "في شرق المدينة" is in it, "شرق المدينة" beside it. */
  readonly isInside: boolean
}

/** "شمال شرق", "شمال وشمال شرق" before a name. */
function readDirectionsBefore(scene: Scene, token: number): Before {
  const parts: string[] = []
  let from = token
  let last: Hit | undefined
  for (let step = 0; step < MOST_DIRECTIONS; step++) {
    const hit = findWordBefore(scene, from, DIRECTIONS)
    if (hit === undefined) break
    parts.unshift(hit.row.cells.note ?? '')
    from = hit.from
    last = hit
    if (hit.clitics !== 0) break
  }
  const isInside = last !== undefined && ((last.clitics & BY) !== 0 || isAfterIn(scene, from))
  return { from, direction: parts.length === 0 ? null : joinDirections(parts), isInside }
}

function isAfterIn(scene: Scene, token: number): boolean {
  return token > 0 && isJoined(scene, token) && isIn(scene, token - 1)
}

/** The distance in kilometres beside a name, in the same sentence; `null` where none is near enough. */
function findDistance(
  span: Span,
  numbers: readonly NumberMention[],
  before: { scene: Scene; from: number },
): number | null {
  const start = before.scene.text.tokens[before.from]?.start ?? span[0]
  for (let i = findFirstNumber(numbers, start - MOST_BETWEEN); i < numbers.length; i++) {
    const { unit, min, span: at } = numbers[i] as NumberMention
    if (at[0] > span[1] + MOST_BETWEEN) break
    const gap = at[1] <= start ? start - at[1] : at[0] - span[1]
    if (unit === KILOMETRE && gap >= 0 && gap <= MOST_BETWEEN && !hasStop(before.scene, at, span)) return min
  }
  return null
}

/** Index of the first number that ends at or behind `from`; logarithmic. */
function findFirstNumber(numbers: readonly NumberMention[], from: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] as NumberMention).span[1] < from) low = middle + 1
    else high = middle
  }
  return low
}

function hasStop({ text }: Scene, one: Span, other: Span): boolean {
  const [from, to] = one[1] <= other[0] ? [one[1], other[0]] : [other[1], one[0]]
  const between = text.text.slice(from, to)
  return between.includes('.') || between.includes('\n') || between.includes('\u060c')
}
