/** `/api/export`: what a filter leaves as a file, sent while it is read. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Filter, Store } from '../../store/store.ts'
import { refuse } from '../refuse.ts'
import { claimFilters, refusals } from '../routes.ts'
import { streamText } from '../stream.ts'
import { FATALITY_POLICIES } from './acled.ts'
import {
  EXPORT_FORMATS,
  EXPORT_KINDS,
  EXPORTS,
  type ExportFormat,
  type ExportKind,
  type ExportWish,
  exportLines,
  listFormats,
} from './export.ts'

const KINDS = EXPORT_KINDS.map(
  kind => `${kind} as ${EXPORTS[kind].formats.join(', ')}, narrowed by ${EXPORTS[kind].filters.join(', ')}`,
)

/** The route of exports. Takes the filters of the lists. */
export const exportRoute = createRoute({
  method: 'get',
  path: '/api/export',
  summary: 'All that the filters leave as a file',
  description: `${KINDS.join('; ')}. docs/exports.md describes each.`,
  request: {
    query: claimFilters.omit({ page: true, limit: true }).extend({
      kind: z.enum(EXPORT_KINDS),
      format: z.enum(EXPORT_FORMATS).optional().openapi({ description: 'Default jsonl' }),
      fatalities: z.enum(FATALITY_POLICIES).optional().openapi({
        description: 'For acled: what makes one number of the killed. Default lowest',
      }),
    }),
  },
  responses: {
    200: {
      content: {
        'application/jsonl': { schema: z.string() },
        'text/csv': { schema: z.string() },
        'application/geo+json': { schema: z.string() },
        'application/ld+json': { schema: z.string() },
      },
      description: 'The file',
    },
    ...refusals,
  },
})

const CSV = { type: 'text/csv; charset=utf-8', ending: 'csv' }
const TYPES: Readonly<Record<ExportFormat, { readonly type: string; readonly ending: string }>> = {
  jsonl: { type: 'application/jsonl; charset=utf-8', ending: 'jsonl' },
  csv: CSV,
  acled: { ...CSV, ending: 'acled.csv' },
  geojson: { type: 'application/geo+json', ending: 'geojson' },
  jsonld: { type: 'application/ld+json', ending: 'jsonld' },
}

/** Adds the route. CSV begins with a byte order mark: it is opened by spreadsheets. */
export function answerExports(app: OpenAPIHono, store: Store): void {
  app.openapi(exportRoute, c => {
    const { kind, format = 'jsonl', fatalities, lang: _lang, ...filter } = c.req.valid('query')
    const cause = findMisuse(kind, format, filter)
    if (cause !== undefined) return refuse(c, { code: 'bad-query', where: 'query', values: { cause } })
    const { type, ending } = TYPES[format]
    const lines = sendLines(store, { kind, format, filter, hasMark: true, policy: fatalities })
    return c.body(streamText(lines), 200, {
      'content-type': type,
      'content-disposition': `attachment; filename="${kind}.${ending}"`,
    })
  })
}

/** Filters of claims and articles alone, which their lists take too. */
const MORE = ['q', 'article', 'optional']

function findMisuse(kind: ExportKind, format: ExportFormat, filter: Filter): string | undefined {
  if (!listFormats(kind).includes(format)) return `${kind}: ${listFormats(kind).join(', ')}; not ${format}`
  const isReading = kind === 'claims' || kind === 'articles'
  const taken: readonly string[] = [...EXPORTS[kind].filters, ...(isReading ? MORE : [])]
  const [other] = Object.entries(filter).filter(
    ([name, value]) => value !== undefined && !taken.includes(name),
  )
  return other === undefined ? undefined : `${kind}: ${taken.join(', ')}; not ${other[0]}`
}

/** A problem cuts the answer off, so that nobody takes a part for the whole. */
async function* sendLines(store: Store, wish: ExportWish): AsyncGenerator<string> {
  for await (const lines of exportLines(store, wish)) {
    if (!lines.ok) throw new Error(lines.problem.code)
    yield lines.value
  }
}
