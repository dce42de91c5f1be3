/** Stretches of a text that another paper wrote: their "yesterday" counts from that paper's date, where the text gives it. */
import type { Hit } from '../lexicon/match.ts'
import { tableBit } from '../lexicon/tables.ts'
import type { Quote } from '../text/quotes.ts'
import type { Sentence } from '../text/sentences.ts'
import type { Token } from '../text/tokens.ts'
import { COLON, DASH, NEWLINE, PARAGRAPH } from '../text/units.ts'
import { type DateReader, findTerm, type Piece } from './dateReader.ts'
import { findFirstHit } from './terms.ts'

/** Tokens `[from, to)` that count from `day`. */
interface Anchor {
  readonly from: number
  readonly to: number
  readonly day: number
}

/** Words between "in its issue" and the date: "of", "on the date of". */
const MOST_BETWEEN = 2
/** Longest phrase of an issue, in tokens. */
const MOST_PHRASE = 3
/** Words of an outlet before the date of its dateline: "the paper Example of the North". */
const MOST_NAME = 6
const LINE = NEWLINE | PARAGRAPH
const AFTER_DATELINE = LINE | COLON | DASH
const OUTLETS = tableBit('outlets')
const PARTICLES = tableBit('particles')

/**
 * For each token the day that its stretch counts from; `undefined` where it is the article's. Empty where no stretch is another
 * paper's. An issue's date holds in the quotation that follows in its sentence; without one, and where it is a written date, in the
 * sentence. A dateline of another day that names an outlet holds for the lines below it, until the next.
 *
 *     نشرت صحيفة السارية في عددها الصادر يوم 3 تشرين الأول أن القوات دخلت القرية أمس   → "أمس" is 2 October
 */
export function findAnchors(reader: DateReader, pieces: readonly Piece[]): (number | undefined)[] {
  const days = pieces.filter(({ first, last, kind }) => first !== null && first === last && kind !== 'clock')
  const issues = days.flatMap(piece => findIssue(reader, piece))
  const lines = days.filter(piece => isDateline(reader, piece))
  const { length } = reader.tokens
  const blocks = lines.map((piece, i) => toAnchor(piece, lines[i + 1]?.from ?? length))
  const anchors = [...blocks, ...issues].filter(({ day }) => day !== reader.today)
  if (anchors.length === 0) return []
  const dayOf: (number | undefined)[] = new Array(length)
  for (const { from, to, day } of anchors) dayOf.fill(day, from, to)
  return dayOf
}

function toAnchor({ to, first }: Piece, end: number): Anchor {
  return { from: to, to: end, day: first ?? 0 }
}

function findIssue(reader: DateReader, piece: Piece): Anchor[] {
  if (!isIssue(reader, piece.from)) return []
  const { sentences, quotes } = reader.terms.text
  const sentence = findBefore(sentences, ({ from }) => from <= piece.from) as Sentence
  const quote = findQuote(quotes, [piece.start, sentence.span[1]])
  if (quote !== undefined) {
    const { tokens } = reader
    const from = (findBefore(tokens, ({ start }) => start < quote.span[0])?.index ?? -1) + 1
    const to = (findBefore(tokens, ({ start }) => start < quote.span[1])?.index ?? -1) + 1
    return [{ ...toAnchor(piece, to), from: Math.max(from, piece.to) }]
  }
  return piece.kind === 'day' ? [toAnchor(piece, sentence.to)] : []
}

function isIssue(reader: DateReader, at: number): boolean {
  for (let token = at - 1; token >= Math.max(0, at - MOST_BETWEEN - MOST_PHRASE); token--) {
    const term = findTerm(reader, token, 'issue')
    if (term !== undefined) return at - term.to <= MOST_BETWEEN
  }
  return false
}

/** Titles and names stand in quotation marks too; what is quoted of a paper is longer. */
const LEAST_QUOTED = 20

/** The first long quotation that begins in a stretch. */
function findQuote(quotes: readonly Quote[], [start, end]: readonly [number, number]): Quote | undefined {
  let at = countBefore(quotes, ({ span }) => span[0] < start)
  for (; at < quotes.length && (quotes[at] as Quote).span[0] < end; at++) {
    const { span, depth } = quotes[at] as Quote
    if (depth === 0 && span[1] - span[0] >= LEAST_QUOTED) return quotes[at]
  }
  return undefined
}

/** True for the date of a line that says no more than an outlet and a day, or goes on after a colon or a dash. */
function isDateline(reader: DateReader, piece: Piece): boolean {
  const { tokens } = reader
  const next = tokens[piece.to]
  if (piece.isStated !== true || (next !== undefined && (next.gap & AFTER_DATELINE) === 0)) return false
  let from = piece.from
  while (from > 0 && piece.from - from < MOST_NAME && !isLineStart(tokens[from] as Token)) from--
  if (from === piece.from || (from > 0 && !isLineStart(tokens[from] as Token))) return false
  return hasOutlet(reader, from, piece.from)
}

function isLineStart(token: Token): boolean {
  return (token.gap & LINE) !== 0
}

function hasOutlet({ terms }: DateReader, from: number, to: number): boolean {
  for (let at = findFirstHit(terms, from); (terms.hits[at]?.from ?? to) < to; at++) {
    const { table, row } = terms.hits[at] as Hit
    if (table === OUTLETS || (table === PARTICLES && row.cells.kind === 'outlet-word')) return true
  }
  return false
}

/** The last item of an ordered list for which `isBefore` holds. */
function findBefore<T>(list: readonly T[], isBefore: (item: T) => boolean): T | undefined {
  return list[countBefore(list, isBefore) - 1]
}

function countBefore<T>(list: readonly T[], isBefore: (item: T) => boolean): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(list[middle] as T)) low = middle + 1
    else high = middle
  }
  return low
}
