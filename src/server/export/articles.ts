/** Articles in the formats of exports. */
import type { ArticleHit } from '../../store/store.ts'
import type { Cell } from './csv.ts'
import { joinCell } from './layouts.ts'

/** Articles as a table. */
export const ARTICLE_COLUMNS: Readonly<Record<string, (article: ArticleHit) => Cell>> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  outlet: ({ outlet }) => outlet,
  url: ({ url }) => url,
  title: ({ title }) => title,
  published: ({ published }) => published,
  published_from: ({ publishedFrom }) => publishedFrom,
  credits: ({ credits }) => joinCell(credits),
  characters: ({ characters }) => characters,
  claims: ({ claims }) => claims,
  places: ({ places }) => places,
}

/** An article as an object: all that a list holds of it. */
export function readArticleObject({ snippet: _snippet, ...article }: ArticleHit) {
  return article
}
