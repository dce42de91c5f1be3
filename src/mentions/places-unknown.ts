/** Names that no table has, after a kind word or in a list: kept as unresolved places, never guessed. */
import { AND } from '../lexicon/clitics.ts'
import type { Hit } from '../lexicon/match.ts'
import { BRACKET, CLOSE_QUOTE, OPEN_QUOTE, OTHER_MARK, PLAIN_QUOTE } from '../text/units.ts'
import type { Scene } from './scene.ts'
import { findWord, isJoined, wordsOf } from './words.ts'

/** Tables whose words are no names. */
const PLAIN: ReadonlySet<string> = new Set(
  'reporting-verbs attribution-phrases roles actors place-words events calendar numbers outlets particles'.split(
    ' ',
  ),
)
const COMPOUND = wordsOf('place-words', 'compound')
const NOT_NAMES = wordsOf('place-words', 'not-a-name')
const MARKED = OPEN_QUOTE | PLAIN_QUOTE | BRACKET | OTHER_MARK
const CLOSING = CLOSE_QUOTE | PLAIN_QUOTE | BRACKET
/** A name in quotation marks has no more words than this. */
const MOST_QUOTED = 4
const LEAST_LETTERS = 3
const WAW = '\u0648'
/** Folded endings and beginnings of finite verbs: -t, -u; ya-, ta-. */
const VERB_ENDS = ['\u062a', '\u0648\u0627']
const VERB_STARTS = ['\u064a', '\u062a']

/** The token after an unknown name that begins at `from`; undefined where the words there are no name. */
export function readUnknown(scene: Scene, from: number): number | undefined {
  if (!isJoined(scene, from)) return undefined
  return (
    readQuoted(scene, from) ?? readCompound(scene, from) ?? (isNameLike(scene, from) ? from + 1 : undefined)
  )
}

/** "قرية «الكبارية»", "#الشحيل": marks around a word make it a name, whatever the word. */
function readQuoted({ text }: Scene, from: number): number | undefined {
  const first = text.tokens[from]
  if (first === undefined || !(first.gap & MARKED) || first.kind !== 'word') return undefined
  if (first.gap & OTHER_MARK) return from + 1
  for (let to = from + 1; to <= from + MOST_QUOTED; to++) {
    const next = text.tokens[to]
    if (next === undefined || next.gap & CLOSING) return to
  }
  return undefined
}

/** "أبو الغر", "تل أيوب", "جديدة كحيط": such a word never stands alone. `front` is what may be written onto it. */
export function readCompound(scene: Scene, from: number, front = 0): number | undefined {
  const first = findWord(scene, from, COMPOUND)
  if (first === undefined || first.clitics !== front || !isJoined(scene, first.to)) return undefined
  return isNameLike(scene, first.to) ? first.to + 1 : undefined
}

/** True for a word that is in none of the tables of plain words and does not look like a verb with "and". */
export function isNameLike(scene: Scene, token: number): boolean {
  const word = scene.text.tokens[token]
  if (word?.kind !== 'word' || word.form.length < LEAST_LETTERS) return false
  if (findWord(scene, token, NOT_NAMES) !== undefined) return false
  return !hasPlainHit(scene, token)
}

function hasPlainHit(scene: Scene, token: number): boolean {
  const end = scene.firstHit[token + 1] ?? scene.hits.length
  for (let i = scene.firstHit[token] ?? end; i < end; i++) {
    const { row, column } = scene.hits[i] as Hit
    if (PLAIN.has(row.table) && column !== 'adjectives') return true
  }
  return false
}

/** True for a word with "and" before it that may be an unknown name: "ومورين", not "وقالت". */
export function isSecondName(scene: Scene, token: number): boolean {
  const form = scene.text.tokens[token]?.form ?? ''
  if (!form.startsWith(WAW) || form.length <= LEAST_LETTERS || !isJoined(scene, token)) return false
  const rest = form.slice(1)
  const isVerb =
    VERB_ENDS.some(end => rest.endsWith(end)) || VERB_STARTS.some(start => rest.startsWith(start))
  return !isVerb && isNameLike(scene, token)
}

/** True where a hit has "and" written onto it. */
export function hasAnd({ clitics }: { readonly clitics: number }): boolean {
  return (clitics & AND) !== 0
}
