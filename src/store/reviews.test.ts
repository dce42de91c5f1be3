import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, describe, expect, it } from 'vitest'
import { verifyLog } from '../record/reviewLog.ts'
import { GAZETTE, type Made, madeEntry } from './made.contract.ts'
import type { QueueState } from './reviewed.ts'
import type { ReviewWish } from './reviews.ts'
import { must } from './store.contract.ts'
import { openStore, type Store } from './store.ts'

const folder = mkdtempSync(join(tmpdir(), 'hasab-reviews-'))
let count = 0
const open: Store[] = []

afterEach(async () => {
  for (const store of open.splice(0)) await store.close()
  rmSync(folder, { recursive: true, force: true })
})

async function openNew(path = join(folder, `${count++}`, 'r.db')): Promise<Store> {
  const store = must(await openStore(path, { write: GAZETTE }))
  open.push(store)
  return store
}

const TEXT = 'سيطرت القوات على الحي. واندلعت اشتباكات في السوق. وسقط قتيل واحد.'
const piece = (words: string) => {
  const start = TEXT.indexOf(words)
  return { span: [start, start + words.length] as const, evidence: words }
}
const CAPTURE = { id: 'a', type: 'capture', confidence: 0.9, ...piece('سيطرت القوات على الحي') } as const
const CLASH = { id: 'b', type: 'clash', confidence: 0.2, ...piece('اندلعت اشتباكات في السوق') } as const
const DEATH = { id: 'c', type: 'casualties', confidence: 0.6, ...piece('سقط قتيل واحد') } as const
const READ: Made = { text: TEXT, claims: [CAPTURE, CLASH, DEATH] }
const ENTRY = madeEntry(READ)

const wish = (more: Partial<ReviewWish> = {}): ReviewWish => ({
  article: ENTRY.article.id,
  claim: 'b',
  span: CLASH.span,
  type: 'clash',
  verdict: 'accept',
  reader: 'نور',
  reason: '',
  change: null,
  ...more,
})

async function queue(store: Store, state: QueueState, reader?: string): Promise<string[]> {
  return must(await store.findQueue({ state, reader }, {})).items.map(({ id }) => id)
}

describe('the queue', () => {
  it('begins with the claims that the reader is least sure of, and forgets those decided', async () => {
    const store = await openNew()
    await store.add([ENTRY], [])
    expect(await queue(store, 'open')).toEqual(['b', 'c', 'a'])
    must(await store.review(wish()))
    expect(await queue(store, 'open')).toEqual(['c', 'a'])
    expect(await queue(store, 'done')).toEqual(['b'])
    const pages = must(await store.findQueue({ state: 'open' }, { limit: 1 }))
    expect(pages).toMatchObject({ total: 2, items: [{ id: 'c', state: 'open', reviews: [] }] })
    const rest = must(await store.findQueue({ state: 'open' }, { limit: 1, page: pages.next ?? '' }))
    expect(rest.items.map(({ id }) => id)).toEqual(['a'])
    expect(must(await store.findQueue({ state: 'open', type: 'capture' }, {})).total).toBe(1)
  })

  it('asks for a second reader, shows where two differ, and takes back what is withdrawn', async () => {
    const store = await openNew()
    await store.add([ENTRY], [])
    must(await store.review(wish()))
    expect(await queue(store, 'second', 'سامي')).toEqual(['b'])
    expect(await queue(store, 'second', 'نور')).toEqual([])
    must(await store.review(wish({ reader: 'سامي', verdict: 'reject', reason: 'ليس قولًا' })))
    expect(await queue(store, 'differ')).toEqual(['b'])
    const [claim] = must(await store.findQueue({ state: 'differ' }, {})).items
    expect(claim?.reviews.map(({ reader, verdict }) => [reader, verdict])).toEqual([
      ['نور', 'accept'],
      ['سامي', 'reject'],
    ])
    must(await store.review(wish({ reader: 'سامي', verdict: 'withdraw' })))
    expect(await queue(store, 'differ')).toEqual([])
    must(await store.review(wish({ verdict: 'withdraw' })))
    expect(await queue(store, 'open')).toEqual(['b', 'c', 'a'])
  })
})

