/**
 * The routes of the API: the table that the server serves, the OpenAPI document lists and the desk asks.
 * Every list is `{ items, next, total }`: `next` is an opaque token to hand back as `page`, `null` at the end.
 * Every refusal is `{ error: { code, message, hint } }`. Names of ids are in `names`.
 */
import { createRoute, z } from '@hono/zod-openapi'
import {
  actorList,
  articlePage,
  articleReading,
  claimPage,
  outletList,
  placeList,
  placePage,
  problemList,
  searchPage,
  summary,
} from './pages.ts'
import { claimFilters, door, filters, idParam, lang, listQuery, none, refusals } from './routes.ts'
import type {
  actorRow,
  articleHit,
  articleRow,
  claim,
  claimHit,
  failure,
  names,
  outletRow,
  placeRow,
  point,
  problemRow,
  voice,
} from './schemas.ts'

/** Every route of the API by name. `original` and the OpenAPI document itself are added by the server. */
export const routes = {
  summary: door({
    path: '/api/summary',
    about: 'What the record holds',
    answer: summary,
    query: lang,
    params: none,
  }),
  articles: door({
    path: '/api/articles',
    about: 'Articles, newest first',
    answer: articlePage,
    query: filters,
    params: none,
  }),
  article: door({
    path: '/api/articles/{id}',
    about: 'An article with all that was read out of it',
    answer: articleReading,
    query: lang,
    params: idParam,
  }),
  claims: door({
    path: '/api/claims',
    about: 'Claims, newest first',
    answer: claimPage,
    query: claimFilters,
    params: none,
  }),
  places: door({
    path: '/api/places',
    about: 'Places with claims, most claims first',
    answer: placeList,
    query: listQuery.extend({ q: z.string().max(500).optional() }),
    params: none,
  }),
  place: door({
    path: '/api/places/{id}',
    about: 'A place, and its claims over time, one line for each source',
    answer: placePage,
    query: lang,
    params: idParam,
  }),
  outlets: door({
    path: '/api/outlets',
    about: 'Outlets, most articles first',
    answer: outletList,
    query: listQuery,
    params: none,
  }),
  actors: door({
    path: '/api/actors',
    about: 'Actors, most claims first',
    answer: actorList,
    query: listQuery,
    params: none,
  }),
  search: door({
    path: '/api/search',
    about: 'Articles, claims and places for the same words: the first of each',
    answer: searchPage,
    query: filters,
    params: none,
  }),
  problems: door({
    path: '/api/problems',
    about: 'What could not be read and why, newest first',
    answer: problemList,
    query: listQuery.extend({ code: z.string().optional() }),
    params: none,
  }),
  original: createRoute({
    method: 'get',
    path: '/api/articles/{id}/original',
    summary: 'The bytes that were read, as a download',
    request: { params: idParam },
    responses: {
      200: { content: { 'application/octet-stream': { schema: z.string() } }, description: 'The bytes' },
      ...refusals,
    },
  }),
} as const

/** The type of the schema of that name. */
export type ArticleRow = z.infer<typeof articleRow>
/** The type of the schema of that name. */
export type ArticleHit = z.infer<typeof articleHit>
/** The type of the schema of that name. */
export type ArticleReading = z.infer<typeof articleReading>
/** The type of the schema of that name. */
export type ApiClaim = z.infer<typeof claim>
/** The type of the schema of that name. */
export type ClaimHit = z.infer<typeof claimHit>
/** The type of the schema of that name. */
export type Failure = z.infer<typeof failure>
/** The type of the schema of that name. */
export type Filters = z.infer<typeof filters>
/** The type of the schema of that name. */
export type Names = z.infer<typeof names>
/** The type of the schema of that name. */
export type PlacePage = z.infer<typeof placePage>
/** The type of the schema of that name. */
export type PlaceRow = z.infer<typeof placeRow>
/** The type of the schema of that name. */
export type OutletRow = z.infer<typeof outletRow>
/** The type of the schema of that name. */
export type ActorRow = z.infer<typeof actorRow>
/** The type of the schema of that name. */
export type Point = z.infer<typeof point>
/** The type of the schema of that name. */
export type ProblemRow = z.infer<typeof problemRow>
/** The type of the schema of that name. */
export type SearchPage = z.infer<typeof searchPage>
/** The type of the schema of that name. */
export type Summary = z.infer<typeof summary>
/** The type of the schema of that name. */
export type Voice = z.infer<typeof voice>
