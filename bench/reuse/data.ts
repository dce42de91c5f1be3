/** Readings of texts as they stand: nothing labelled, nothing read but the words. */
import type { Article, Reading } from '../../src/model.ts'

/** A text as an article that is all body. */
export function bareReading(id: string, text: string, known: Partial<Article> = {}): Reading {
  const article: Article = {
    id,
    name: id,
    text,
    format: 'text',
    outlet: null,
    url: null,
    title: null,
    published: null,
    publishedFrom: null,
    updated: null,
    credits: [],
    body: [0, text.length],
    regions: [],
    lexicon: '',
    ...known,
  }
  return { article, mentions: [], claims: [] }
}
