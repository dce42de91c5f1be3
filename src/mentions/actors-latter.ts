/** Words that look back at actors named before: "the latter" (الأخيرة), "his country" (بلاده), "the two sides" (الطرفان). */
import { BY } from '../lexicon/clitics.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Hit } from '../lexicon/match.ts'
import type { Row } from '../lexicon/tables.ts'
import type { Spot } from './actors-force.ts'
import { findBefore, type Memory, type Named } from './actors-memory.ts'
import { findActing, findMain, findMilitary } from './actors-side.ts'
import type { Name } from './names.ts'
import { findUse } from './names-use.ts'
import { findName, findNameOver, type Scene } from './scene.ts'
import {
  findClass,
  findStart,
  findWord,
  findWordBefore,
  isIn,
  isJoined,
  isOf,
  spanTo,
  wordsOf,
} from './words.ts'

const LATTER = wordsOf('particles', 'latter')
/** What makes a predicate of the word after it: "ليست الأخيرة", "هي الأخيرة". */
const EQUATIONS = wordsOf('particles', 'equation')
/** After one of these "the latter" is no adjective: "قالت الأخيرة", "أن الأخيرة", "هذه الأخيرة". */
const LEADING = [wordsOf('particles'), wordsOf('events', 'verb'), wordsOf('reporting-verbs')]
const OWNERS = wordsOf('particles', 'belongs')
const ALLIES = wordsOf('particles', 'ally support')
const PLACE_WORDS = wordsOf('place-words')
const FEMININE = 'feminine'
const TWO = 'two'
/** "بلاده": the country of the person or the state last named. */
const COUNTRY = 'country'
/** Notes of rows of actors: names for both sides of a fight or a deal, whoever they are. */
const PAIR = 'pair'
const ARTICLE = '\u0627\u0644'
const FEMININE_ENDS = ['\u0647', '\u0627\u062a']
const DUALS = ['\u0627\u0646', '\u064a\u0646']
const OWN_ENDS = ['\u0647', '\u0647\u0627', '\u0647\u0645']
/** So many words after "in" a place is where something happened, and nobody's antecedent: "في ريف مدينة حلب". */
const REACH_OF_IN = 3
/** Kinds of actors that can be a side of a fight or a deal. */
const SIDES: ReadonlySet<string> = new Set(
  'army air-force militia faction state government alliance police party tribe'.split(' '),
)

const STATESMEN: ReadonlySet<string> = new Set('person state government ministry'.split(' '))

/** Reads "the latter" or "his country" at `token` where it is a noun: not in "المعركة الأخيرة", "الأخيرة من نوعها", "ليست الأخيرة", and not an owner. */
export function readLatter(scene: Scene, token: number): Spot | undefined {
  const head = findWord(scene, token, LATTER)
  if (head === undefined || (head.row.cells.note !== COUNTRY && !isNoun(scene, head))) return undefined
  const { from, to } = head
  const span = spanTo(scene, findStart(scene, head), to - 1)
  return { from, to, span, by: 'latter', rows: [], isAlly: false, head }
}

function isNoun(scene: Scene, { from, to }: Hit): boolean {
  if (isJoined(scene, to) && isOf(scene, to)) return false
  if (findWordBefore(scene, from, OWNERS) !== undefined) return false
  if (from === 0 || !isJoined(scene, from)) return true
  if (findWordBefore(scene, from, EQUATIONS) !== undefined) return false
  if (LEADING.some(words => findWordBefore(scene, from, words) !== undefined)) return true
  return !isDefiniteNoun(scene, from - 1)
}

/** With an article, a pronoun or a name: what follows it is its adjective. */
function isDefiniteNoun(scene: Scene, token: number): boolean {
  const form = scene.text.tokens[token]?.form ?? ''
  const isOwn = OWN_ENDS.some(ending => form.endsWith(ending))
  return form.includes(ARTICLE) || isOwn || findNameOver(scene, token) !== undefined
}

