/** Battalions and tribes that the table does not have, known by the kind word before their name: "لواء صقور الوادي", "عشيرة الرمان". */
import type { Hit } from '../lexicon/match.ts'
import { CLOSE_QUOTE, OPEN_QUOTE, PLAIN_QUOTE } from '../text/units.ts'
import type { Spot } from './actors-force.ts'
import { findNameOver, type Scene } from './scene.ts'
import { findClass, findWord, hasFront, isDefinite, isJoined, spanTo, wordsOf } from './words.ts'

const FORMATIONS = wordsOf('particles', 'formation')
/** The class of what names of battalions and tribes begin with: "شهداء", "أحرار", "بني". */
const OPENERS = 'name-opener'
/** The note of words for tribes, and the actor that all tribes count as. */
const TRIBE = 'tribe'
const TRIBES = 'tribes'
const QUOTES = OPEN_QUOTE | PLAIN_QUOTE
const QUOTE_ENDS = CLOSE_QUOTE | PLAIN_QUOTE
/** A quoted name has no more words than this. */
const MOST_WORDS = 4
const ARTICLE = '\u0627\u0644'

/** Reads the battalion or tribe whose kind word stands at `token`; undefined where no name follows it. */
export function readFormation(scene: Scene, token: number): Spot | undefined {
  const head = findWord(scene, token, FORMATIONS)
  if (head === undefined || isDefinite(scene, head) || isActor(scene, token)) return undefined
  const isTribe = head.row.cells.note === TRIBE
  const to = findQuotedEnd(scene, head.to) ?? findNameEnd(scene, head, isTribe)
  if (to === undefined) return undefined
  const { from, span } = head
  const row = isTribe ? scene.lexicon.rows.actors.get(TRIBES) : undefined
  const rows = row === undefined ? [] : [row]
  const by = row === undefined ? 'none' : 'name'
  return { from, to, span: spanTo(scene, span[0], to - 1), by, rows, isAlly: false, head }
}

function isActor(scene: Scene, token: number): boolean {
  return (findNameOver(scene, token)?.actors.length ?? 0) > 0
}

/** `لواء "أسود الوادي"`: the token after the quotation; undefined where none begins. */
function findQuotedEnd({ text }: Scene, from: number): number | undefined {
  if (((text.tokens[from]?.gap ?? 0) & QUOTES) === 0) return undefined
  for (let token = from + 1; token <= from + MOST_WORDS; token++) {
    if (((text.tokens[token]?.gap ?? 0) & QUOTE_ENDS) !== 0) return token
  }
  return undefined
}

/** "صقور الوادي" is an opener with one word more; of a tribe a definite name alone will do. */
function findNameEnd(scene: Scene, { to }: Hit, isTribe: boolean): number | undefined {
  if (!isJoined(scene, to)) return undefined
  const opener = findClass(scene, to, OPENERS)
  if (opener !== undefined && !hasFront(opener.clitics)) {
    return isNameWord(scene, opener.to) ? opener.to + 1 : undefined
  }
  return isTribe && scene.text.tokens[to]?.form.startsWith(ARTICLE) === true ? to + 1 : undefined
}

/** A definite word, or one that no table knows. */
function isNameWord(scene: Scene, token: number): boolean {
  const { form = '', kind } = scene.text.tokens[token] ?? {}
  return isJoined(scene, token) && kind === 'word' && (form.startsWith(ARTICLE) || scene.tables[token] === 0)
}
