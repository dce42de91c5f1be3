/** The shapes of whole pages: the answers of the routes that are more than a list, and the lists. */
import { z } from '@hono/zod-openapi'
import type { Mention } from '../model.ts'
import {
  actorRow,
  articleHit,
  articleRow,
  claim,
  claimHit,
  familyName,
  list,
  names,
  outletRow,
  placeRow,
  problemRow,
  span,
  voice,
} from './schemas.ts'

/** As the model has it; the document lists what every kind shares. */
const mention = z.custom<Mention>().openapi('Mention', {
  type: 'object',
  description: 'A stretch of text that names something, with its value by kind (docs/model.md)',
  required: ['kind', 'span', 'text'],
  properties: {
    kind: { type: 'string', enum: ['actor', 'place', 'date', 'number', 'outlet', 'person'] },
    span: { type: 'array', items: { type: 'integer' }, minItems: 2, maxItems: 2 },
    text: { type: 'string' },
  },
})

const region = z.object({ kind: z.string(), span: z.tuple([z.number(), z.number()]).readonly() })

/** The home page: what the record holds. */
export const summary = z
  .object({
    articles: z.number().int(),
    claims: z.number().int(),
    optional: z.number().int(),
    places: z.number().int(),
    outlets: z.number().int(),
    actors: z.number().int(),
    problems: z.number().int(),
    undated: z.number().int().openapi({ description: 'Articles whose day is not known' }),
    first: z.string().nullable(),
    last: z.string().nullable(),
    families: list(z.object({ family: familyName, claims: z.number().int() })),
    problemCodes: list(z.object({ code: z.string(), count: z.number().int() })),
    lexicon: z.string().nullable(),
    record: z.string().openapi({ description: "The record's file name" }),
    newest: list(articleRow).openapi({ description: 'The ten last published' }),
    names,
  })
  .openapi('Summary')

/** Why an article that does not state its date is of which days. */
const dating = z
  .object({
    article: z.string(),
    published: z
      .string()
      .nullable()
      .openapi({ description: 'EDTF; open at one end it is shown and dates nothing' }),
    reasons: list(
      z.object({
        kind: z.enum(['weekday', 'named', 'reuse', 'event', 'day']),
        days: z.string().nullable(),
        weekday: z.number().int().nullable().openapi({ description: 'ISO weekday, Monday 1' }),
        span: span.nullable().openapi({ description: 'The words of this article that say so' }),
        article: z.string().nullable().openapi({ description: 'The other article' }),
        isLeftOut: z.boolean().openapi({ description: 'Stronger reasons leave none of its days' }),
      }),
    ),
    isContradicted: z.boolean(),
    others: list(articleRow).openapi({ description: 'The other articles of the reasons' }),
  })
  .openapi('Dating')

/** One article with all that was read out of it, and where it came from. */
export const articleReading = z
  .object({
    article: articleRow.extend({
      text: z.string(),
      format: z.enum(['text', 'html']),
      titleSpan: z.tuple([z.number(), z.number()]).readonly().nullable(),
      body: z.tuple([z.number(), z.number()]).readonly(),
      regions: list(region),
      updated: z.string().nullable(),
      lexicon: z.string(),
    }),
    mentions: list(mention),
    claims: list(claim),
    dating: dating.nullable().openapi({ description: 'Null where the article states its date' }),
    provenance: z.object({
      sha256: z.string(),
      bytes: z.number().int(),
      readAt: z.string().openapi({ description: 'ISO 8601 in UTC' }),
      path: z.string().openapi({ description: 'The file that was read, as it was named' }),
    }),
    names,
  })
  .openapi('ArticleReading')

/** A place: what holds it, what it holds, and one voice for each root source. */
export const placePage = z
  .object({
    place: placeRow,
    chain: list(placeRow).openapi({ description: 'The places that hold it, the nearest first' }),
    inside: list(placeRow).openapi({ description: 'Places directly within it that have claims' }),
    voices: list(voice).openapi({ description: 'One per root source, most claims first; 60 at most' }),
    others: z.number().int().openapi({ description: 'Voices left out' }),
    newest: z.number().int().nullable().openapi({
      description: 'So many claims, where the page is made of the newest only',
    }),
    first: z.string().nullable(),
    last: z.string().nullable(),
    names,
  })
  .openapi('PlacePage')

/** The first articles, claims and places for the same words. */
export const searchPage = z
  .object({
    articles: z.object({ items: list(articleHit), total: z.number().int() }),
    claims: z.object({ items: list(claimHit), total: z.number().int() }),
    places: z.object({ items: list(placeRow), total: z.number().int() }),
    forms: list(z.string()).openapi({ description: 'The stems that were searched for' }),
    names,
  })
  .openapi('SearchPage')

/** A list as every route gives it. */
function pageOf<T extends z.ZodType>(item: T, name: string) {
  return z
    .object({ items: list(item), next: z.string().nullable(), total: z.number().int(), names })
    .openapi(name)
}

/** A page of articles. */
export const articlePage = pageOf(articleHit, 'ArticlePage')
/** A page of claims. */
export const claimPage = pageOf(claimHit, 'ClaimPage')
/** A page of places. */
export const placeList = pageOf(placeRow, 'PlaceList')
/** A page of outlets. */
export const outletList = pageOf(outletRow, 'OutletList')
/** A page of actors. */
export const actorList = pageOf(actorRow, 'ActorList')
/** A page of problems. */
export const problemList = pageOf(problemRow, 'ProblemList')
