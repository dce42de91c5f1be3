/** Passages that articles share in the formats of exports: one row for each passage, or one object for each pair. */
import type { Pair } from '../../store/exported.ts'
import type { Columns } from './layouts.ts'

/** A passage of a pair by its number, from 0. */
export interface PassageItem {
  readonly pair: Pair
  readonly i: number
}

/** A row for each passage. */
export function splitPassages(pair: Pair): PassageItem[] {
  return pair.reuse.passages.map((_, i) => ({ pair, i }))
}

const [FIRST, SECOND] = [0, 1] as const

function spanOf({ pair, i }: PassageItem, side: 0 | 1, end: 0 | 1): number | null {
  return pair.reuse.passages[i]?.spans[side][end] ?? null
}

/** Passages as a table; the first article is the copied one where `direction` says how that is known. */
export const PASSAGE_COLUMNS: Columns<PassageItem> = {
  first_id: ({ pair }) => pair.articles[FIRST].id,
  first_name: ({ pair }) => pair.articles[FIRST].name,
  first_outlet: ({ pair }) => pair.articles[FIRST].outlet,
  first_published: ({ pair }) => pair.articles[FIRST].published,
  second_id: ({ pair }) => pair.articles[SECOND].id,
  second_name: ({ pair }) => pair.articles[SECOND].name,
  second_outlet: ({ pair }) => pair.articles[SECOND].outlet,
  second_published: ({ pair }) => pair.articles[SECOND].published,
  kind: ({ pair }) => pair.reuse.kind,
  direction: ({ pair }) => pair.reuse.direction,
  first_share: ({ pair }) => pair.reuse.shares[FIRST],
  second_share: ({ pair }) => pair.reuse.shares[SECOND],
  changes: ({ pair }) => pair.reuse.changes.length,
  passage: ({ i }) => i + 1,
  words: ({ pair, i }) => pair.reuse.passages[i]?.words ?? null,
  first_start: item => spanOf(item, FIRST, 0),
  first_end: item => spanOf(item, FIRST, 1),
  second_start: item => spanOf(item, SECOND, 0),
  second_end: item => spanOf(item, SECOND, 1),
  first_text: ({ pair, i }) => pair.texts[i]?.[FIRST] ?? null,
  second_text: ({ pair, i }) => pair.texts[i]?.[SECOND] ?? null,
}

/** A pair as an object: its passages with their words, and what the second does not say as the first does. */
export function readPairObject({ reuse, articles, texts }: Pair) {
  const passages = reuse.passages.map((passage, i) => ({ ...passage, texts: texts[i] }))
  return { ...reuse, articles, passages }
}
