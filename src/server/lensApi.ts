/** The routes that describe outlets and compare two of them, or two articles. */
import { z } from '@hono/zod-openapi'
import { comparison, outletPage } from './lensSchemas.ts'
import { door, idParam, lang, listQuery } from './routes.ts'

/** The routes of outlets by name. */
export const lensRoutes = {
  outlet: door({
    path: '/api/outlets/{id}',
    about:
      'An outlet: whom it relies on, how it says things, what it calls whom, of what it is silent, copies',
    answer: outletPage,
    query: lang,
    params: idParam,
  }),
  compare: door({
    path: '/api/compare',
    about: 'Two articles, or two outlets, beside each other',
    answer: comparison,
    query: listQuery.extend({
      a: z.string().max(500).openapi({ description: 'An article, by its id or name, or an outlet' }),
      b: z.string().max(500),
      list: z
        .enum(['shared', 'first', 'second'])
        .optional()
        .openapi({ description: 'The list that `page` continues; default shared' }),
    }),
    params: z.object({}),
  }),
} as const

/** The type of the schema of that name. */
export type OutletPage = z.infer<typeof outletPage>
/** The type of the schema of that name. */
export type Comparison = z.infer<typeof comparison>
