import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { findUploads, incomingFolder, keepUpload, MOST_UPLOAD } from '../intake/uploads.ts'
import { GAZETTE, madeEntry } from '../store/made.contract.ts'
import { must } from '../store/store.contract.ts'
import { openStore } from '../store/store.ts'
import type { Failure } from './api.ts'
import { makeIntake } from './intake.ts'
import { makeServer } from './server.ts'
import type { IntakeState } from './uploads.ts'
import { makeWriter } from './writer.ts'

const folder = mkdtempSync(join(tmpdir(), 'hasab-uploads-'))
let count = 0
let record = ''

beforeEach(async () => {
  record = join(folder, `${count++}.db`)
  const store = must(await openStore(record, { write: GAZETTE }))
  await store.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

async function* chunksOf(...texts: string[]) {
  for (const text of texts) yield new TextEncoder().encode(text)
}

const REPORT = 'صدى الفرات - 5 تشرين الثاني 2017\n\nقال مصدر محلي إن قوات الجيش سيطرت على مدينة الميادين.'

async function keep(path: string, ...texts: string[]) {
  return keepUpload(incomingFolder(record), { drop: 'd', path, chunks: chunksOf(...texts) })
}

describe('an upload', () => {
  it('is whole on the disk under a name of ours, and found again with its path', async () => {
    const kept = must(await keep('../../مجلد/تقرير.txt', 'نص ', 'قصير'))
    expect(readdirSync(incomingFolder(record)).sort()).toEqual(
      [kept?.path.split('/').at(-1), `${kept?.path.split('/').at(-1)}.name`].sort(),
    )
    expect(findUploads(incomingFolder(record))).toEqual([
      { path: kept?.path, name: '../../مجلد/تقرير.txt', size: Buffer.byteLength('نص قصير') },
    ])
  })

  it('of a kind that is not read is refused', async () => {
    expect(await keep('a.pdf', 'x')).toMatchObject({ problem: { code: 'upload-kind' } })
    expect(existsSync(incomingFolder(record))).toBe(false)
  })

  it('that is too large is refused and leaves nothing', async () => {
    async function* endless() {
      for (;;) yield new Uint8Array(300_000)
    }
    const upload = { drop: '', path: 'a.jsonl', chunks: endless(), most: 1024 * 1024 }
    expect(await keepUpload(incomingFolder(record), upload)).toMatchObject({
      problem: { code: 'upload-too-large', values: { size: 2, limit: 1 } },
    })
    expect(readdirSync(incomingFolder(record))).toEqual([])
  })

  it('that breaks off is never taken for whole', async () => {
    async function* broken() {
      yield new TextEncoder().encode('half')
      throw Object.assign(new Error('gone'), { code: 'EIO' })
    }
    expect((await keepUpload(incomingFolder(record), { drop: '', path: 'a.txt', chunks: broken() })).ok).toBe(
      false,
    )
    expect(findUploads(incomingFolder(record))).toEqual([])
  })
})

describe('the intake', () => {
  it('reads uploads into the record with their side files, tells what failed, and takes them away', async () => {
    must(await keep('a/one.meta.json', '{"outlet":"jisr","published":"2017-11-06"}'))
    must(await keep('a/one.txt', REPORT))
    must(await keep('a/two.jsonl', `${JSON.stringify({ id: 'x', text: `${REPORT} وأضاف.` })}\nnot json\n`))
    const intake = makeIntake(makeWriter(record), 0)
    intake.add(findUploads(incomingFolder(record)))
    expect(intake.state().state).toBe('reading')
    await intake.rest()
    expect(intake.state()).toMatchObject({
      state: 'resting',
      files: 2,
      articles: 2,
      kept: { added: 2, same: 0 },
      failed: 1,
      problems: [{ code: 'bad-json-line', where: 'a/two.jsonl:2' }],
    })
    expect(readdirSync(incomingFolder(record))).toEqual([])
    const store = must(await openStore(record))
    const articles = must(await store.findArticles({}, {})).items
    expect(articles.map(({ name, outlet, published }) => [name, outlet, published])).toContainEqual([
      'one',
      'jisr',
      '2017-11-05',
    ])
    const kept = await store.findArticle(articles.find(({ name }) => name === 'one')?.id ?? '')
    expect(kept?.path).toBe('a/one.txt')
    await store.close()
  })

  it('stops with the reason where another process writes, keeps what waits, and goes on', async () => {
    must(await keep('one.txt', REPORT))
    const other = must(await openStore(record, { write: GAZETTE }))
    const intake = makeIntake(makeWriter(record), 0)
    intake.add(findUploads(incomingFolder(record)))
    await intake.rest()
    expect(intake.state()).toMatchObject({ state: 'stopped', stop: { code: 'record-busy' } })
    expect(findUploads(incomingFolder(record))).toHaveLength(1)
    await other.close()
    intake.add([])
    await intake.rest()
    expect(intake.state()).toMatchObject({ state: 'resting', articles: 1, stop: null })
  })

  it('shares the record with decisions that are made meanwhile', async () => {
    const entry = madeEntry()
    const writer = makeWriter(record)
    must(await writer.write(store => store.add([entry], [])))
    must(await keep('one.txt', REPORT))
    const intake = makeIntake(writer, 0)
    intake.add(findUploads(incomingFolder(record)))
    const { id, span, type } = entry.claims[0]?.claim ?? { id: '', span: [0, 0], type: 'capture' }
    const said = { verdict: 'accept', reader: 'نور', reason: '', change: null } as const
    must(
      await writer.write(store =>
        store.review({ article: entry.article.id, claim: id, span, type, ...said }),
      ),
    )
    await intake.rest()
    expect(intake.state()).toMatchObject({ articles: 1, stop: null })
  })
})

describe('the routes of uploads', () => {
  const send = (server: OpenAPIHono, path: string, headers: Record<string, string> = {}) =>
    server.request(`/api/intake?drop=d&path=${encodeURIComponent(path)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', ...headers },
      body: REPORT,
    })
  const codeOf = async (answer: Response) => ((await answer.json()) as Failure).error.code

  it('refuse what is too large, of another kind, from another site, or where nothing is written', async () => {
    const store = must(await openStore(record))
    const server = makeServer({ store, desk: folder, writer: makeWriter(record) })
    expect(await codeOf(await send(server, 'a.pdf'))).toBe('upload-kind')
    expect(await codeOf(await send(server, 'a.txt', { origin: 'https://evil.example' }))).toBe(
      'origin-refused',
    )
    const large = await send(server, 'a.txt', { 'content-length': String(MOST_UPLOAD + 1) })
    expect([large.status, await codeOf(large)]).toEqual([413, 'upload-too-large'])
    const showing = makeServer({ store, desk: folder })
    expect(await codeOf(await send(showing, 'a.txt'))).toBe('writing-closed')
    const state = (await (await showing.request('/api/intake')).json()) as IntakeState
    expect(state.isOpen).toBe(false)
    await store.close()
  })
})
