/** The first line of the flow: bytes → article → text → mentions → claims. Pure: same bytes, same lexicon, same reading. */
import { readArticle } from './article/article.ts'
import { findClaims } from './claims/claims.ts'
import { isWord, type Lexicon } from './lexicon/lexicon.ts'
import { findHits } from './lexicon/match.ts'
import { findMentions } from './mentions/mentions.ts'
import type { Article, Hints, Reading, Result, Span } from './model.ts'
import { mendText } from './text/mend.ts'
import { readText, type Text } from './text/text.ts'

/**
 * Reads one article: what it is, what it names, what it claims.
 *
 * Problems are those of `readArticle`, by code. The reading has spans in UTF-16 code units of `article.text`.
 */
export function readBytes(bytes: Uint8Array, hints: Hints, lexicon: Lexicon): Result<Reading> {
  return readGroup([{ bytes, hints }], lexicon)[0] as Result<Reading>
}

/** What `readBytes` takes. */
export interface Given {
  readonly bytes: Uint8Array
  readonly hints: Hints
}

/** Articles that go through the stages together, and their bytes: more would only fill the memory. */
const GROUP = 32
const GROUP_BYTES = 400_000

/**
 * Reads many articles as `readBytes` reads each, a group of them stage by stage: the code of a stage is then at hand for
 * the next article, which takes a quarter off the time of short ones.
 */
export function readAll(given: readonly Given[], lexicon: Lexicon): Result<Reading>[] {
  return splitGroups(given).flatMap(group => readGroup(group, lexicon))
}

function splitGroups(given: readonly Given[]): Given[][] {
  const groups: Given[][] = []
  let bytes = 0
  for (const one of given) {
    const group = groups.at(-1)
    bytes += one.bytes.length
    if (group !== undefined && group.length < GROUP && bytes <= GROUP_BYTES) group.push(one)
    else {
      groups.push([one])
      bytes = one.bytes.length
    }
  }
  return groups
}

function readGroup(group: readonly Given[], lexicon: Lexicon): Result<Reading>[] {
  const articles = group.map(({ bytes, hints }) => readArticle(bytes, hints, lexicon))
  const readings = readReadings(
    articles.flatMap(article => (article.ok ? [article.value] : [])),
    lexicon,
  ).values()
  return articles.map(article =>
    article.ok ? { ok: true, value: readings.next().value as Reading } : article,
  )
}

/** Reads the mentions and claims of an article whose parts are known. */
export function readReading(article: Article, lexicon: Lexicon): Reading {
  return readReadings([article], lexicon)[0] as Reading
}

function readReadings(articles: readonly Article[], lexicon: Lexicon): Reading[] {
  return articles
    .map(article => ({ article, text: readWords(article, lexicon) }))
    .map(({ article, text }) => ({ article, text, hits: findHits(text, lexicon) }))
    .map(({ article, text, hits }) => {
      const { published, outlet } = article
      return { article, text, hits, mentions: findMentions(text, hits, { lexicon, published, outlet }) }
    })
    .map(reader => ({ ...reader, claims: findClaims({ ...reader, lexicon }) }))
    .map(({ article, mentions, claims }) => ({ article, mentions, claims }))
}

/** The words of an article, mended where the page broke them. */
export function readWords(article: Article, lexicon: Lexicon): Text {
  const text = readText(article.text, findStretch(article), listBreaks(article))
  return mendText(text, word => isWord(lexicon, word))
}

/** What is read: from the headline, where it stands before the body, to the body's end. */
function findStretch(article: Article): Span {
  const start = Math.min(article.title?.span[0] ?? article.body[0], article.body[0])
  return [start, article.body[1]]
}

/** Where a part of the page begins or ends: no sentence runs on from a headline or a menu into the article. */
function listBreaks({ body, regions }: Article): number[] {
  const breaks = new Set([...body, ...regions.flatMap(({ span }) => span)])
  return [...breaks].sort((a, b) => a - b)
}