/** True for "الطرفين المتقابلين" of a river or a road: both sides of a fight have no adjective but their own. */
export function isOtherPair({ text }: Scene, { rows, to }: Spot): boolean {
  const form = text.tokens[to]?.form ?? ''
  return rows.some(isPair) && form.startsWith(ARTICLE) && DUALS.some(ending => form.endsWith(ending))
}

/** True for a row that names both sides, whoever they are: "طرفا النزاع". */
export function isPair({ cells }: Row): boolean {
  return cells.note === PAIR
}

/** Whom the spot at `index` looks back to: one actor, two for a dual, none where nobody fits. */
export function resolveBackward(memory: Memory, index: number): readonly Named[] {
  const { by, head, rows } = memory.spots[index] as Spot
  const note = head?.row.cells.note
  if (rows.some(isPair) || (by === 'latter' && note === TWO)) return findTwo(memory, index)
  if (by !== 'latter') return []
  if (note === COUNTRY) return findState(memory, index)
  const isFeminine = note === FEMININE
  const latter = findBefore(
    memory,
    index,
    ({ spot, row }) => row.cells.kind !== 'category' && hasFeminine(memory.scene, spot) === isFeminine,
  )
  if (latter === undefined || (isFeminine && hasPlaceBetween(memory, latter.spot.to, index))) return []
  return [latter]
}

function findState(memory: Memory, index: number): readonly Named[] {
  const state = findBefore(memory, index, ({ row }) => STATESMEN.has(row.cells.kind ?? ''))
  return state === undefined ? [] : [{ ...state, row: findMain(memory.scene.lexicon, state.row) }]
}

/** The two sides last named, the earlier first; none where only one was. */
function findTwo(memory: Memory, index: number): readonly Named[] {
  const { lexicon } = memory.scene
  const isSide = (named: Named): boolean => isParty(memory.scene, named)
  const second = findBefore(memory, index, isSide)
  if (second === undefined) return []
  const known = findFighter(lexicon, second)
  const first = findBefore(memory, index, named => isSide(named) && findFighter(lexicon, named) !== known)
  return first === undefined ? [] : [first, second]
}

/** Not whose raids they were, nor whom somebody else sides with: "الموالي لتركيا". */
function isParty(scene: Scene, { spot, row }: Named): boolean {
  if (!SIDES.has(row.cells.kind ?? '') || isPair(row) || spot.force === 'act') return false
  return findWordBefore(scene, spot.from, ALLIES) === undefined
}

/** A government and its army are one side. */
function findFighter(lexicon: Lexicon, named: Named): string | null {
  return findMilitary(lexicon, named.row) ?? findActing(lexicon, named)
}

/** The gender of a wording's first word: ta marbuta, the plural of things and the words that a class lists are feminine. */
function hasFeminine(scene: Scene, { from }: Spot): boolean {
  const form = scene.text.tokens[from]?.form ?? ''
  if (FEMININE_ENDS.some(ending => form.endsWith(ending))) return true
  return findClass(scene, from, FEMININE) !== undefined
}

/** True where a town was named since, and not as where something happened: the town is "the latter" then. */
function hasPlaceBetween({ scene, spots }: Memory, from: number, index: number): boolean {
  for (let token = (spots[index] as Spot).from - 1; token >= from; token--) {
    const name = findName(scene, token)
    if (name !== undefined && findUse(scene, name) === 'place' && !isAdjunct(scene, name)) return true
  }
  return false
}

/** "في مدينة حلب", "بريف حلب". */
function isAdjunct(scene: Scene, { from, clitics }: Name): boolean {
  if (clitics & BY) return true
  for (let token = from - 1; token >= from - REACH_OF_IN && isJoined(scene, token + 1); token--) {
    if (isIn(scene, token) || ((findWord(scene, token, PLACE_WORDS)?.clitics ?? 0) & BY) !== 0) return true
  }
  return false
}
