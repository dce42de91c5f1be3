import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyLog } from '../record/reviewLog.ts'
import { GAZETTE, madeClaim, madeEntry } from '../store/made.contract.ts'
import { must } from '../store/store.contract.ts'
import { openStore, type Store } from '../store/store.ts'
import type { Failure } from './api.ts'
import type { KeptReview, QueuedClaim, ReviewEntry } from './reviewApi.ts'
import { makeServer } from './server.ts'
import { makeWriter } from './writer.ts'

const folder = mkdtempSync(join(tmpdir(), 'hasab-reviews-'))
const path = join(folder, 'r.db')
const entry = madeEntry({ claims: [{ confidence: 0.4 }] })
const { span, type, id: claim } = madeClaim()
const WISH = { article: entry.article.id, claim, span, type, verdict: 'accept', reader: 'نور', reason: '' }
let store: Store
let server: OpenAPIHono

beforeAll(async () => {
  const writer = must(await openStore(path, { write: GAZETTE }))
  must(await writer.add([entry], []))
  await writer.close()
  store = must(await openStore(path))
  server = makeServer({ store, desk: join(folder, 'web'), writer: makeWriter(path) })
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

interface Sent {
  readonly body?: unknown
  readonly headers?: Record<string, string>
}

function post({ body = {}, headers = {} }: Sent, to: OpenAPIHono = server) {
  return to.request('/api/reviews?lang=en', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify({ ...WISH, change: null, ...(body as object) }),
  })
}

const codeOf = async (answer: Response) => ((await answer.json()) as Failure).error.code

describe('a decision', () => {
  it('is written, leaves the queue and is in the log, which fits together', async () => {
    const queue = async () =>
      ((await (await server.request('/api/reviews/queue')).json()) as { items: QueuedClaim[] }).items
    expect((await queue()).map(({ id }) => id)).toEqual([claim])
    const answer = await post({})
    expect(answer.status).toBe(201)
    const written = (await answer.json()) as ReviewEntry
    expect(written).toMatchObject({ n: 1, reader: 'نور', quote: { prefix: '' } })
    expect(await queue()).toEqual([])
    const log = await server.request('/api/reviews/log')
    expect(log.headers.get('content-disposition')).toContain('reviews.jsonl')
    const lines = (await log.text()).trimEnd().split('\n')
    expect(verifyLog(lines, 'log')).toEqual({ ok: true, value: { entries: 1, head: written.hash } })
    const kept = (await (await server.request('/api/reviews')).json()) as { items: KeptReview[] }
    expect(kept.items).toMatchObject([{ claim, words: 'same', entry: written }])
  })

  it('of many at once is written one after the other', async () => {
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map(reader => post({ body: { reader } })))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    expect((await store.verifyReviews()).ok).toBe(true)
  })

  it.each([
    ['a rejection without a reason', { verdict: 'reject', reason: ' ' }, 400],
    ['a correction without a change', { verdict: 'correct' }, 400],
    ['an acceptance with a change', { change: { time: null } }, 400],
    ['a field that is none', { sure: true }, 400],
    ['no name', { reader: '  ' }, 400],
    ['another claim', { claim: 'c7' }, 409],
    ['another article', { article: 'b'.repeat(64) }, 404],
    ['what is no JSON', 'reader=x', 400],
    ['more than a decision takes', 'x'.repeat(70_000), 400],
  ])('with %s is refused', async (_what, body, status) => {
    const answer = await post({ body })
    expect(answer.status).toBe(status)
    expect(await codeOf(answer)).toBe(
      { 400: 'bad-query', 404: 'not-found', 409: 'review-stale' }[status] ?? '',
    )
  })

  it.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:1' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: 'http://localhost' },
  ])('from a page of another site is refused: %j', async headers => {
    const answer = await post({ headers: headers as Record<string, string> })
    expect(answer.status).toBe(403)
    expect(await codeOf(answer)).toBe('origin-refused')
  })

  it('from a page of this server is taken', async () => {
    const headers = { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' }
    expect((await post({ headers })).status).toBe(201)
  })

  it('is refused where the server only shows, and where another process writes', async () => {
    const showing = makeServer({ store, desk: folder })
    expect(await codeOf(await post({}, showing))).toBe('writing-closed')
    const other = must(await openStore(path, { write: GAZETTE }))
    const refused = await post({})
    await other.close()
    expect([refused.status, await codeOf(refused)]).toEqual([503, 'record-busy'])
    expect((await post({})).status).toBe(201)
  })
})

describe('the row of a spec', () => {
  it('is the sentence as it is read now', async () => {
    const answer = await server.request(`/api/articles/${entry.article.id}/row?claim=${claim}`)
    const { header, row } = (await answer.json()) as { header: string; row: string }
    expect(header.split('\t')).toEqual(['id', 'text', 'want', 'gap', 'note'])
    expect(row.split('\t')[1]).toContain('سيطرت قوات الجيش على حي الحميدية')
    expect((await server.request(`/api/articles/${entry.article.id}/row?claim=zz`)).status).toBe(404)
  })
})

describe('an export', () => {
  it('has all that the filters leave, as CSV and as JSON Lines', async () => {
    const csv = await server.request('/api/export?kind=claims&format=csv&type=capture')
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect((await csv.text()).split('\r\n')[1]).toContain('سيطرت قوات الجيش')
    const lines = await (await server.request('/api/export?kind=articles')).text()
    expect(JSON.parse(lines)).toMatchObject({ name: 'made' })
    expect(await (await server.request('/api/export?kind=claims&type=clash')).text()).toBe('')
    expect((await server.request('/api/export?kind=secrets')).status).toBe(400)
  })
})
