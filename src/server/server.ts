/** A record as HTTP: the API, its OpenAPI document and the built desk. No state of its own, no request to the outside. */
import { OpenAPIHono } from '@hono/zod-openapi'
import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'
import type { Store } from '../store/store.ts'
import { answerHome, answerNames, answerReadings } from './answers.ts'
import { routes } from './api.ts'
import { answerExports, exportRoute } from './export/route.ts'
import { serveDesk } from './files.ts'
import { checkOrigin } from './guard.ts'
import { lensRoutes } from './lensApi.ts'
import { answerLenses } from './lenses.ts'
import type { ApiDocument } from './page.ts'
import { recordRoutes } from './recordApi.ts'
import { refuse, refuseThrown, refuseUnknown } from './refuse.ts'
import { answerEvents, answerHoldings, answerReferences } from './relations.ts'
import { reviewRoutes } from './reviewApi.ts'
import { answerReviews } from './reviews.ts'
import { findTileOrigin } from './tiles.ts'
import { answerUploads, uploadRoutes } from './uploads.ts'
import type { Writer } from './writer.ts'

/** What a server serves. */
export interface ServerOptions {
  readonly store: Store
  /** The folder of the built desk. */
  readonly desk: string
  /** Names under which it may be asked for, beside those of this machine; `any` checks none. */
  readonly hosts?: readonly string[] | 'any'
  /** Writes decisions and uploads; absent where the server only shows. */
  readonly writer?: Writer | undefined
  /** Is told of every exception: each is a bug. */
  readonly tell?: (thrown: Error) => void
}

const LOCAL = ['localhost', '127.0.0.1', '[::1]']

/** What the OpenAPI document says of the whole. */
const ABOUT = {
  openapi: '3.1.0',
  info: {
    title: 'Hasab',
    version: '1',
    description:
      'A record of who says what, read out of news reports. Within version 1 fields and routes are added, never renamed or taken away; ' +
      'page tokens are opaque and good for the list that gave them.',
  },
}

/** The OpenAPI document, without a record. */
export function describeApi(): ApiDocument {
  const app = new OpenAPIHono()
  const all = [
    ...Object.values(routes),
    ...Object.values(recordRoutes),
    ...Object.values(lensRoutes),
    exportRoute,
    ...Object.values(reviewRoutes),
    ...Object.values(uploadRoutes),
  ]
  for (const route of all) app.openAPIRegistry.registerPath(route)
  return app.getOpenAPI31Document(ABOUT) as unknown as ApiDocument
}

/** Builds the server. Tests call its `request`; `hasab serve` gives it a socket. */
export function makeServer({
  store,
  desk,
  hosts = [],
  writer,
  tell = () => undefined,
}: ServerOptions): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (outcome, c) => {
      if (outcome.success) return undefined
      const problem = { code: 'bad-query', where: outcome.target, values: { cause: outcome.error.message } }
      return refuse(c, problem)
    },
  })
  app.use(headers())
  if (hosts !== 'any') app.use(checkHost([...LOCAL, ...hosts]))
  app.use(checkOrigin())
  answerReadings(app, store)
  answerNames(app, store)
  answerHome(app, store)
  answerEvents(app, store)
  answerLenses(app, store)
  answerHoldings(app, store)
  answerReferences(app, store)
  answerExports(app, store)
  answerReviews(app, store, writer)
  answerUploads(app, writer)
  app.doc31('/api/openapi.json', ABOUT)
  app.all('/api/*', c => refuseUnknown(c, c.req.path))
  serveDesk(app, desk)
  app.notFound(c => refuseUnknown(c, c.req.path))
  app.onError((thrown, c) => refuseThrown(c, thrown, tell))
  return app
}

/** No inline script, no frame, nothing from elsewhere but tiles that the reader asked for. Styles may be inline: the drawing library writes them. */
function headers() {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      connectSrc: ["'self'", findTileOrigin],
      workerSrc: ["'self'", 'blob:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    crossOriginResourcePolicy: 'same-origin',
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    strictTransportSecurity: false,
  })
}

/** A page of another site can be made to point at this machine (DNS rebinding); it cannot change the name it asks for. */
function checkHost(names: readonly string[]) {
  return createMiddleware(async (c, next) => {
    const host = c.req.header('host') ?? new URL(c.req.url).host
    const name = host.replace(/:\d+$/, '').toLowerCase()
    if (names.includes(name)) return next()
    const problem = { code: 'host-refused', where: name, values: {} }
    return refuse(c, problem)
  })
}
