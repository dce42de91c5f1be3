/** One walk over a text: every row of every table that its words may be. */
import type { Span } from '../model.ts'
import { bareWord, isDropped } from '../text/fold.ts'
import type { Text } from '../text/text.ts'
import type { Token } from '../text/tokens.ts'
import { BRACKET, CLOSE_QUOTE, DASH, OPEN_QUOTE, PLAIN_QUOTE } from '../text/units.ts'
import { findStarts, type Lexicon, type Node, type Start } from './lexicon.ts'
import type { Row } from './tables.ts'

const TA_MARBUTA = 0x0629

export interface Hit {
  readonly row: Row
  /** Column of the row that the words are from. */
  readonly column: string
  /** The bits of the row's table and kinds: see `tableBit`, `kindBits`. */
  readonly table: number
  readonly kinds: number
  /** First token and the one after the last. */
  readonly from: number
  readonly to: number
  /** What was taken off the first word in front, and off the last word at the end: a mask of `clitics.ts`. */
  readonly clitics: number
  /** The pronoun that the word carries, folded; empty where there is none. */
  readonly pronoun: string
  /** The words without proclitics (but with the article that the row's own words begin with). */
  readonly span: Span
}

/** Marks that may stand inside a name: `“الجيش” الحر`, `ديمقراطية- قسد`. A comma or a stop may not. */
const INNER = OPEN_QUOTE | CLOSE_QUOTE | PLAIN_QUOTE | BRACKET | DASH

/**
 * Finds every row whose words stand in `text`, in order of position, longest first at each. Overlaps are kept: the
 * stages choose. Linear in the text: the longest phrase of the lexicon bounds the work per token.
 */
export function findHits(text: Text, lexicon: Lexicon): Hit[] {
  const hits: Hit[] = []
  for (const token of text.tokens) {
    const first = hits.length
    for (const start of findStarts(lexicon, token)) {
      if (start.pronoun === '' || !isFeminine(text.text, token)) followPhrase(text, { token, start, hits })
    }
    if (hits.length - first > 1) sortTail(hits, first)
  }
  return hits
}

/** A ta marbuta folds into ha, but is no pronoun: "إرهابية" is not "his terrorist". */
function isFeminine(text: string, token: Token): boolean {
  let at = token.end - 1
  while (at > token.start && isDropped(text.charCodeAt(at))) at--
  return text.charCodeAt(at) === TA_MARBUTA
}

interface Walk {
  readonly token: Token
  readonly start: Start
  readonly hits: Hit[]
}

/** Goes from the first word of a phrase as far as the lexicon knows it, and adds what ends on the way. */
function followPhrase(text: Text, walk: Walk): void {
  const { token, start } = walk
  let node = start.node
  let last = token
  while (true) {
    if (node.entries.length > 0) addHits(text, node, { walk, last })
    if (node.next === undefined || start.pronoun !== '') return
    const next = text.tokens[last.index + 1]
    if (next === undefined || (next.gap & ~INNER) !== 0) return
    const onward = node.next.get(next.form)
    if (onward === undefined) return
    node = onward
    last = next
  }
}

function addHits(text: Text, { entries }: Node, { walk, last }: { walk: Walk; last: Token }): void {
  const { token, start, hits } = walk
  const { clitics, pronoun } = start
  const span: Span = [findStem(text.text, token, start.front), last.end]
  for (const { row, column, table, kinds, exact } of entries) {
    if (exact !== null && bareWord(text.text.slice(span[0], span[1])) !== exact) continue
    hits.push({ row, column, table, kinds, from: token.index, to: last.index + 1, clitics, pronoun, span })
  }
}

/** Where a token's stem begins, `front` folded letters in: diacritics and tatweel in between are passed over. */
function findStem(text: string, token: Token, front: number): number {
  let at = token.start
  let left = front
  while (at < token.end && (left > 0 || isDropped(text.charCodeAt(at)))) {
    if (!isDropped(text.charCodeAt(at))) left--
    at++
  }
  return at
}

/** Sorts the hits of one token, the longest first, in place: they are few and mostly sorted. */
function sortTail(hits: Hit[], first: number): void {
  for (let i = first + 1; i < hits.length; i++) {
    const hit = hits[i] as Hit
    let at = i
    while (at > first && (hits[at - 1] as Hit).to < hit.to) {
      hits[at] = hits[at - 1] as Hit
      at--
    }
    hits[at] = hit
  }
}
