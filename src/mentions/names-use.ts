/** What a name stands for where its words are in several tables: "روسيا" acts in one sentence and is gone to in the next. */
import { AND, BY } from '../lexicon/clitics.ts'
import type { Hit } from '../lexicon/match.ts'
import type { Name } from './names.ts'
import { findRootCountry, isAtWar } from './places-within.ts'
import { findNameOver, type Scene } from './scene.ts'
import { findWord, findWordBefore, isIn, isJoined, wordsOf } from './words.ts'

export type Use = 'actor' | 'place' | 'outlet' | 'none'

const STATES: ReadonlySet<string> = new Set(['state', 'government', 'international'])
const TOWARD = wordsOf('particles', 'toward locative')
const OPPOSED = wordsOf('particles', 'against between by with support')
const SAYING = wordsOf('reporting-verbs')
const PLACE_WORDS = wordsOf(
  'place-words',
  'near direction countryside bank front city town village quarter governorate district region border land sea',
)
const OUTLET_WORDS = wordsOf('particles', 'outlet-word')

/** Remembered: every finder asks, and "مصر وسوريا وليبيا" asks for the name before. */
const uses = new WeakMap<Name, Use>()

/** Decides between the tables that a name is in. Short names are actors only where the words are no place. */
export function findUse(scene: Scene, name: Name): Use {
  const known = uses.get(name)
  if (known !== undefined) return known
  const use = decideUse(scene, name)
  uses.set(name, use)
  return use
}

function decideUse(scene: Scene, name: Name): Use {
  if (name.outlets.length > 0 && isOutlet(scene, name)) return 'outlet'
  if (name.actors.length > 0 && name.places.length > 0) return isPlace(scene, name) ? 'place' : 'actor'
  if (name.actors.length > 0) return 'actor'
  if (name.places.length > 0) return 'place'
  return name.shorts.length > 0 ? 'actor' : 'none'
}

/** An outlet that may be something else ("الميادين", "العربية") needs a word for its trade or a verb of saying before it. */
function isOutlet(scene: Scene, name: Name): boolean {
  const isOpen = name.actors.length + name.shorts.length + name.places.length > 0
  const isAmbiguous = isOpen || name.outlets.every(({ row }) => hasNote(row.cells.note, 'ambiguous'))
  return !isAmbiguous || findWordBefore(scene, name.from, OUTLET_WORDS) !== undefined
}

function hasNote(note: string | undefined, word: string): boolean {
  return (note ?? '').includes(word)
}

/**
 * Countries and capitals: a place after "in", "to", a kind word or a direction; an actor after "against", "between" or a verb of
 * saying. Else a country at war at home is a place, another acts from afar; a person or a faction is no place.
 */
function isPlace(scene: Scene, name: Name): boolean {
  if (name.clitics & BY || isLocated(scene, name.from)) return true
  if (isAfterPlace(scene, name)) return true
  if (isActing(scene, name) || !name.actors.some(({ row }) => STATES.has(row.cells.kind ?? ''))) return false
  const country = findRootCountry(scene.lexicon, (name.places[0] as Hit).row)
  return isAtWar(scene.lexicon, country)
}

function isLocated(scene: Scene, token: number): boolean {
  if (token > 0 && isJoined(scene, token) && isIn(scene, token - 1)) return true
  return [TOWARD, PLACE_WORDS].some(words => findWordBefore(scene, token, words) !== undefined)
}

/** "في اتجاه تشاد ومصر": joined by "and" to a place. */
function isAfterPlace(scene: Scene, name: Name): boolean {
  const before =
    (name.clitics & AND) !== 0 && isJoined(scene, name.from) ? findNameOver(scene, name.from - 1) : undefined
  return before !== undefined && before.places.length > 0 && findUse(scene, before) === 'place'
}

function isActing(scene: Scene, name: Name): boolean {
  const { from, to } = name
  if (isJoined(scene, to) && findWord(scene, to, SAYING) !== undefined) return true
  return [OPPOSED, SAYING].some(words => findWordBefore(scene, from, words) !== undefined)
}
