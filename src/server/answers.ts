/** The routes of the API, answered from a store. */
import type { OpenAPIHono } from '@hono/zod-openapi'
import { tellProblem } from '../messages.ts'
import { familyOf } from '../record/facts.ts'
import type { KeptArticle, Page, Part, PlacePage, Store } from '../store/store.ts'
import { readWords } from '../store/words.ts'
import { type Filters, routes } from './api.ts'
import { findNames } from './names.ts'
import { refuse, refuseUnknown } from './refuse.ts'
import { chooseLanguage, loadMessages } from './tables.ts'

/** How many of each kind a search shows. */
const FIRST = 10

function partOf({ page, limit }: Pick<Filters, 'page' | 'limit'>): Part {
  return { page, limit }
}

/** Adds the routes of articles and claims. */
export function answerReadings(app: OpenAPIHono, store: Store): void {
  app.openapi(routes.articles, async c => {
    const query = c.req.valid('query')
    const found = await store.findArticles(query, partOf(query))
    if (!found.ok) return refuse(c, found.problem)
    const names = await findNames(store, { outlets: found.value.items.map(({ outlet }) => outlet) })
    return c.json({ ...found.value, names }, 200)
  })
  app.openapi(routes.article, async c => {
    const { id } = c.req.valid('param')
    const kept = await store.findArticle(id)
    return kept === undefined ? refuseUnknown(c, id) : c.json(await showArticle(store, kept), 200)
  })
  app.openapi(routes.original, async c => {
    const { id } = c.req.valid('param')
    const kept = await store.findArticle(id)
    if (kept === undefined) return refuseUnknown(c, id)
    const original = await store.findOriginal(id)
    if (!original.ok) return refuse(c, original.problem)
    const name = encodeURIComponent(kept.row.name)
    return c.body(new Uint8Array(original.value), 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${name}.${kept.reading.article.format === 'html' ? 'html' : 'txt'}`,
    })
  })
  app.openapi(routes.claims, async c => {
    const query = c.req.valid('query')
    const found = await store.findClaims(query, partOf(query))
    if (!found.ok) return refuse(c, found.problem)
    const claims = found.value.items
    const names = await findNames(store, { claims, outlets: claims.map(({ article }) => article.outlet) })
    return c.json({ ...found.value, names }, 200)
  })
}

async function showArticle(store: Store, kept: KeptArticle) {
  const { article, mentions, claims } = kept.reading
  const { text, format, body, regions, updated, lexicon } = article
  const titleSpan = article.title?.span ?? null
  const dating = await showDating(store, article.id)
  const outlets = [article.outlet, ...(dating?.others ?? []).map(({ outlet }) => outlet)]
  return {
    article: { ...kept.row, text, format, titleSpan, body, regions, updated, lexicon },
    mentions,
    claims: claims.map(claim => ({ ...claim, family: familyOf(claim.type) })),
    dating,
    provenance: { sha256: article.id, bytes: kept.bytes, readAt: kept.readAt, path: kept.path },
    names: await findNames(store, { claims, mentions, outlets }),
  }
}

async function showDating(store: Store, id: string) {
  const dating = await store.findDating(id)
  if (dating === null) return null
  const ids = new Set(dating.reasons.flatMap(({ article }) => article ?? []))
  const found = await Promise.all([...ids].map(article => store.findArticles({ article }, { limit: 1 })))
  return { ...dating, others: found.flatMap(one => (one.ok ? one.value.items : [])) }
}

/** Adds the routes of places, outlets and actors. */
export function answerNames(app: OpenAPIHono, store: Store): void {
  app.openapi(routes.places, async c => {
    const query = c.req.valid('query')
    const found = await store.findPlaces(query.q, partOf(query))
    if (!found.ok) return refuse(c, found.problem)
    const names = await findNames(store, { places: found.value.items.map(({ within }) => within) })
    return c.json({ ...found.value, names }, 200)
  })
  app.openapi(routes.place, async c => {
    const { id } = c.req.valid('param')
    const page = await store.findPlace(id)
    if (page === undefined) return refuseUnknown(c, id)
    return c.json({ ...page, names: await findNames(store, idsOfPlace(page)) }, 200)
  })
  app.openapi(routes.outlets, async c => {
    const found = await store.findOutlets(partOf(c.req.valid('query')))
    return found.ok
      ? c.json({ ...found.value, names: await findNames(store, {}) }, 200)
      : refuse(c, found.problem)
  })
  app.openapi(routes.actors, async c => {
    const found = await store.findActors(partOf(c.req.valid('query')))
    return found.ok
      ? c.json({ ...found.value, names: await findNames(store, {}) }, 200)
      : refuse(c, found.problem)
  })
}

function cut<T>({ items, total }: Page<T>): Pick<Page<T>, 'items' | 'total'> {
  return { items, total }
}

function idsOfPlace({ place, chain, voices }: PlacePage) {
  const points = voices.flatMap(voice => voice.points)
  return {
    outlets: voices.flatMap(({ kind, text, outlets }) => (kind === 'own' ? [text, ...outlets] : outlets)),
    actors: [
      ...voices.map(({ actor }) => actor),
      ...points.flatMap(({ agent }) => agent.map(({ actor }) => actor)),
    ],
    places: [place.within, ...chain.map(({ id }) => id), ...points.map(({ place }) => place)],
  }
}

/** Adds the routes of the home page: summary, search, problems. */
export function answerHome(app: OpenAPIHono, store: Store): void {
  app.openapi(routes.summary, async c => {
    const summary = await store.summary()
    const names = await findNames(store, { outlets: summary.newest.map(({ outlet }) => outlet) })
    return c.json({ ...summary, names }, 200)
  })
  app.openapi(routes.search, async c => {
    const { page: _page, limit = FIRST, ...filter } = c.req.valid('query')
    const [articles, claims, places] = await Promise.all([
      store.findArticles(filter, { limit }),
      store.findClaims(filter, { limit }),
      store.findPlaces(filter.q, { limit }),
    ])
    if (!articles.ok) return refuse(c, articles.problem)
    if (!claims.ok) return refuse(c, claims.problem)
    if (!places.ok) return refuse(c, places.problem)
    const all = [...articles.value.items, ...claims.value.items.map(({ article }) => article)]
    const names = await findNames(store, {
      claims: claims.value.items,
      outlets: all.map(({ outlet }) => outlet),
    })
    const forms = [...readWords(filter.q ?? '').stems]
    const first = { articles: cut(articles.value), claims: cut(claims.value), places: cut(places.value) }
    return c.json({ ...first, forms, names }, 200)
  })
  app.openapi(routes.problems, async c => {
    const query = c.req.valid('query')
    const found = await store.findProblems(query.code, partOf(query))
    if (!found.ok) return refuse(c, found.problem)
    const messages = loadMessages(chooseLanguage(query.lang, c.req.header('accept-language')))
    const items = found.value.items.map(problem => ({ ...problem, ...tellProblem(messages, problem) }))
    return c.json({ ...found.value, items, names: await findNames(store, {}) }, 200)
  })
}
