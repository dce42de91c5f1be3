/** What routes are made of: filters, parts of lists, refusals. */
import { createRoute, z } from '@hono/zod-openapi'
import { claimType, failure, familyName } from './schemas.ts'

const day = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
const limit = z.coerce.number().int().min(1).max(200).optional().openapi({ description: 'Default 50' })
const language = z.enum(['ar', 'en']).optional().openapi({ description: 'Else Accept-Language decides' })

/** What every list of claims and articles can be narrowed by. `from` and `to` are days, both included. */
export const filters = z.object({
  q: z.string().max(500).optional().openapi({ description: 'Words, all of them; "quotes" for a phrase' }),
  place: z.string().optional().openapi({ description: 'Id; places within it count' }),
  actor: z.string().optional(),
  source: z.string().optional().openapi({ description: "Words or the key of a voice of a place's page" }),
  type: claimType.optional(),
  family: familyName.optional(),
  outlet: z.string().optional(),
  from: day.optional(),
  to: day.optional(),
  page: z.string().max(500).optional(),
  limit,
  lang: language,
})

/** What claims can be narrowed by. */
export const claimFilters = filters.extend({
  article: z.string().optional(),
  optional: z.enum(['yes', 'no']).optional().openapi({ description: 'Default no: claims that count' }),
})
/** What a list without filters takes. */
export const listQuery = z.object({ page: z.string().max(500).optional(), limit, lang: language })
/** The id in the path of a route. */
export const idParam = z.object({ id: z.string().openapi({ param: { name: 'id', in: 'path' } }) })

const STATUSES = [400, 403, 404, 409, 413, 500, 503] as const

/** The refusals that every route may answer. */
export const refusals = Object.fromEntries(
  STATUSES.map(status => [
    status,
    { content: { 'application/json': { schema: failure } }, description: 'Refused, with why and what to do' },
  ]),
) as Record<
  (typeof STATUSES)[number],
  { content: { 'application/json': { schema: typeof failure } }; description: string }
>

interface Door<Q extends z.ZodObject, T extends z.ZodType, P extends z.ZodObject> {
  readonly path: string
  readonly about: string
  readonly answer: T
  readonly query: Q
  readonly params: P
}

/** A GET route that answers one schema. */
export function door<Q extends z.ZodObject, T extends z.ZodType, P extends z.ZodObject>(spec: Door<Q, T, P>) {
  return createRoute({
    method: 'get',
    path: spec.path,
    summary: spec.about,
    request: { query: spec.query, params: spec.params },
    responses: {
      200: { content: { 'application/json': { schema: spec.answer } }, description: spec.about },
      ...refusals,
    },
  })
}

/** For routes that take nothing. */
export const none = z.object({})
/** For routes that take the language alone. */
export const lang = z.object({ lang: language })
