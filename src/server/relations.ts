/** The routes of what stands between articles: events, contradictions, holdings, reuse. */
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { View } from '../record/relations.ts'
import type { EventClaim, EventPage, EventRow } from '../store/events.ts'
import type { PlaceHoldings } from '../store/holdings.ts'
import type { ReferenceRow } from '../store/references.ts'
import type { Store } from '../store/store.ts'
import { findNames } from './names.ts'
import { recordRoutes } from './recordApi.ts'
import { refuse, refuseUnknown } from './refuse.ts'

interface ViewQuery {
  readonly roots?: string | undefined
  readonly outlets?: string | undefined
  readonly families?: string | undefined
  readonly asOf?: string | undefined
  readonly admitted?: 'yes' | 'no' | undefined
  readonly agreed?: 'yes' | 'no' | undefined
  readonly implied?: 'yes' | 'no' | undefined
}

/** A view as the address gives it; what is absent narrows nothing. */
function readView({ roots, outlets, families, asOf, admitted, agreed, implied }: ViewQuery): View {
  return {
    ...(roots === undefined ? {} : { roots: roots.split('|') }),
    ...(outlets === undefined ? {} : { outlets: outlets.split('|') }),
    ...(families === undefined ? {} : { families: families.split('|') }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(admitted === 'yes' ? { isAdmitted: true } : {}),
    ...(agreed === 'yes' ? { isAgreed: true } : {}),
    ...(implied === 'yes' ? { hasImplied: true } : {}),
  }
}

/** Ids of the actors and places of events. */
export function idsOfEvents(events: readonly EventRow[]) {
  return {
    actors: events.flatMap(({ agents, targets }) => [...agents, ...targets]),
    places: events.flatMap(({ places }) => places),
  }
}

function idsOfEvent({ event, claims, chains: { tellers }, contradictions }: EventPage) {
  const [ofEvents, ofClaims, ofValues] = [
    idsOfEvents([event]),
    idsOfClaims(claims),
    idsOfValues(contradictions),
  ]
  return {
    claims,
    outlets: [...ofClaims.outlets, ...tellers.map(({ text }) => text)],
    actors: [
      ...ofEvents.actors,
      ...ofClaims.actors,
      ...ofValues.actors,
      ...tellers.map(({ actor }) => actor),
    ],
    places: [...ofEvents.places, ...ofValues.places],
  }
}

/** Outlets of claims, and actors at their roots; an outlet may stand there under its own name. */
export function idsOfClaims(claims: readonly EventClaim[]) {
  return {
    outlets: claims.flatMap(({ article, root }) => [article.outlet, root.kind === 'own' ? root.text : null]),
    actors: claims.map(({ root }) => root.actor),
  }
}

/** Ids that the values of contradictions may be: actors divided by a bar, or a place. */
export function idsOfValues(
  contradictions: readonly { values: readonly [string, string]; place: string | null }[],
) {
  const values = contradictions.flatMap(({ values }) => values.flatMap(value => value.split(/[| ]/)))
  return { actors: values, places: [...values, ...contradictions.map(({ place }) => place)] }
}

/** Ids that entries of chronologies name, and the record beside them. */
function idsOfReferences(references: readonly ReferenceRow[]) {
  return {
    actors: references.flatMap(({ actor, formerHolder, difference }) => [
      actor,
      formerHolder,
      ...(difference?.holders ?? []),
    ]),
    places: references.map(({ place }) => place),
  }
}

/** Adds the route of later chronologies. */
export function answerReferences(app: OpenAPIHono, store: Store): void {
  app.openapi(recordRoutes.references, async c => {
    const { page, limit, lang: _lang, ...filter } = c.req.valid('query')
    const found = await store.findReferences(filter, { page, limit })
    if (!found.ok) return refuse(c, found.problem)
    const [chronologies, names] = await Promise.all([
      store.findChronologies(),
      findNames(store, idsOfReferences(found.value.items)),
    ])
    return c.json({ ...found.value, chronologies, names }, 200)
  })
}

/** Adds the routes of events and contradictions. */
export function answerEvents(app: OpenAPIHono, store: Store): void {
  app.openapi(recordRoutes.events, async c => {
    const { page, limit, lang: _lang, ...filter } = c.req.valid('query')
    const found = await store.findEvents(filter, { page, limit })
    if (!found.ok) return refuse(c, found.problem)
    return c.json({ ...found.value, names: await findNames(store, idsOfEvents(found.value.items)) }, 200)
  })
  app.openapi(recordRoutes.event, async c => {
    const { id } = c.req.valid('param')
    const page = await store.findEvent(id)
    if (page === undefined) return refuseUnknown(c, id)
    const references = await store.findReferences({ event: page.event.id }, {})
    if (!references.ok) return refuse(c, references.problem)
    const [own, said] = [idsOfEvent(page), idsOfReferences(references.value.items)]
    const ids = { ...own, actors: [...own.actors, ...said.actors], places: [...own.places, ...said.places] }
    const names = await findNames(store, ids)
    return c.json({ ...page, asked: id, references: references.value.items, names }, 200)
  })
  app.openapi(recordRoutes.contradictions, async c => {
    const { page, limit, lang: _lang, ...filter } = c.req.valid('query')
    const found = await store.findContradictions(filter, { page, limit })
    if (!found.ok) return refuse(c, found.problem)
    const claims = found.value.items.flatMap(({ sides }) => sides.flat())
    const [ofClaims, ofValues] = [idsOfClaims(claims), idsOfValues(found.value.items)]
    const actors = [...ofClaims.actors, ...ofValues.actors]
    const names = await findNames(store, { claims, ...ofValues, actors, outlets: ofClaims.outlets })
    return c.json({ ...found.value, names }, 200)
  })
}

function idsOfHoldings({ place, holdings, voices }: PlaceHoldings, references: readonly ReferenceRow[]) {
  const all = [...holdings, ...voices.flatMap(voice => voice.holdings)]
  return {
    actors: [
      ...all.flatMap(({ holders }) => holders),
      ...voices.map(({ actor }) => actor),
      ...idsOfReferences(references).actors,
    ],
    outlets: voices.map(({ text }) => text),
    places: [place, ...all.map(holding => holding.place)],
  }
}

/** Adds the routes of holdings, days and reuse. */
export function answerHoldings(app: OpenAPIHono, store: Store): void {
  app.openapi(recordRoutes.holders, async c => {
    const { day, brief, lang: _lang, ...view } = c.req.valid('query')
    const holdings = await store.findHolders(day, readView(view))
    const [points, names] = await Promise.all([
      store.findPoints(new Set(holdings.map(({ place }) => place))),
      findNames(store, {
        actors: holdings.flatMap(({ holders }) => holders),
        places: holdings.map(({ place }) => place),
      }),
    ])
    const nowhere = { lat: null, lon: null, precision: 'none' }
    const items = holdings.map(holding => ({
      ...holding,
      ...(brief === 'yes' ? { claims: [], roots: [] } : {}),
      ...(points[holding.place] ?? nowhere),
    }))
    return c.json({ day, items, names }, 200)
  })
  app.openapi(recordRoutes.placeHoldings, async c => {
    const { id } = c.req.valid('param')
    const { lang: _lang, ...view } = c.req.valid('query')
    const page = await store.findHoldings(id, readView(view))
    if (page === undefined) return refuseUnknown(c, id)
    const references = await store.compareReferences(id, page.holdings)
    const names = await findNames(store, idsOfHoldings(page, references))
    return c.json({ ...page, references, names }, 200)
  })
  app.openapi(recordRoutes.days, async c =>
    c.json({ items: await store.findDayCounts(c.req.valid('query').family) }, 200),
  )
  app.openapi(recordRoutes.reuse, async c => {
    const { id } = c.req.valid('param')
    const items = await store.findReuse(id)
    if (items === undefined) return refuseUnknown(c, id)
    const names = await findNames(store, { outlets: items.map(({ other }) => other.outlet) })
    return c.json({ items, names }, 200)
  })
}
