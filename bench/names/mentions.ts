/** Actors and places of a bare text, as the measures of names need them. */
import type { Lexicon } from '../../src/lexicon/lexicon.ts'
import { findHits } from '../../src/lexicon/match.ts'
import { findActors } from '../../src/mentions/actors.ts'
import { findNumbersIn } from '../../src/mentions/numbers.ts'
import { findPlaces } from '../../src/mentions/places.ts'
import { readScene } from '../../src/mentions/scene.ts'
import type { ActorMention, Edtf, PlaceMention, Span } from '../../src/model.ts'
import { readText } from '../../src/text/text.ts'

/** Where the public data lies that is measured against: beside the project. */
export const SHARED = new URL('../../../shared/', import.meta.url).pathname

export type NameMention = ActorMention | PlaceMention

/** Finds the actors and places of `text` within `body`. */
export function mentionsOf(
  lexicon: Lexicon,
  text: string,
  known: { body?: Span; published?: Edtf | null; outlet?: string | null } = {},
): NameMention[] {
  const read = readText(text, known.body)
  const hits = findHits(read, lexicon)
  const { published = null, outlet = null } = known
  const scene = readScene(read, hits, { lexicon, published, outlet })
  return [...findActors(scene), ...findPlaces(scene, findNumbersIn(read, hits, lexicon))]
}

/** True where two spans share a unit. */
export function hasOverlap(one: Span, other: Span): boolean {
  return one[0] < other[1] && other[0] < one[1]
}

/** `12/40 30.0 %`. */
export function share(hits: number, of: number): string {
  return `${hits}/${of} ${of === 0 ? '-' : ((100 * hits) / of).toFixed(1)} %`
}
