/** The routes of reviews, answered from a store and written by its writer. */
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { explainClaims } from '../explain/explain.ts'
import { tellSpecRows } from '../explain/specRow.ts'
import { fullLexicon } from '../lexicon/builtin.ts'
import type { KeptArticle, Store } from '../store/store.ts'
import { findNames } from './names.ts'
import { refuse, refuseUnknown } from './refuse.ts'
import { reviewRoutes as routes } from './reviewApi.ts'
import { streamText } from './stream.ts'
import type { Writer } from './writer.ts'

/** A decision is a few lines: more than this is none. */
const MOST = 64 * 1024

/** Answers that this server writes nothing: it has no writer. */
export function refuseWriting(c: Context) {
  const problem = { code: 'writing-closed', where: c.req.path, values: {} }
  return refuse(c, problem)
}

/** Adds the routes of reviews. Without a writer decisions are refused. */
export function answerReviews(app: OpenAPIHono, store: Store, writer: Writer | undefined): void {
  answerQueue(app, store)
  app.openAPIRegistry.registerPath(routes.log)
  app.get(routes.log.path, c => {
    return c.body(streamText(lineEnds(store.reviewLines())), 200, {
      'content-type': 'application/jsonl; charset=utf-8',
      'content-disposition': 'attachment; filename="reviews.jsonl"',
    })
  })
  const tooLarge = (c: Context) => {
    const values = { cause: `more than ${MOST} bytes` }
    const problem = { code: 'bad-query', where: 'json', values }
    return refuse(c, problem)
  }
  app.use(routes.review.path, bodyLimit({ maxSize: MOST, onError: tooLarge }))
  app.openapi(routes.review, async c => {
    if (writer === undefined) return refuseWriting(c)
    const wish = c.req.valid('json')
    const written = await writer.write(open => open.review(wish))
    return written.ok ? c.json(written.value, 201) : refuse(c, written.problem)
  })
}

function* lineEnds(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield `${line}\n`
}

function answerQueue(app: OpenAPIHono, store: Store): void {
  app.openapi(routes.queue, async c => {
    const { page, limit, state = 'open', ...filter } = c.req.valid('query')
    // Whoever asks for one claim gets it, even where it counts nowhere.
    const optional = filter.claim === undefined ? filter.optional : 'yes'
    const found = await store.findQueue({ ...filter, optional, state }, { page, limit })
    if (!found.ok) return refuse(c, found.problem)
    const claims = found.value.items
    const names = await findNames(store, { claims, outlets: claims.map(({ article }) => article.outlet) })
    return c.json({ ...found.value, names }, 200)
  })
  app.openapi(routes.reviews, async c => {
    const { article, orphaned, page, limit } = c.req.valid('query')
    const found = await store.findReviews({ article, orphaned: orphaned === 'yes' }, { page, limit })
    if (!found.ok) return refuse(c, found.problem)
    const outlets = found.value.items.map(kept => kept.article?.outlet ?? null)
    return c.json({ ...found.value, names: await findNames(store, { outlets }) }, 200)
  })
  app.openapi(routes.row, async c => {
    const kept = await store.findArticle(c.req.valid('param').id)
    const row = kept === undefined ? undefined : writeRow(kept, c.req.valid('query').claim)
    return row === undefined ? refuseUnknown(c, c.req.valid('query').claim) : c.json(row, 200)
  })
}

/** The row of the sentence in which a claim begins, as today's lexicon reads it. */
function writeRow({ reading }: KeptArticle, id: string): { header: string; row: string } | undefined {
  const claim = reading.claims.find(other => other.id === id)
  if (claim === undefined) return undefined
  const [at] = claim.span
  const around = explainClaims(reading.article, fullLexicon()).filter(
    ({ sentence: { span } }) => span[0] <= at && at < span[1],
  )
  const [header = '', row = ''] = tellSpecRows(reading.article, around).split('\n')
  return { header, row }
}
