/** Whether a name that is an ordinary word too ("الباب", "الشعب", "حمص") means a place where it stands. */
import type { Lexicon } from '../lexicon/lexicon.ts'
import { listCell, type Row } from '../lexicon/tables.ts'
import { bareWord } from '../text/fold.ts'
import { findAdjective } from './actors-force.ts'
import type { Related } from './places-evidence.ts'
import type { Phrase } from './places-phrase.ts'
import { findRootCountry, listContainers } from './places-within.ts'
import { isTownWord } from './places-words.ts'
import type { Scene } from './scene.ts'
import { listKinds } from './words.ts'

/** What the words right beside a name say. */
export interface Support {
  /** A kind word or a direction: the name is a place's. */
  readonly isCertain: boolean
  /** Joined by "and" to another place. */
  readonly isListed: boolean
  /** Joined by "and" to any name that may be a place's. */
  readonly isChained: boolean
  /** After words that stand beside towns: "محيط", "مشارف". */
  readonly isNear: boolean
  /** After a preposition of place, or near-words such as "around". */
  readonly isAfterPreposition: boolean
  /** The phrase right after it: "الباب بريف حلب". */
  readonly next: Related | undefined
  /** Country of an adjective after it: "سروج التركية". */
  readonly nationality: string | undefined
}

/** What the rest of the article says for a row, on the scale of `places-choose.ts`. */
export interface Proof {
  /** Containers and neighbours named, and the row itself with a kind word. */
  readonly context: number
  /** True where a container stands in the same sentence. */
  readonly isHeld: boolean
  /** True where another place near it, or of the same province, stands in the same sentence. */
  readonly isBeside: boolean
  /** True where something in it stands in the same sentence. */
  readonly isHolding: boolean
  /** True where the article names the row with its kind word. */
  readonly isKnown: boolean
  /** True where the article is about the row's country. */
  readonly isHere: boolean
}

/** Places that an article about their country means more often than the word: provinces, rivers, seats of provinces. */
const LARGE: ReadonlySet<string> = new Set('country governorate region river sea border'.split(' '))
/** What one report calls a town another calls a village or a quarter. */
const SETTLED: ReadonlySet<string> = new Set(['city', 'town', 'village', 'quarter', 'district'])
const LOCAL: ReadonlySet<string> = new Set('facility hospital road bridge base quarter'.split(' '))
const HA = '\u0647'

/** True for a name that is an ordinary word or a person's too, whichever of its rows is meant. */
export function isDoubtful(rows: readonly Row[]): boolean {
  return rows.length > 0 && rows.every(({ cells }) => cells.ambiguous === 'yes')
}

/** True for provinces and the like, and for cities that give their province its name. */
export function isLarge(lexicon: Lexicon, row: Row): boolean {
  const { kind = '', name } = row.cells
  if (LARGE.has(kind)) return true
  const seat = (container: Row): boolean =>
    container.cells.kind === 'governorate' && container.cells.name === name
  return kind === 'city' && listContainers(lexicon, row).some(seat)
}

interface Known {
  readonly isDoubtful: boolean
  readonly phrase: Phrase
  readonly support: Support
  readonly proof: Proof
}

/** True where enough speaks for a place: much for a doubtful name, nothing but the name for another. */
export function isBelievable(scene: Scene, row: Row, known: Known): boolean {
  const { phrase, support, proof } = known
  if (!known.isDoubtful) return true
  if (support.isCertain && fitsKindWord(row, phrase))
    return !isLocal(row) || proof.isHere || proof.context > 0
  if (!isSpelled(scene, row, phrase) || findAdjective(scene, phrase.from) !== undefined) return false
  if (support.isChained && proof.isHeld) return true
  if (support.isListed || proof.isKnown || proof.isHolding) return true
  if (support.nationality === findRootCountry(scene.lexicon, row).toUpperCase()) return true
  if (isBeforeHolder(scene.lexicon, row, { phrase, next: support.next })) return true
  if (isLong(phrase) && (support.isAfterPreposition || proof.context > 0)) return true
  return isLarge(scene.lexicon, row)
    ? proof.context >= 2 || (proof.isHere && (support.isAfterPreposition || proof.context > 0))
    : (support.isAfterPreposition && (proof.isHeld || proof.isBeside)) || (support.isNear && proof.isHere)
}

/** Every town has a "كلية الطب" and a "حي الثورة": which town's is meant must be said. */
function isLocal({ cells }: Row): boolean {
  return LOCAL.has(cells.kind ?? '')
}

/** Names of two words are persons' at worst: "صلاح الدين". */
function isLong({ name }: Phrase): boolean {
  return name !== undefined && name.to - name.from > 1
}

/**
 * True where the next phrase, a word away at most, holds the row or is its land: "السخنة شرق حمص", "الناصرية جنوبي العراق".
 * Between homonyms it weighs most: "النيرب بريف إدلب".
 */
export function isBeforeHolder(
  lexicon: Lexicon,
  row: Row,
  { phrase, next }: Pick<Support, 'next'> & Pick<Known, 'phrase'>,
): boolean {
  if (next === undefined || next.relation.from - phrase.to > 1) return false
  const { rows } = next
  const holders = new Set(listContainers(lexicon, row).map(({ id }) => id))
  const isRoad = phrase.kindWord !== undefined && listKinds(phrase.kindWord.row).includes('road')
  if (isRoad && rows.length > 0 && next.phrase.from === phrase.to) return true
  return rows.some(other => holders.has(other.id) || (isLand(other) && isSameLand(lexicon, row, other)))
}

function isLand({ cells }: Row): boolean {
  return cells.kind === 'region' || cells.kind === 'country'
}

function isSameLand(lexicon: Lexicon, row: Row, other: Row): boolean {
  return findRootCountry(lexicon, row) === findRootCountry(lexicon, other)
}

/** "حي التجارة" is the quarter, "قطاع التجارة" is none; a direction without kind word fits all. */
function fitsKindWord({ cells }: Row, { kindWord, part }: Phrase): boolean {
  if (kindWord === undefined || part !== undefined) return true
  const kind = cells.kind ?? ''
  return listKinds(kindWord.row).includes(kind) || (SETTLED.has(kind) && isTownWord(kindWord))
}

/** Folding takes "عنه" (about him) for "عنة": a last ha must be the name's own. */
function isSpelled({ text }: Scene, row: Row, { name }: Phrase): boolean {
  if (name === undefined || name.to - name.from > 1) return true
  const bare = bareWord(text.text.slice(name.span[0], name.span[1]))
  if (!bare.endsWith(HA)) return true
  return [row.cells.name ?? '', ...listCell(row, 'also')].some(words => words.endsWith(HA))
}
