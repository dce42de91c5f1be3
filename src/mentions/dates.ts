/** Dates in a text, resolved against the article's date. */
import type { Hit } from '../lexicon/match.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { DateMention, Edtf } from '../model.ts'
import type { Text } from '../text/text.ts'

export interface DateOptions {
  /** The article's own date; `null` where it is not known. */
  readonly now: Edtf | null
  readonly lexicon: Lexicon
}

/** Finds the dates of `text`, in order; `hits` are those of `findHits` over the same text. */
export function findDatesIn(text: Text, hits: readonly Hit[], options: DateOptions): DateMention[] {
  void text
  void hits
  void options
  return []
}
