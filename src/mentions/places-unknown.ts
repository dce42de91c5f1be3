/** Names that no table has, after a kind word or in a list: kept as unresolved places, never guessed. */
import { AND } from '../lexicon/clitics.ts'
import { tableBits } from '../lexicon/tables.ts'
import { BRACKET, CLOSE_QUOTE, OPEN_QUOTE, OTHER_MARK, PLAIN_QUOTE } from '../text/units.ts'
import type { Scene } from './scene.ts'
import { findWord, isJoined, wordsOf } from './words.ts'

/** Tables whose words are no names. */
const PLAIN = tableBits(
  'reporting-verbs',
  'attribution-phrases',
  'roles',
  'actors',
  'place-words',
  'events',
  'calendar',
  'numbers',
  'particles',
)
/** Tables whose words cannot be the second half of a name: "الشيخ بحر" may, "الشيخ قال" may not. */
const WORDS = tableBits('reporting-verbs', 'attribution-phrases', 'particles')
const COMPOUND = wordsOf('place-words', 'compound')
const NOT_NAMES = wordsOf('place-words', 'not-a-name')
const QUOTES = OPEN_QUOTE | PLAIN_QUOTE
const CLOSING = CLOSE_QUOTE | PLAIN_QUOTE | BRACKET
/** A name in quotation marks has no more words than this. */
const MOST_QUOTED = 4
const LEAST_LETTERS = 3
const HASH = 0x23
const ROUND = 0x28
const SQUARE = 0x5b
const TANWIN = 0x064b
const ARTICLE = '\u0627\u0644'
const WAW = '\u0648'
const YA = '\u064a'
const TA = '\u062a'
const HA = '\u0647'
/** Folded feminine nisba: "ساحلية". */
const NISBA = '\u064a\u0647'
/** Folded endings of finite verbs: -t, -u. */
const VERB_ENDS = [TA, '\u0648\u0627']

/** How sure the words before make it that a name follows. */
export interface After {
  /** A kind word for towns and quarters; after one for schools and markets more words are no names. */
  readonly isTown: boolean
  /** A kind word for villages, which have names like adjectives: "بلدة حمورية". */
  readonly isVillage?: boolean
}

/** The token after an unknown name that begins at `from`; undefined where the words there are no name. */
export function readUnknown(scene: Scene, from: number, after: After): number | undefined {
  if (!isJoined(scene, from)) return undefined
  const marked = readMarked(scene, from) ?? readCompound(scene, from)
  if (marked !== undefined) return marked
  return isNameLike(scene, from) && !isDescribing(scene, from, after) ? from + 1 : undefined
}

/** "قرية «الكبارية»", "#الشحيل": marks around a word make it a name, whatever the word. */
export function readMarked(scene: Scene, from: number): number | undefined {
  const { tokens, text } = scene.text
  const first = tokens[from]
  if (first?.kind !== 'word' || !(first.gap & (QUOTES | BRACKET | OTHER_MARK))) return undefined
  const mark = text.charCodeAt(first.start - 1)
  if (mark === HASH) return from + 1
  const isOpen = (first.gap & QUOTES) !== 0 || mark === ROUND || mark === SQUARE
  if (!isOpen) return undefined
  for (let to = from + 1; to <= from + MOST_QUOTED; to++) {
    const next = tokens[to]
    if (next === undefined || next.gap & CLOSING) return to
  }
  return undefined
}

/** "أبو الغر", "تل أيوب", "جديدة كحيط": such a word never stands alone. `front` is what may be written onto it. */
export function readCompound(scene: Scene, from: number, front = 0): number | undefined {
  const first = findWord(scene, from, COMPOUND)
  if (first === undefined || first.clitics !== front || !isJoined(scene, first.to)) return undefined
  return isNameLike(scene, first.to, WORDS) ? first.to + 1 : undefined
}

/** True for a word that is in none of `tables`, by default those of plain words. */
export function isNameLike(scene: Scene, token: number, tables = PLAIN): boolean {
  const word = scene.text.tokens[token]
  if (word?.kind !== 'word' || word.form.length < LEAST_LETTERS) return false
  if (scene.text.text.slice(word.start, word.end).includes(String.fromCharCode(TANWIN))) return false
  if (findWord(scene, token, NOT_NAMES) !== undefined) return false
  return ((scene.tables[token] ?? 0) & tables) === 0
}

/** True for what describes the kind word and names nothing: "قرية ساحلية", "مدرسة تؤوي". A definite word is a name. */
function isDescribing({ text }: Scene, token: number, { isTown, isVillage = false }: After): boolean {
  const form = text.tokens[token]?.form ?? ''
  if (form.startsWith(ARTICLE)) return false
  if ((form.endsWith(NISBA) && !isVillage) || form.startsWith(YA)) return true
  return !isTown && (form.endsWith(HA) || form.endsWith(YA) || form.startsWith(TA))
}

/** True for a word with "and" before it that may be an unknown name: "ومورين", not "وقالت". */
export function isSecondName(scene: Scene, token: number): boolean {
  const form = scene.text.tokens[token]?.form ?? ''
  if (!form.startsWith(WAW) || form.length <= LEAST_LETTERS) return false
  const rest = form.slice(1)
  const isVerb = VERB_ENDS.some(end => rest.endsWith(end)) || rest.startsWith(YA) || rest.startsWith(TA)
  return !isVerb && isNameLike(scene, token)
}

/** True where a hit has "and" written onto it. */
export function hasAnd({ clitics }: { readonly clitics: number }): boolean {
  return (clitics & AND) !== 0
}

/** True for a word that no table knows at all: after "مشارف" or "شمال شرق" it is a name. */
export function isStrange(scene: Scene, token: number): boolean {
  if (scene.tables[token] !== 0 || !isNameLike(scene, token)) return false
  return !isDescribing(scene, token, { isTown: true, isVillage: true })
}
