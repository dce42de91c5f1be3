/** The routes that describe outlets, and set two of them or two articles beside each other. */
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Compared } from '../store/compared.ts'
import type { Comparison } from '../store/lenses.ts'
import type { OutletPage } from '../store/outlets.ts'
import type { ArticleRow, Store } from '../store/store.ts'
import { lensRoutes } from './lensApi.ts'
import { findNames } from './names.ts'
import { refuse, refuseUnknown } from './refuse.ts'
import { idsOfClaims, idsOfEvents, idsOfValues } from './relations.ts'

/** Adds the routes of outlets and comparisons. */
export function answerLenses(app: OpenAPIHono, store: Store): void {
  app.openapi(lensRoutes.outlet, async c => {
    const { id } = c.req.valid('param')
    const page = await store.findOutlet(id)
    if (page === undefined) return refuseUnknown(c, id)
    return c.json({ ...page, names: await findNames(store, idsOfOutlet(page)) }, 200)
  })
  app.openapi(lensRoutes.compare, async c => {
    const { a, b, list, page, limit } = c.req.valid('query')
    const found = await findSides(store, [a, b])
    if ('missing' in found) return refuseUnknown(c, found.missing)
    const compared = await store.compare(found.comparison, list, { page, limit })
    if (!compared.ok) return refuse(c, compared.problem)
    const { counts, ...rest } = compared.value
    const articles = found.articles
    const sides = [0, 1].map(i => ({
      id: found.comparison.ids[i] as string,
      article: articles[i] ?? null,
      ...(counts[i] as (typeof counts)[number]),
    })) as [Side, Side]
    const names = await findNames(store, idsOfCompared(compared.value, found))
    return c.json({ of: found.comparison.of, sides, ...rest, names }, 200)
  })
}

interface Side {
  readonly id: string
  readonly article: ArticleRow | null
  readonly claims: number
  readonly events: number
}

interface Found {
  readonly comparison: Comparison
  /** None of two outlets. */
  readonly articles: readonly ArticleRow[]
}

/** Two articles where both are, else two outlets; which one the record does not have. */
async function findSides(
  store: Store,
  ids: readonly [string, string],
): Promise<Found | { readonly missing: string }> {
  const whole = await Promise.all(ids.map(id => store.resolveArticle(id)))
  const articles = whole.filter(id => id !== undefined)
  if (articles.length < 2) {
    const isThere = await Promise.all(ids.map(id => store.hasOutlet(id)))
    const missing = ids.find((_, i) => !isThere[i])
    return missing === undefined ? { comparison: { of: 'outlets', ids }, articles: [] } : { missing }
  }
  const kept = await Promise.all(articles.map(id => store.findArticles({ article: id }, { limit: 1 })))
  const rows = kept.flatMap(found => (found.ok ? found.value.items : []))
  return { comparison: { of: 'articles', ids: articles as [string, string] }, articles: rows }
}

/** Ids that the page of an outlet speaks of. */
export function idsOfOutlet({ outlet, roots, naming, silences, copies }: OutletPage) {
  const { actors, places } = idsOfEvents(silences.flatMap(({ events }) => events))
  return {
    outlets: [
      outlet.id,
      ...outlet.siblings,
      ...copies.map(({ other }) => other),
      ...roots.map(({ text }) => text),
    ],
    actors: [...actors, ...roots.map(root => root.actor), ...naming.map(({ actor }) => actor)],
    places: [...places, ...silences.map(({ area }) => area)],
  }
}

function idsOfCompared(
  { shared, only, naming, contradictions, copies }: Compared,
  { comparison, articles }: Found,
) {
  const lone = only.flatMap(({ items }) => items)
  const claims = [
    ...shared.items.flatMap(one => one.claims.flat()),
    ...lone.flatMap(({ claim }) => claim ?? []),
  ]
  const events = idsOfEvents([...shared.items, ...lone].map(({ event }) => event))
  const [ofClaims, ofValues] = [idsOfClaims(claims), idsOfValues(contradictions)]
  const named = [...articles, ...copies.flatMap(pair => pair.articles)]
  return {
    claims,
    outlets: [
      ...(comparison.of === 'outlets' ? comparison.ids : []),
      ...named.map(({ outlet }) => outlet),
      ...ofClaims.outlets,
    ],
    actors: [...events.actors, ...ofClaims.actors, ...ofValues.actors, ...naming.map(({ actor }) => actor)],
    places: [...events.places, ...ofValues.places],
  }
}
