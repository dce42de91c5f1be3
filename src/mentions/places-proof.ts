/** Whether a name that is an ordinary word too ("الباب", "الشعب", "حمص") means a place where it stands. */
import type { Lexicon } from '../lexicon/lexicon.ts'
import { listCell, type Row } from '../lexicon/tables.ts'
import { bareWord } from '../text/fold.ts'
import type { Phrase } from './places-phrase.ts'
import { listContainers } from './places-within.ts'
import type { Scene } from './scene.ts'
import { listKinds } from './words.ts'

/** What the words right beside a name say. */
export interface Support {
  /** A kind word or a direction: the name is a place's. */
  readonly isCertain: boolean
  /** Joined by "and" to another place. */
  readonly isListed: boolean
  /** After a preposition of place, or near-words such as "around". */
  readonly isAfterPreposition: boolean
  /** The phrase right after it: "الباب بريف حلب". */
  readonly next: Phrase | undefined
}

/** What the rest of the article says for a row, on the scale of `places-choose.ts`. */
export interface Proof {
  /** Containers and neighbours named, and the row itself with a kind word. */
  readonly context: number
  /** True where a container stands in the same sentence. */
  readonly isHeld: boolean
  /** True where the article names the row with its kind word. */
  readonly isKnown: boolean
  /** True where the article is about the row's country. */
  readonly isHere: boolean
}

/** Places that an article about their country means more often than the word: provinces, rivers, seats of provinces. */
const LARGE: ReadonlySet<string> = new Set('country governorate region river sea border'.split(' '))
const HA = '\u0647'

/** True for a row whose names are ordinary words too. */
export function isDoubtful({ cells }: Row): boolean {
  return cells.ambiguous === 'yes'
}

/** True for provinces and the like, and for cities that give their province its name. */
export function isLarge(lexicon: Lexicon, row: Row): boolean {
  const { kind = '', name } = row.cells
  if (LARGE.has(kind)) return true
  const seat = (container: Row): boolean =>
    container.cells.kind === 'governorate' && container.cells.name === name
  return kind === 'city' && listContainers(lexicon, row).some(seat)
}

/** True where a row's mention counts as evidence for others: not a bare ordinary word. */
export function isCounted(lexicon: Lexicon, row: Row, hasKindWord: boolean): boolean {
  return hasKindWord || !isDoubtful(row) || isLarge(lexicon, row)
}

/** True where enough speaks for a place: much for a doubtful name, nothing but its spelling for another. */
export function isBelievable(
  scene: Scene,
  row: Row,
  known: { phrase: Phrase; support: Support; proof: Proof },
): boolean {
  const { phrase, support, proof } = known
  if (support.isCertain && (!isDoubtful(row) || fitsKindWord(row, phrase))) return true
  if (!isSpelled(scene, row, phrase)) return false
  if (!isDoubtful(row) || support.isListed || proof.isKnown) return true
  if (isBeforeHolder(scene.lexicon, row, { phrase, next: support.next })) return true
  if (isLarge(scene.lexicon, row)) {
    return proof.context >= 2 || (proof.isHere && (support.isAfterPreposition || proof.context > 0))
  }
  return proof.isHeld && support.isAfterPreposition
}

/** True where the next phrase, a word away at most, holds the row: "السخنة شرق حمص". */
function isBeforeHolder(
  lexicon: Lexicon,
  row: Row,
  { phrase, next }: { phrase: Phrase; next: Phrase | undefined },
): boolean {
  if (next === undefined || next.from - phrase.to > 1) return false
  const holders = new Set(next.name?.places.map(hit => hit.row.id))
  return listContainers(lexicon, row).some(({ id }) => holders.has(id))
}

/** "حي التجارة" is the quarter, "قطاع التجارة" is none; a direction without kind word fits all. */
function fitsKindWord({ cells }: Row, { kindWord, part }: Phrase): boolean {
  return kindWord === undefined || part !== undefined || listKinds(kindWord.row).includes(cells.kind ?? '')
}

/** Folding takes "عنه" (about him) for "عنة": a last ha must be the name's own. */
function isSpelled({ text }: Scene, row: Row, { name }: Phrase): boolean {
  if (name === undefined || name.to - name.from > 1) return true
  const bare = bareWord(text.text.slice(name.span[0], name.span[1]))
  if (!bare.endsWith(HA)) return true
  return [row.cells.name ?? '', ...listCell(row, 'also')].some(words => words.endsWith(HA))
}
