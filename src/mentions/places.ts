/** Finds the places that a text names, and decides which they are. */
import { tableBits } from '../lexicon/tables.ts'
import type { NumberMention, PlaceMention } from '../model.ts'
import { findUse } from './names-use.ts'
import { type Related, tallyPhrases } from './places-evidence.ts'
import { type Known, remember } from './places-generic.ts'
import { readList, readNext } from './places-list.ts'
import { type Phrase, readPart, readPhrase, readStrange } from './places-phrase.ts'
import { relatePhrase, resolvePhrase } from './places-resolve.ts'
import { findKindWord, isPlural } from './places-words.ts'
import { findNameOver, type Scene } from './scene.ts'
import { findWord, wordsOf } from './words.ts'

/** A phrase begins with a hit of one of these tables, or with a word that no table has. */
const BEGINNERS = tableBits('places', 'place-words')
/** "عن طريق" is no road. */
const NOT_PLACES = wordsOf('place-words', 'not-a-place')

/**
 * Finds the places of a text in order. A span begins at the kind word or the direction that belongs to the name.
 *
 *     "في أحياء الحميدية والكنامات بمدينة دير الزور" → الحميدية, الكنامات, مدينة دير الزور
 */
export function findPlaces(scene: Scene, numbers: readonly NumberMention[]): PlaceMention[] {
  const related = readPhrases(scene).map(phrase => relatePhrase(scene, phrase, numbers))
  const phrases = related.map((one, index) => placeBeside(one, related[index + 1]))
  const evidence = tallyPhrases(scene, phrases)
  const known: Known = { before: undefined, last: new Map(), called: new Map() }
  return phrases.flatMap((one, index) => {
    const mention = resolvePhrase(evidence, one, { known, next: phrases[index + 1] })
    if (mention !== undefined) remember(scene, known, { phrase: one.phrase, mention })
    return mention === undefined ? [] : [mention]
  })
}

/** "معرزاف قرب أريحا": what is near a place is one. */
function placeBeside(one: Related, next: Related | undefined): Related {
  const isBeside = next?.relation.relation === 'near' && next.relation.from === one.phrase.to
  return isBeside ? { ...one, isPlaced: true } : one
}

function readPhrases(scene: Scene): Phrase[] {
  const phrases: Phrase[] = []
  let next = 0
  for (let at = 0; at < scene.text.tokens.length; at++) {
    const tables = scene.tables[at] as number
    if (at < next || (tables !== 0 && (tables & BEGINNERS) === 0)) continue
    const other = findWord(scene, at, NOT_PLACES)
    const found = other === undefined ? readPhrasesAt(scene, at) : []
    phrases.push(...found)
    next = Math.max(found.at(-1)?.to ?? 0, other?.to ?? 0)
  }
  return phrases
}

/** The phrases that begin at a token: one, the items of a list, and what follows a name with "and". */
function readPhrasesAt(scene: Scene, token: number): Phrase[] {
  if (scene.tables[token] === 0) return readStrangeAt(scene, token)
  const over = findNameOver(scene, token)
  if (over !== undefined && over.to - over.from > 1 && findUse(scene, over) !== 'place') return []
  const kindWord = findKindWord(scene, token)
  const list = kindWord !== undefined && isPlural(kindWord) ? readList(scene, kindWord) : []
  if (list.length > 0) return list
  const phrase = readPhrase(scene, token) ?? (kindWord === undefined ? undefined : readPart(scene, kindWord))
  return phrase === undefined ? [] : [phrase, ...readFollowing(scene, phrase)]
}

function readStrangeAt(scene: Scene, token: number): Phrase[] {
  const strange = readStrange(scene, token)
  return strange === undefined ? [] : [strange, ...readFollowing(scene, strange)]
}

/** "قرب كفر جالس ومورين وأم المرى": names after "and" share the relation of the first; unknown ones of two words only. */
function readFollowing(scene: Scene, phrase: Phrase): Phrase[] {
  const following: Phrase[] = []
  let next = phrase.by === 'name' || phrase.by === 'unknown' ? readNext(scene, phrase.to) : undefined
  while (next !== undefined && (next.by === 'name' || next.to - next.from > 1)) {
    following.push({ ...next, list: phrase.from })
    next = readNext(scene, next.to)
  }
  return following
}
