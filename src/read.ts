/** The first line of the flow: bytes → article → text → mentions → claims. Pure: same bytes, same lexicon, same reading. */
import { readArticle } from './article/article.ts'
import { findClaims } from './claims/claims.ts'
import type { Lexicon } from './lexicon/lexicon.ts'
import { findHits } from './lexicon/match.ts'
import { findMentions } from './mentions/mentions.ts'
import type { Article, Hints, Reading, Result, Span } from './model.ts'
import { readText } from './text/text.ts'

/**
 * Reads one article: what it is, what it names, what it claims.
 *
 * Problems are those of `readArticle`, by code. The reading has spans in UTF-16 code units of `article.text`.
 */
export function readBytes(bytes: Uint8Array, hints: Hints, lexicon: Lexicon): Result<Reading> {
  const article = readArticle(bytes, hints, lexicon)
  return article.ok ? { ok: true, value: readReading(article.value, lexicon) } : article
}

/** Reads the mentions and claims of an article whose parts are known. */
export function readReading(article: Article, lexicon: Lexicon): Reading {
  const text = readText(article.text, findStretch(article), listBreaks(article))
  const hits = findHits(text, lexicon)
  const { published, outlet } = article
  const mentions = findMentions(text, hits, { lexicon, published, outlet })
  const claims = findClaims({ article, text, mentions, hits, lexicon })
  return { article, mentions, claims }
}

/** What is read: from the headline, where it stands before the body, to the body's end. */
export function findStretch(article: Article): Span {
  const start = Math.min(article.title?.span[0] ?? article.body[0], article.body[0])
  return [start, article.body[1]]
}

/** Where a part of the page begins or ends: no sentence runs on from a headline or a menu into the article. */
function listBreaks({ body, regions }: Article): number[] {
  const breaks = new Set([...body, ...regions.flatMap(({ span }) => span)])
  return [...breaks].sort((a, b) => a - b)
}
