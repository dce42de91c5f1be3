/** One pass of the automaton over a text: every row of every table that its words may be. */
import type { Span } from '../model.ts'
import { bareWord, isDropped } from '../text/fold.ts'
import type { Text } from '../text/text.ts'
import type { Token } from '../text/tokens.ts'
import { BRACKET, CLOSE_QUOTE, DASH, OPEN_QUOTE, PLAIN_QUOTE } from '../text/units.ts'
import { type Analysis, analyseWord, type Entry, findNext, type Lexicon } from './lexicon.ts'
import type { Row } from './tables.ts'

const TA_MARBUTA = 0x0629

export interface Hit {
  readonly row: Row
  /** Column of the row that the words are from. */
  readonly column: string
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
  for (const token of text.tokens) findHitsAt(text, lexicon, { token, hits })
  return hits
}

interface Start {
  readonly token: Token
  readonly hits: Hit[]
}

function findHitsAt(text: Text, lexicon: Lexicon, { token, hits }: Start): void {
  const first = hits.length
  for (const analysis of analyseWord(lexicon, token.form)) {
    if (analysis.pronoun !== '' && isFeminine(text.text, token)) continue
    const node = findNext(lexicon, 0, analysis.word)
    if (node !== undefined) followPath(text, lexicon, { node, analysis, token, hits })
  }
  if (hits.length - first > 1) sortTail(hits, first)
}

/** A ta marbuta folds into ha, but is no pronoun: "إرهابية" is not "his terrorist". */
function isFeminine(text: string, token: Token): boolean {
  let at = token.end - 1
  while (at > token.start && isDropped(text.charCodeAt(at))) at--
  return text.charCodeAt(at) === TA_MARBUTA
}

interface Walk {
  readonly node: number
  readonly analysis: Analysis
  readonly token: Token
  readonly hits: Hit[]
}

function followPath(text: Text, lexicon: Lexicon, walk: Walk): void {
  const { analysis, token } = walk
  let node: number | undefined = walk.node
  let to = token.index + 1
  while (node !== undefined) {
    for (const entry of lexicon.entries[node] as readonly Entry[]) addHit(text, entry, { walk, to })
    if (analysis.pronoun !== '') return
    const next: Token | undefined = text.tokens[to]
    if (next === undefined || (next.gap & ~INNER) !== 0) return
    const word = lexicon.words.get(next.form)
    node = word === undefined ? undefined : findNext(lexicon, node, word)
    to++
  }
}

function addHit(text: Text, entry: Entry, end: { walk: Walk; to: number }): void {
  const { analysis, token, hits } = end.walk
  const last = text.tokens[end.to - 1] as Token
  const span: Span = [findStart(text.text, token, analysis.front), last.end]
  if (entry.exact !== null && bareWord(text.text.slice(span[0], span[1])) !== entry.exact) return
  hits.push({
    row: entry.row,
    column: entry.column,
    from: token.index,
    to: end.to,
    clitics: analysis.clitics,
    pronoun: analysis.pronoun,
    span,
  })
}

/** Where a token's stem begins, `front` folded letters in: diacritics and tatweel in between are passed over. */
function findStart(text: string, token: Token, front: number): number {
  let at = token.start
  let left = front
  while (at < token.end && (left > 0 || isDropped(text.charCodeAt(at)))) {
    if (!isDropped(text.charCodeAt(at))) left--
    at++
  }
  return at
}

function sortTail(hits: Hit[], first: number): void {
  const tail = hits.slice(first).sort((a, b) => b.to - a.to)
  for (let i = 0; i < tail.length; i++) hits[first + i] = tail[i] as Hit
}
