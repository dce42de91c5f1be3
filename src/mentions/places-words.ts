/** The words of `lexicon/place-words.tsv` by what they do in a phrase. */
import { PRONOUN } from '../lexicon/clitics.ts'
import type { Hit } from '../lexicon/match.ts'
import type { Scene } from './scene.ts'
import { findWord, isDefinite, isJoined, listKinds, wordsOf } from './words.ts'

/** Kinds of words that name no kind of place. */
const OTHER: ReadonlySet<string> = new Set(
  'near beside direction direction-adjective place-adjective compound list-opening not-a-name not-a-place land homeland'.split(
    ' ',
  ),
)
const TOWNS: ReadonlySet<string> = new Set(['city', 'town', 'village', 'quarter', 'governorate'])
const HAMZA_BELOW = '\u0625'
const TANWIN = '\u064b'
const ALL = wordsOf('place-words')
const DIRECTION_ADJECTIVES = wordsOf('place-words', 'direction-adjective')
const PLACE_ADJECTIVES = wordsOf('place-words', 'place-adjective')

/** The kind word that begins at a token: "حي", "بلدتي", "ريف"; undefined where none does. */
export function findKindWord(scene: Scene, token: number): Hit | undefined {
  if (((scene.tables[token] ?? 0) & ALL.bit) === 0) return undefined
  const end = scene.firstHit[token + 1] ?? scene.hits.length
  for (let i = scene.firstHit[token] ?? end; i < end; i++) {
    const hit = scene.hits[i] as Hit
    const isKind = hit.table === ALL.bit && listKinds(hit.row).some(kind => !OTHER.has(kind))
    if (isKind && isSpelled(scene, hit)) return hit
  }
  return undefined
}

/** Folding takes "إحياء" (revival) for "أحياء", and an adverb with tanwin is followed by no name. */
function isSpelled({ text }: Scene, { row, span }: Hit): boolean {
  const raw = text.text.slice(span[0], span[1])
  if (raw.includes(TANWIN)) return false
  return !raw.startsWith(HAMZA_BELOW) || row.id.startsWith(HAMZA_BELOW)
}

/** True for a kind word that towns, villages and quarters have. */
export function isTownWord({ row }: Hit): boolean {
  return listKinds(row).some(kind => TOWNS.has(kind))
}

/** True for a kind word in the plural or dual: names follow as a list. */
export function isPlural({ row }: Hit): boolean {
  return row.cells.number === 'plural' || row.cells.number === 'dual'
}

/** True for a kind word with article that no name follows: "المدينة". The capital takes its name with it. */
export function isBareKind(scene: Scene, hit: Hit): boolean {
  return isDefinite(scene, hit) && !listKinds(hit.row).includes('country')
}

export interface Trail {
  /** The token after the adjectives. */
  readonly to: number
  /** The direction that they name together: "north-east". */
  readonly part: string | undefined
}

/** Directions after a name: "الشرقي", "الجنوبي الشرقي", "الشرقي والشمالي الشرقي" (the first counts). */
export function readDirections(scene: Scene, from: number): Trail {
  let to = from
  const parts: string[] = []
  let hit = isJoined(scene, to) ? findWord(scene, to, DIRECTION_ADJECTIVES) : undefined
  while (hit !== undefined && !(hit.clitics & PRONOUN)) {
    if (hit.clitics === 0) parts.push(hit.row.cells.note ?? '')
    to = hit.to
    hit = isJoined(scene, to) ? findWord(scene, to, DIRECTION_ADJECTIVES) : undefined
  }
  return { to, part: parts.length === 0 ? undefined : joinDirections(parts) }
}

/** "north" and "east" make "north-east", whichever is said first. */
export function joinDirections(parts: readonly string[]): string {
  const first = parts.slice(0, 2)
  const upright = first.find(part => part === 'north' || part === 'south')
  const level = first.find(part => part === 'east' || part === 'west')
  return upright !== undefined && level !== undefined ? `${upright}-${level}` : (first[0] ?? '')
}

/** The token after adjectives that belong to a name: "مطار كويرس العسكري". */
export function readAdjectives(scene: Scene, from: number): number {
  let to = from
  let hit = isJoined(scene, to) ? findWord(scene, to, PLACE_ADJECTIVES) : undefined
  while (hit !== undefined && hit.clitics === 0) {
    to = hit.to
    hit = isJoined(scene, to) ? findWord(scene, to, PLACE_ADJECTIVES) : undefined
  }
  return to
}
