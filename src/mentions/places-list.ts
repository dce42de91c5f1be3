/** Lists of places after one kind word: "أحياء الحميدية والكنامات والجبيلة", "بلدتي أ وب". */
import { AND, PRONOUN } from '../lexicon/clitics.ts'
import type { Hit } from '../lexicon/match.ts'
import type { Span } from '../model.ts'
import { COMMA } from '../text/units.ts'
import { findPlaceName, nameOnly, type Phrase } from './places-phrase.ts'
import { hasAnd, isNameLike, isSecondName, readCompound, readMarked, readUnknown } from './places-unknown.ts'
import { isTownWord } from './places-words.ts'
import type { Scene } from './scene.ts'
import { hasFront, isDefinite, isJoined, spanTo } from './words.ts'

const MOST_ITEMS = 16
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
  const at = kindWord.to
  if (!isJoined(scene, at) || kindWord.clitics & PRONOUN) return undefined
  const whole = findPlaceName(scene, kindWord.from) // "جبال حمرين" is a name as it stands
  if (whole !== undefined && whole.to > at) return nameOnly(whole)
  const name = findPlaceName(scene, at)
  if (name !== undefined) return hasFront(name.clitics) ? undefined : nameOnly(name)
  const to = isDefinite(scene, kindWord) ? undefined : readUnknownItem(scene, kindWord)
  return to === undefined ? undefined : unknownOf(scene, at, { to })
}

/** After "محطات" or "طرق" only marks make an unknown name; after "قرى" any word may be one. */
function readUnknownItem(scene: Scene, kindWord: Hit): number | undefined {
  const isTown = isTownWord(kindWord) && kindWord.row.cells.note !== 'marked'
  return isTown ? readUnknown(scene, kindWord.to, { isTown }) : readMarked(scene, kindWord.to)
}

/** The next name of a list after a comma or with "and"; also of one without a kind word. */
export function readNext(scene: Scene, at: number): Phrase | undefined {
  const token = scene.text.tokens[at]
  if (token === undefined) return undefined
  const isAfterComma = (token.gap & COMMA) !== 0 && (token.gap & ~COMMA) === 0
  const name = findPlaceName(scene, at)
  if (name !== undefined)
    return hasAnd(name) || (isAfterComma && !hasFront(name.clitics)) ? nameOnly(name) : undefined
  const compound = isJoined(scene, at) ? readCompound(scene, at, AND) : undefined
  if (compound !== undefined) return unknownOf(scene, at, { to: compound, front: 1 })
  if (isSecondName(scene, at)) return unknownOf(scene, at, { to: at + 1, front: 1 })
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
