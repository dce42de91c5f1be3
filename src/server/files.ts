/** The built desk, served from its folder: only files that were there at the start, so no path leads out of it. */
import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { fillMessage } from '../messages.ts'
import { chooseLanguage, loadMessages } from './tables.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

/** Files under `assets/` have their hash in their name. */
const FOREVER = 'public, max-age=31536000, immutable'

/** Serves the desk built into `folder`; every page of it is `index.html`. Says how to build it where it is not. */
export function serveDesk(app: OpenAPIHono, folder: string): void {
  const files = new Map(listFiles(folder).map(path => [`/${path}`, join(folder, path)]))
  app.get('*', async c => {
    const { path } = c.req
    const file = files.get(path)
    if (file !== undefined) return sendFile(c, file, path.startsWith('/assets/'))
    const index = files.get('/index.html')
    if (extname(path) !== '' || path.startsWith('/api/')) return c.notFound()
    return index === undefined ? sayUnbuilt(c) : sendFile(c, index, false)
  })
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
}

async function sendFile(c: Context, path: string, isForever: boolean): Promise<Response> {
  const bytes = await readFile(path)
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
    'cache-control': isForever ? FOREVER : 'no-cache',
  })
}

function sayUnbuilt(c: Context): Response {
  const language = chooseLanguage(c.req.query('lang'), c.req.header('accept-language'))
  return c.text(fillMessage(loadMessages(language), 'serve.unbuilt'), 503)
}
