/** `/api/export`: what a filter leaves as a file, sent while it is read. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Store } from '../store/store.ts'
import { EXPORT_FORMATS, EXPORT_KINDS, type ExportWish, exportLines } from './exported.ts'
import { claimFilters, refusals } from './routes.ts'
import { streamText } from './stream.ts'

/** The route of exports. Takes the filters of the lists. */
export const exportRoute = createRoute({
  method: 'get',
  path: '/api/export',
  summary: 'Claims or articles as JSON Lines or CSV, all that the filters leave',
  request: {
    query: claimFilters.omit({ page: true, limit: true }).extend({
      kind: z.enum(EXPORT_KINDS),
      format: z.enum(EXPORT_FORMATS).optional().openapi({ description: 'Default jsonl' }),
    }),
  },
  responses: {
    200: {
      content: { 'application/jsonl': { schema: z.string() }, 'text/csv': { schema: z.string() } },
      description: 'The lines',
    },
    ...refusals,
  },
})

const TYPES = { csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl; charset=utf-8' } as const

/** Adds the route. CSV begins with a byte order mark: it is opened by spreadsheets. */
export function answerExports(app: OpenAPIHono, store: Store): void {
  app.openapi(exportRoute, c => {
    const { kind, format = 'jsonl', lang: _lang, ...filter } = c.req.valid('query')
    const lines = sendLines(store, { kind, format, filter, hasMark: true })
    return c.body(streamText(lines), 200, {
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename="${kind}.${format}"`,
    })
  })
}

/** A problem cuts the answer off, so that nobody takes a part for the whole. */
async function* sendLines(store: Store, wish: ExportWish): AsyncGenerator<string> {
  for await (const lines of exportLines(store, wish)) {
    if (!lines.ok) throw new Error(lines.problem.code)
    yield lines.value
  }
}