describe('a decision', () => {
  it('is refused for an article that is not there and for a claim that is not what its reader saw', async () => {
    const store = await openNew()
    await store.add([ENTRY], [])
    const code = async (more: Partial<ReviewWish>) => {
      const written = await store.review(wish(more))
      return written.ok ? null : written.problem.code
    }
    expect(await code({ article: 'b'.repeat(64) })).toBe('not-found')
    expect(await code({ claim: 'z' })).toBe('review-stale')
    expect(await code({ type: 'capture' })).toBe('review-stale')
    expect(await code({ span: [0, 3] })).toBe('review-stale')
    expect([...store.reviewLines()]).toEqual([])
  })

  it('outlasts a newer lexicon that numbers, orders and cuts claims otherwise', async () => {
    const store = await openNew()
    await store.add([ENTRY], [])
    must(await store.review(wish()))
    must(await store.review(wish({ claim: 'c', span: DEATH.span, type: 'casualties' })))
    const longer = { ...DEATH, id: 'c1', ...piece('وسقط قتيل واحد') }
    await store.add([madeEntry({ ...READ, lexicon: 'v2', claims: [longer, { ...CLASH, id: 'c9' }] })], [])
    const log = must(await store.findReviews({}, {})).items
    expect(log.map(({ claim, words }) => [claim, words])).toEqual([
      ['c1', 'near'],
      ['c9', 'same'],
    ])
    expect((await queue(store, 'done')).sort()).toEqual(['c1', 'c9'])
  })

  it('is shown as orphaned where nothing fits any more, and comes back when something does', async () => {
    const store = await openNew()
    await store.add([ENTRY], [])
    must(await store.review(wish()))
    await store.add([madeEntry({ ...READ, lexicon: 'v2', claims: [CAPTURE] })], [])
    const orphaned = must(await store.findReviews({ orphaned: true }, {})).items
    expect(orphaned).toMatchObject([{ claim: null, words: 'none', entry: { reader: 'نور', claim: 'b' } }])
    expect(await queue(store, 'done')).toEqual([])
    await store.add([madeEntry({ ...READ, lexicon: 'v3' })], [])
    expect(must(await store.findReviews({ orphaned: true }, {})).total).toBe(0)
    expect(await queue(store, 'done')).toEqual(['b'])
  })
})

describe('the log', () => {
  it('fits together in the record and as lines, and the record refuses to change it', async () => {
    const path = join(folder, `${count++}`, 'r.db')
    const store = await openNew(path)
    await store.add([ENTRY], [])
    for (const reader of ['a', 'b', 'c']) must(await store.review(wish({ reader })))
    const head = must(await store.verifyReviews())
    expect(verifyLog(store.reviewLines(), 'log')).toEqual({ ok: true, value: head })
    expect(head.entries).toBe(3)
    const database = new DatabaseSync(path)
    expect(() => database.exec('DELETE FROM reviews WHERE n = 2')).toThrow('the log only grows')
    expect(() => database.exec(`UPDATE reviews SET entry = '' WHERE n = 2`)).toThrow('the log only grows')
    database.exec(
      `DROP TRIGGER reviews_stay; UPDATE reviews SET entry = replace(entry, '"b"', '"x"') WHERE n = 2`,
    )
    database.close()
    expect(await store.verifyReviews()).toMatchObject({
      problem: { code: 'log-entry-changed', values: { line: 2 } },
    })
  })

  it('is there in a record of the first version once it is opened, even only to be read', async () => {
    const path = join(folder, `${count++}`, 'r.db')
    const old = must(await openStore(path, { write: GAZETTE }))
    await old.add([ENTRY], [])
    await old.close()
    await takeBack(path)
    const store = must(await openStore(path))
    open.push(store)
    expect(await queue(store, 'open')).toEqual(['b', 'c', 'a'])
  })
})

/** Takes a record back to the first version: without the tables that later steps made. */
async function takeBack(path: string): Promise<void> {
  const { MIGRATIONS } = await import('./migrations.ts')
  const database = new DatabaseSync(path)
  for (const [, table] of MIGRATIONS.slice(1)
    .join('\n')
    .matchAll(/CREATE TABLE (\w+)/g))
    database.exec(`DROP TABLE ${table}`)
  database.exec('DROP VIEW reuse_sides')
  database.exec('DROP INDEX claims_by_doubt; ALTER TABLE claims DROP COLUMN doubt; PRAGMA user_version = 1')
  database.close()
}
