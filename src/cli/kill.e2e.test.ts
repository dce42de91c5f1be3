/** `kill -9` while `hasab read --record` runs: every article that was said to be kept is there, once. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GAZETTE } from '../store/made.contract.ts'
import { must } from '../store/store.contract.ts'
import { openStore } from '../store/store.ts'
import { madeReport } from './made.contract.ts'

const ARTICLES = 360
const folder = mkdtempSync(join(tmpdir(), 'hasab-kill-'))
const input = join(folder, 'made.jsonl')
const program = join(import.meta.dirname, 'hasab.ts')
const children: ChildProcess[] = []

beforeAll(() => {
  const lines = Array.from({ length: ARTICLES }, (_, i) => JSON.stringify({ id: i, text: madeReport(i) }))
  writeFileSync(input, lines.join('\n'))
})
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

function startReading(record: string, ...more: readonly string[]): ChildProcess {
  const args = [program, 'read', input, '--record', record, '--ids', ...more]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  children.push(child)
  return child
}

/** The ids that were said to be kept, up to the moment of the kill: the first output after `enough` of them. */
async function killAfter(child: ChildProcess, enough: number): Promise<string[]> {
  let said = ''
  child.stdout?.setEncoding('utf8')
  child.stdout?.on('data', (text: string) => {
    said += text
    if (said.split('\n').length - 1 > enough) child.kill('SIGKILL')
  })
  await once(child, 'close')
  return said.split('\n').slice(0, -1)
}

/** The moments, spread over the run by a seeded generator so that a failure can be had again. */
const MOMENTS = Array.from({ length: 20 }, (_, i) => (i * 7919 + 13) % (ARTICLES - 110))

describe('kill -9 while reading into a record', () => {
  const record = join(folder, 'r.db')

  it.each(MOMENTS.map(moment => [moment]))('after %i articles', async moment => {
    for (const end of ['', '-wal', '-shm']) rmSync(record + end, { force: true })
    const ids = await killAfter(startReading(record, '--workers', '0'), moment)
    expect(ids.length).toBeGreaterThan(moment)
    const store = must(await openStore(record, { write: { ...GAZETTE, version: 'after' } }))
    const kept = await Promise.all(ids.map(id => store.findArticle(id)))
    expect(kept.every(article => article !== undefined)).toBe(true)
    expect(must(await store.findOriginal(ids[0] ?? '')).length).toBeGreaterThan(0)
    await store.close()
    checkFile(record)
  })

  it('reading goes on where it was killed, and doubles nothing', async () => {
    for (const end of ['', '-wal', '-shm']) rmSync(record + end, { force: true })
    const before = await killAfter(startReading(record), 200)
    const after = await killAfter(startReading(record), Number.POSITIVE_INFINITY)
    const store = must(await openStore(record))
    expect(before.length).toBeGreaterThan(200)
    expect(after).toHaveLength(ARTICLES)
    expect(await store.summary()).toMatchObject({ articles: ARTICLES })
    await store.close()
    checkFile(record)
  })
})

/** The file is whole, no article is there twice, and no row is left of an article that is not there. */
function checkFile(record: string): void {
  const database = new DatabaseSync(record)
  const first = (sql: string) => Object.values(database.prepare(sql).get() ?? {})[0]
  expect(first('PRAGMA integrity_check')).toBe('ok')
  expect(first('SELECT COUNT(*) - COUNT(DISTINCT id) FROM articles')).toBe(0)
  expect(first('SELECT COUNT(*) FROM claims WHERE article NOT IN (SELECT n FROM articles)')).toBe(0)
  expect(first('SELECT COUNT(*) FROM articles WHERE n NOT IN (SELECT article FROM texts)')).toBe(0)
  database.exec(`INSERT INTO article_words (article_words) VALUES ('integrity-check')`)
  database.close()
}
