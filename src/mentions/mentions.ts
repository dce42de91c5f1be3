/** sentences → mentions: the actors, places, outlets, persons, dates and numbers that a text names. */
import type { Hit } from '../lexicon/match.ts'
import type { Mention } from '../model.ts'
import type { Text } from '../text/text.ts'
import { findActors } from './actors.ts'
import { findDatesIn } from './dates.ts'
import { dropDated, findNumbersIn } from './numbers.ts'
import { findOutlets } from './outlets.ts'
import { findPersons } from './persons.ts'
import { findPlaces } from './places.ts'
import { type MentionContext, readScene } from './scene.ts'

/**
 * Finds everything that `text` names, in order of position, the longer first where two begin together.
 * `hits` are those of `findHits(text, lexicon)`. Linear in the text.
 *
 *     "سيطرت قوات النظام على حي الحميدية" → actor `syrian-army` (قوات النظام), place `sy-dez-hamidiya` (حي الحميدية)
 */
export function findMentions(text: Text, hits: readonly Hit[], context: MentionContext): Mention[] {
  const { lexicon, published } = context
  const scene = readScene(text, hits, context)
  const numbers = findNumbersIn(text, hits, lexicon)
  const dates = findDatesIn(text, hits, { now: published, lexicon })
  const mentions: Mention[] = [
    ...findActors(scene),
    ...findPlaces(scene, numbers),
    ...findOutlets(scene),
    ...findPersons(scene),
    ...dates,
    ...dropDated(numbers, dates),
  ]
  return mentions.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])
}
