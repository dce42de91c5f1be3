import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GAZETTE, madeEntry, madeSource } from '../store/made.contract.ts'
import { must } from '../store/store.contract.ts'
import { openStore, type Store } from '../store/store.ts'
import type { ArticleReading, Failure, PlacePage, SearchPage, Summary } from './api.ts'
import { makeApiPage } from './page.ts'
import * as pages from './pages.ts'
import { describeApi, makeServer } from './server.ts'

const folder = mkdtempSync(join(tmpdir(), 'hasab-server-'))
const desk = join(folder, 'web')
let store: Store
let server: OpenAPIHono

const FIRST = madeEntry({ name: 'أول', text: 'دخلت القوات المدينة بعد معارك.' })
const SECOND = madeEntry({
  name: 'b',
  text: 'نص ثان.',
  outlet: 'jisr',
  published: '2017-11-05',
  claims: [{ type: 'clash', evidence: 'اشتباكات', sources: [madeSource('مصدر', 'anonymous')] }],
})

beforeAll(async () => {
  mkdirSync(join(desk, 'assets'), { recursive: true })
  writeFileSync(join(desk, 'index.html'), '<!doctype html><title>desk</title>')
  writeFileSync(join(desk, 'assets', 'app-1a2b.js'), 'export {}')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  store = must(await openStore(join(folder, 'r.db'), { write: GAZETTE }))
  await store.add([FIRST, SECOND], [{ code: 'bad-json-line', where: 'a.jsonl:3', values: { cause: 'end' } }])
  server = makeServer({ store, desk })
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

async function ask<T>(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: T }> {
  const response = await server.request(path, { headers })
  return { status: response.status, body: (await response.json()) as T }
}

describe('the API', () => {
  it.each([
    ['/api/summary', pages.summary],
    ['/api/articles', pages.articlePage],
    ['/api/articles?q=معارك&place=sy', pages.articlePage],
    [`/api/articles/${FIRST.article.id}`, pages.articleReading],
    ['/api/claims?q=اشتباكات', pages.claimPage],
    ['/api/places', pages.placeList],
    ['/api/places/sy-dez', pages.placePage],
    ['/api/outlets', pages.outletList],
    ['/api/actors', pages.actorList],
    ['/api/search?q=معارك', pages.searchPage],
    ['/api/problems', pages.problemList],
  ])('%s answers its schema', async (path, schema) => {
    const { status, body } = await ask(path)
    expect(status).toBe(200)
    expect(schema.parse(body)).toEqual(body)
  })

  it('gives an article with its text, claims, provenance and names', async () => {
    const { body } = await ask<ArticleReading>(`/api/articles/${FIRST.article.id}`)
    expect(body.article.text).toBe(FIRST.article.text)
    expect(body.provenance).toMatchObject({ sha256: FIRST.article.id, path: 'أول.txt', bytes: FIRST.bytes })
    expect(body.claims[0]).toMatchObject({ family: 'territory', type: 'capture' })
    expect(body.names.actors['syrian-army']?.name).toBe('الجيش')
    expect(body.names.outlets.furat?.en).toBe('furat')
  })

  it('gives the original as a download, never as a page', async () => {
    const response = await server.request(`/api/articles/${FIRST.article.id}/original`)
    expect(await response.text()).toBe(FIRST.article.text)
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('أول')}.txt`,
    )
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('finds words in all three', async () => {
    const { body } = await ask<SearchPage>('/api/search?q=القوات')
    expect(body.articles.items.map(({ name }) => name)).toEqual(['أول'])
    expect(body.claims.total).toBe(1)
    expect(body.forms).toEqual(['قو'])
  })

  it('goes from page to page', async () => {
    const first = (await ask<{ next: string; items: { name: string }[] }>('/api/articles?limit=1')).body
    const second = (
      await ask<{ next: null; items: { name: string }[] }>(`/api/articles?limit=1&page=${first.next}`)
    ).body
    expect([first.items[0]?.name, second.items[0]?.name, second.next]).toEqual(['b', 'أول', null])
  })

  it('a place has its voices', async () => {
    const { body } = await ask<PlacePage>('/api/places/sy')
    expect(body.voices.map(({ key }) => key).toSorted()).toEqual(['outlet:furat', 'words:مصدر@jisr'])
    expect(body.inside.map(({ id }) => id)).toEqual(['sy-dez'])
  })

  it('sees what is added while it runs', async () => {
    const before = (await ask<Summary>('/api/summary')).body.articles
    await store.add([madeEntry({ text: 'خبر جديد' })], [])
    expect((await ask<Summary>('/api/summary')).body.articles).toBe(before + 1)
  })

  it('describes itself', async () => {
    const { body } = await ask<{ openapi: string; paths: Record<string, unknown> }>('/api/openapi.json')
    expect(body.openapi).toBe('3.1.0')
    expect(Object.keys(body.paths)).toContain('/api/places/{id}')
  })
})

describe('the page docs/api.md', () => {
  it('is made from the OpenAPI document, which is what the server answers', async () => {
    const { body } = await ask('/api/openapi.json')
    const document: unknown = JSON.parse(JSON.stringify(describeApi()))
    expect(body).toEqual(document)
    const page = readFileSync(join(import.meta.dirname, '../../docs/api.md'), 'utf8')
    expect(page, 'made by: node scripts/docs.ts').toBe(makeApiPage(describeApi()))
  })
})

describe('refusals', () => {
  it.each([
    ['/api/articles?page=x', 400, 'bad-page'],
    ['/api/articles?limit=0', 400, 'bad-query'],
    ['/api/claims?type=none', 400, 'bad-query'],
    ['/api/articles?from=yesterday', 400, 'bad-query'],
    ['/api/articles/none', 404, 'not-found'],
    ['/api/articles/none/original', 404, 'not-found'],
    ['/api/places/none', 404, 'not-found'],
    ['/api/none', 404, 'not-found'],
    ['/assets/none.js', 404, 'not-found'],
  ])('%s: %i %s', async (path, status, code) => {
    const answer = await ask<Failure>(path)
    expect([answer.status, answer.body.error.code]).toEqual([status, code])
    expect(answer.body.error.message).not.toMatch(/^problem\./)
    expect(answer.body.error.hint).not.toMatch(/^problem\./)
  })

  it('speak the language that was asked for', async () => {
    const arabic = await ask<Failure>('/api/places/none', { 'accept-language': 'ar-SY,en;q=0.5' })
    const english = await ask<Failure>('/api/places/none?lang=en', { 'accept-language': 'ar' })
    expect(arabic.body.error.message).toMatch(/[\u0600-\u06ff]/)
    expect(english.body.error.message).toMatch(/^There is nothing/)
  })

  it.each([['evil.example'], ['evil.example:4173'], ['localhost.evil.example']])(
    'the host %s is refused',
    async host => {
      expect((await ask<Failure>('/api/summary', { host })).body.error.code).toBe('host-refused')
    },
  )

  it.each([['localhost:4173'], ['127.0.0.1'], ['[::1]:80']])('the host %s is answered', async host => {
    expect((await ask('/api/summary', { host })).status).toBe(200)
  })

  it('a bug is told, and answered without its stack', async () => {
    const told: string[] = []
    const broken: Store = { ...store, summary: () => Promise.reject(new Error('broken')) }
    const failing = makeServer({ store: broken, desk, tell: thrown => told.push(thrown.message) })
    const response = await failing.request('/api/summary')
    expect([response.status, told]).toEqual([500, ['broken']])
    expect(await response.text()).not.toContain('.ts:')
  })
})

describe('the desk', () => {
  it.each(['/', '/articles/x', '/places/sy'])('%s is the page', async path => {
    const response = await server.request(path)
    expect(await response.text()).toContain('<title>desk')
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self';")
    expect(response.headers.get('x-frame-options')).toBe('DENY')
  })

  it.each([
    ['https://tiles.example/{z}/{x}/{y}.png', "connect-src 'self' https://tiles.example;"],
    ['https://a.example;script-src *', "connect-src 'self' ;"],
    ['javascript:alert(1)', "connect-src 'self' ;"],
  ])('asks no host but that of the tiles its reader chose: %s', async (tiles, policy) => {
    const cookie = `hasab-tiles=${encodeURIComponent(tiles)}`
    const response = await server.request('/', { headers: { cookie } })
    expect(response.headers.get('content-security-policy')).toContain(policy)
  })

  it('assets are kept for ever', async () => {
    const response = await server.request('/assets/app-1a2b.js')
    expect(response.headers.get('content-type')).toContain('text/javascript')
    expect(response.headers.get('cache-control')).toContain('immutable')
  })

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
  ])('%s leads nowhere', async path => {
    const response = await server.request(path)
    expect(await response.text()).not.toContain('secret\n')
    expect(response.status === 404 || response.headers.get('content-type')?.startsWith('text/html')).toBe(
      true,
    )
  })

  it('says how to build it where it is not built', async () => {
    const response = await makeServer({ store, desk: join(folder, 'none') }).request('/')
    expect([response.status, await response.text()]).toEqual([503, expect.stringContaining('npm run build')])
  })
})
