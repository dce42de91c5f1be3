/** Who may write: pages of this very server, and programs that are no browser. */
import type { MiddlewareHandler } from 'hono'
import { createMiddleware } from 'hono/factory'
import { refuse } from './refuse.ts'

/** Lets a request that changes something through only where no other site's page can have sent it. */
export function checkOrigin(): MiddlewareHandler {
  return createMiddleware(async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const host = c.req.header('host') ?? new URL(c.req.url).host
    const origin = c.req.header('origin')
    const site = c.req.header('sec-fetch-site')
    if (isOwn(origin, host) && (site === undefined || site === 'same-origin')) return next()
    const problem = { code: 'origin-refused', where: origin ?? site ?? '', values: {} }
    return refuse(c, problem)
  })
}

/** Browsers send `Origin` with every request that is not GET or HEAD (https://fetch.spec.whatwg.org/#origin-header); `null` is no origin of ours. */
function isOwn(origin: string | undefined, host: string): boolean {
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host)
}
