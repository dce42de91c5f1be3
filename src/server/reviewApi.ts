/** The routes and shapes of reviews: the queue, the log, a decision, the row of a spec. */
import { createRoute, z } from '@hono/zod-openapi'
import { VERDICTS } from '../record/review.ts'
import { claimFilters, filters, none, refusals } from './routes.ts'
import { articleRow, claim, claimHit, claimType, list, names } from './schemas.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const verdict = z.enum(VERDICTS)
const id = z.string().min(1).max(200)
const ids = z.array(id).max(20).readonly()

/** What the claim should have said, for each field that is wrong. */
const change = z
  .object({
    type: claimType.optional(),
    modality: claim.shape.modality.optional(),
    stance: claim.shape.stance.optional(),
    time: z.string().max(60).nullable().optional().openapi({ description: 'EDTF; null for no date' }),
    agent: ids.optional().openapi({ description: 'Ids of actors; empty for none' }),
    target: ids.optional(),
    places: ids.optional(),
    sources: list(z.string().min(1).max(300))
      .optional()
      .openapi({ description: 'Words, the one who says it first' }),
  })
  .strict()
  .openapi('ReviewChange')

/** A decision about a claim as its reader saw it. A rejection has a reason, a correction has a change. */
const reviewWish = z
  .object({
    article: hash,
    claim: id,
    span: z.tuple([z.number().int(), z.number().int()]).readonly(),
    type: claimType,
    verdict,
    reader: z.string().trim().min(1).max(80),
    reason: z.string().trim().max(2000),
    change: change.nullable(),
  })
  .strict()
  .refine(wish => wish.verdict !== 'reject' || wish.reason !== '', { message: 'a rejection has a reason' })
  .refine(wish => (wish.verdict === 'correct') === Object.keys(wish.change ?? {}).length > 0, {
    message: 'a correction, and nothing else, has a change',
  })
  .openapi('ReviewWish')

/** An entry of the log; `docs/reviews.md` says how it is hashed. */
const reviewEntry = z
  .object({
    n: z.number().int(),
    at: z.string(),
    reader: z.string(),
    verdict,
    reason: z.string(),
    change: change.nullable(),
    article: z.string(),
    quote: z.object({ exact: z.string(), prefix: z.string(), suffix: z.string() }),
    type: claimType,
    claim: z.string().openapi({ description: 'Id of the claim at that time' }),
    lexicon: z.string(),
    previous: z.string(),
    hash: z.string(),
  })
  .openapi('ReviewEntry')

const state = z.enum(['open', 'accepted', 'corrected', 'rejected', 'differ'])

/** A claim of the queue, with up to 480 characters round it and the standing decisions. */
const queuedClaim = claimHit.extend({ state, reviews: list(reviewEntry) }).openapi('QueuedClaim')

/** An entry with where it holds now. `claim` is null where nothing fits any more. */
const keptReview = z
  .object({
    entry: reviewEntry,
    claim: z.string().nullable(),
    words: z.enum(['same', 'near', 'none']),
    article: articleRow.pick({ title: true, outlet: true, published: true }).nullable(),
  })
  .openapi('KeptReview')

const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: list(item), next: z.string().nullable(), total: z.number().int(), names })

const { lang, page, limit } = filters.shape
const queueQuery = claimFilters.extend({
  claim: id.optional().openapi({ description: 'Id of one claim of the article' }),
  state: z
    .enum(['open', 'second', 'differ', 'done', 'any'])
    .optional()
    .openapi({ description: 'Default open: claims that nobody decided about' }),
  reader: z.string().max(80).optional().openapi({ description: 'Who asks, for the state second' }),
})
const logQuery = z.object({
  article: z.string().optional(),
  orphaned: z
    .enum(['yes', 'no'])
    .optional()
    .openapi({ description: 'yes: only those that no claim fits any more' }),
  page,
  limit,
  lang,
})

const json = <T extends z.ZodType>(schema: T, description: string) => ({
  content: { 'application/json': { schema } },
  description,
})

/** The routes of reviews by name. */
export const reviewRoutes = {
  queue: createRoute({
    method: 'get',
    path: '/api/reviews/queue',
    summary: 'Claims to decide about, those read with least confidence first',
    request: { query: queueQuery, params: none },
    responses: { 200: json(pageOf(queuedClaim), 'Claims of the queue'), ...refusals },
  }),
  reviews: createRoute({
    method: 'get',
    path: '/api/reviews',
    summary: 'The log of reviews, newest first',
    request: { query: logQuery, params: none },
    responses: { 200: json(pageOf(keptReview), 'Entries of the log'), ...refusals },
  }),
  log: createRoute({
    method: 'get',
    path: '/api/reviews/log',
    summary: 'The whole log as JSON Lines, oldest first, for hasab verify',
    request: { params: none },
    responses: {
      200: { content: { 'application/jsonl': { schema: z.string() } }, description: 'The log' },
      ...refusals,
    },
  }),
  review: createRoute({
    method: 'post',
    path: '/api/reviews',
    summary: 'Writes a decision into the log; answers once it is on the disk',
    request: {
      query: z.object({ lang }),
      body: { content: { 'application/json': { schema: reviewWish } }, required: true },
    },
    responses: { 201: json(reviewEntry, 'The entry as it was written'), ...refusals },
  }),
  row: createRoute({
    method: 'get',
    path: '/api/articles/{id}/row',
    summary: 'The sentence of a claim as it is read now, as a row of specs/claims.tsv to correct',
    request: {
      params: z.object({ id: z.string().openapi({ param: { name: 'id', in: 'path' } }) }),
      query: z.object({ claim: z.string(), lang }),
    },
    responses: {
      200: json(z.object({ header: z.string(), row: z.string() }).openapi('SpecRow'), 'The row'),
      ...refusals,
    },
  }),
} as const

/** The type of the schema of that name. */
export type ReviewWish = z.infer<typeof reviewWish>
/** The type of the schema of that name. */
export type ReviewEntry = z.infer<typeof reviewEntry>
/** The type of the schema of that name. */
export type QueuedClaim = z.infer<typeof queuedClaim>
/** The type of the schema of that name. */
export type KeptReview = z.infer<typeof keptReview>
