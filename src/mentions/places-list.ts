/** Lists of places after one kind word: "أحياء الحميدية والكنامات والجبيلة", "بلدتي أ وب". */
import { AND, PRONOUN } from '../lexicon/clitics.ts'
import type { Hit } from '../lexicon/match.ts'
import type { Span } from '../model.ts'
import { COMMA } from '../text/units.ts'
import { findPlaceName, nameOnly, type Phrase } from './places-phrase.ts'
import { hasAnd, isNameLike, isSecondName, readCompound, readMarked, readUnknown } from './places-unknown.ts'
import { findVariant } from './places-variant.ts'
import { isTownWord } from './places-words.ts'
import type { Scene } from './scene.ts'
import { findWord, hasFront, isDefinite, isJoined, spanTo, wordsOf } from './words.ts'

const MOST_ITEMS = 16
/** "بلدات أخرى مجاورة بينها" puts no more words before its list. */
const MOST_SKIPPED = 3
const OPENINGS = wordsOf('place-words', 'list-opening')
const NOT_NAMES = wordsOf('place-words', 'not-a-name')
const MARKED = 'marked'
const NUN = '\u0646'
const ARTICLE = '\u0627\u0644'

/** The places of a list after a plural or dual kind word; each is its own phrase, unknown names too. */
export function readList(scene: Scene, kindWord: Hit): Phrase[] {
  const most = kindWord.row.cells.number === 'dual' ? 2 : MOST_ITEMS
  const phrases: Phrase[] = []
  let item = readFirst(scene, kindWord)
  while (item !== undefined && phrases.length < most) {
    phrases.push({ ...item, kindWord, list: kindWord.from })
    item = readNext(scene, item.to)
  }
  return phrases
}

function readFirst(scene: Scene, kindWord: Hit): Phrase | undefined {
  const at = skipToList(scene, kindWord.to)
  if (!isJoined(scene, at) || kindWord.clitics & PRONOUN) return undefined
  const whole = findPlaceName(scene, kindWord.from) // "جبال حمرين" is a name as it stands
  if (whole !== undefined && whole.to > at) return nameOnly(whole)
  const name = findPlaceName(scene, at)
  if (name !== undefined) return hasFront(name.clitics) ? undefined : nameOnly(name)
  const variant = isTownWord(kindWord) ? findVariant(scene, at) : undefined
  if (variant !== undefined) return nameOnly(variant)
  const to =
    isDefinite(scene, kindWord) && at === kindWord.to ? undefined : readUnknownItem(scene, kindWord, at)
  return to === undefined ? undefined : unknownOf(scene, at, { to })
}

/** "بلدات أخرى بينها قرقور": the token after words that open a list; `from` itself where there are none. */
function skipToList(scene: Scene, from: number): number {
  for (let at = from; at < from + MOST_SKIPPED && isJoined(scene, at); at++) {
    const opening = findWord(scene, at, OPENINGS)
    if (opening !== undefined) return opening.to
    if (findWord(scene, at, NOT_NAMES) === undefined) break
  }
  return from
}

/** After "محطات" or "طرق" only marks make an unknown name; after "قرى" or a dual any word may be one. */
function readUnknownItem(scene: Scene, kindWord: Hit, at: number): number | undefined {
  const isMarked = kindWord.row.cells.note === MARKED
  const isOpen = !isMarked && (isTownWord(kindWord) || isConstructDual(scene, kindWord))
  return isOpen ? readUnknown(scene, at, { isTown: isTownWord(kindWord) }) : readMarked(scene, at)
}

/** "معسكري الصمع وكهلان"; a dual in -n ("محورين") takes no name. */
function isConstructDual({ text }: Scene, { row, to }: Hit): boolean {
  return row.cells.number === 'dual' && !(text.tokens[to - 1]?.form ?? '').endsWith(NUN)
}

/** The next name of a list after a comma or with "and"; also of one without a kind word. */
export function readNext(scene: Scene, at: number): Phrase | undefined {
  const token = scene.text.tokens[at]
  if (token === undefined) return undefined
  const isAfterComma = (token.gap & COMMA) !== 0 && (token.gap & ~COMMA) === 0
  const name = findPlaceName(scene, at)
  if (name !== undefined)
    return hasAnd(name) || (isAfterComma && !hasFront(name.clitics)) ? nameOnly(name) : undefined
  const isListJoined = isAfterComma || isJoined(scene, at)
  const compound = isListJoined ? readCompound(scene, at, AND) : undefined
  if (compound !== undefined) return unknownOf(scene, at, { to: compound, front: 1 })
  if (isListJoined && isSecondName(scene, at)) return unknownOf(scene, at, { to: at + 1, front: 1 })
  return isAfterComma && isNameLike(scene, at) && isListed(scene, at + 1)
    ? unknownOf(scene, at, { to: at + 1 })
    : undefined
}

/** True where a list goes on at `token`: an unknown name after a comma counts only in the middle of one. */
function isListed(scene: Scene, token: number): boolean {
  const next = scene.text.tokens[token]
  if (next === undefined) return false
  const name = findPlaceName(scene, token)
  if (name !== undefined) return hasAnd(name) || (next.gap & COMMA) !== 0
  return isSecondName(scene, token) && next.form.startsWith(ARTICLE, 1)
}

/** An unknown name; the "and" before it is not of it. */
function unknownOf(scene: Scene, from: number, { to, front = 0 }: { to: number; front?: number }): Phrase {
  const start = (scene.text.tokens[from]?.start ?? 0) + front
  const span: Span = spanTo(scene, start, to - 1)
  return { from, to, span, by: 'unknown', core: span }
}
