/**
 * Which articles took from each other: passages with spans in both, what kind of reuse it is, who took from whom, and what
 * the copy says otherwise. 1. words  2. alignment  3. direction  4. kind  5. changes
 *
 * Two articles are related by themselves (`relateArticles`); which two are worth it, their shingles tell: `readShingles` for
 * an index that is kept, `relateCorpus` for a corpus in memory.
 */
import type { Reading, Span } from '../../model.ts'
import type { Passage, Reuse } from '../relations.ts'
import { alignWords, type Shared } from './align.ts'
import { findChanges } from './changes.ts'
import { findDirection, type Sharing } from './direction.ts'
import { findKind } from './kind.ts'
import { indexWords, type WordIndex } from './wordIndex.ts'
import { findWordSpan, readWords, type Words } from './words.ts'
import { markWorn, UNWORN, type Worn } from './worn.ts'

/** A reading with its words, ready to be compared with others. */
export interface Marked {
  readonly reading: Reading
  readonly words: Words
  readonly index: WordIndex
  /** 1 for each word that is no evidence of reuse. */
  readonly worn: Uint8Array
}

/**
 * The reuse between two articles, `null` where they share no passage. The order of the two changes nothing. What is worn in
 * their record (`worn.ts`) makes no passage; without a record nothing is.
 *
 *     relateArticles(agency, paper)
 *     → { articles: [agency, paper], kind: 'edited', direction: 'credit', passages: [{ spans: [[60, 410], [55, 400]], … }], … }
 */
export function relateArticles(first: Reading, second: Reading, worn: Worn = UNWORN): Reuse | null {
  return relateMarked(markReading(first, worn), markReading(second, worn))
}

/** Reads the words of an article once for many comparisons; `words` where they were read before. */
export function markReading(
  reading: Reading,
  worn: Worn = UNWORN,
  words: Words = readWords(reading.article),
): Marked {
  const index = indexWords(words.keys)
  return { reading, words, index, worn: markWorn(words, reading.article.outlet, worn) }
}

/** `relateArticles` for readings whose words are read. */
export function relateMarked(one: Marked, other: Marked): Reuse | null {
  if (one.reading.article.id === other.reading.article.id) return null
  const pair =
    one.reading.article.id < other.reading.article.id ? ([one, other] as const) : ([other, one] as const)
  const boxes = alignWords({
    words: [pair[0].index, pair[1].index],
    worn: [pair[0].worn, pair[1].worn],
  })
  return boxes.length === 0 ? null : describeReuse(pair, boxes)
}

/** What the passages of two articles, in the order of their ids, make of them. */
function describeReuse(pair: readonly [Marked, Marked], boxes: readonly Shared[]): Reuse {
  const passages = boxes.map(box => readPassage(pair, box))
  const sharing: Sharing = {
    readings: [pair[0].reading, pair[1].reading],
    spans: [passages.map(({ spans }) => spans[0]), passages.map(({ spans }) => spans[1])],
  }
  const found = findDirection(sharing)
  const shares = [findShare(pair[0], sharing.spans[0]), findShare(pair[1], sharing.spans[1])] as const
  const sides = [
    { words: pair[0].words, ranges: boxes.map(({ fromA, toA }) => [fromA, toA] as const) },
    { words: pair[1].words, ranges: boxes.map(({ fromB, toB }) => [fromB, toB] as const) },
  ] as const
  const kind = findKind(sharing, { shares, direction: found, sides })
  // Who says something else in the same words took it from nobody.
  const direction = kind === 'form' ? null : found
  const isTurned = direction?.from === 1
  const [first, second] = isTurned ? [pair[1], pair[0]] : pair
  const turned = isTurned ? boxes.map(turnBox).sort((a, b) => a.fromB - b.fromB || a.fromA - b.fromA) : boxes
  return {
    articles: [first.reading.article.id, second.reading.article.id],
    kind,
    direction: direction?.how ?? null,
    passages: turned.map(box => readPassage([first, second], box)),
    shares: isTurned ? [shares[1], shares[0]] : shares,
    changes: findChanges(first, second, turned),
  }
}

function turnBox({ fromA, toA, fromB, toB, words }: Shared): Shared {
  return { fromA: fromB, toA: toB, fromB: fromA, toB: toA, words }
}

function readPassage([first, second]: readonly [Marked, Marked], box: Shared): Passage {
  const { fromA, toA, fromB, toB, words } = box
  return { spans: [findWordSpan(first.words, fromA, toA), findWordSpan(second.words, fromB, toB)], words }
}

/** The part of the words of a body that lies in any of `spans`. */
function findShare({ reading, words }: Marked, spans: readonly Span[]): number {
  const [from, to] = reading.article.body
  let all = 0
  let shared = 0
  for (const [at, start] of words.starts.entries()) {
    const end = words.ends[at] as number
    if (start < from || end > to) continue
    all++
    if (spans.some(span => start >= span[0] && end <= span[1])) shared++
  }
  return all === 0 ? 0 : shared / all
}
