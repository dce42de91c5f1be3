import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { GAZETTE, madeEntry } from './made.contract.ts'
import { describeStore, must } from './store.contract.ts'
import { openStore, type Store } from './store.ts'

const folder = mkdtempSync(join(tmpdir(), 'hasab-store-'))
const open: Store[] = []
let count = 0

const newPath = () => join(folder, `record-${count++}.db`)

async function openNew(path = newPath()): Promise<Store> {
  const store = must(await openStore(path, { write: GAZETTE }))
  open.push(store)
  return store
}

afterEach(async () => {
  for (const store of open.splice(0)) await store.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

describeStore('SQLite', openNew)

describe('the file of a record', () => {
  it('has one writer; readers see what it adds', async () => {
    const path = newPath()
    const writer = await openNew(path)
    expect(await openStore(path, { write: GAZETTE })).toMatchObject({
      ok: false,
      problem: { code: 'record-busy' },
    })
    const reader = must(await openStore(path))
    open.push(reader)
    expect(await reader.summary()).toMatchObject({ articles: 0 })
    await writer.add([madeEntry()], [])
    expect(await reader.summary()).toMatchObject({ articles: 1 })
  })

  it('another process is refused while one writes', async () => {
    const path = newPath()
    await openNew(path)
    const code = `const { openStore } = await import(${JSON.stringify(join(import.meta.dirname, 'store.ts'))})
      const opened = await openStore(${JSON.stringify(path)}, { write: { version: '', actors: [], places: [], outlets: [] } })
      console.log(opened.ok ? 'ok' : opened.problem.code)`
    expect(
      execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' }).trim(),
    ).toBe('record-busy')
  })

  it('is free again when its writer has closed', async () => {
    const path = newPath()
    const writer = must(await openStore(path, { write: GAZETTE }))
    await writer.close()
    expect((await openNew(path)).summary).toBeDefined()
  })

  it('a full disk keeps what was added, adds nothing of the rest, and says so', async () => {
    const path = newPath()
    const entries = Array.from({ length: 40 }, (_, i) =>
      madeEntry({ text: `${i} ${'كلمة طويلة هنا '.repeat(900 + i)}` }),
    )
    const small = must(await openStore(path, { write: GAZETTE, mostPages: 220 }))
    open.push(small)
    must(await small.add(entries.slice(0, 3), []))
    expect(await small.add(entries.slice(3), [])).toMatchObject({ ok: false, problem: { code: 'disk-full' } })
    expect(await small.summary()).toMatchObject({ articles: 3 })
  })

  it.each([
    ['record-missing', async (path: string) => openStore(path)],
    [
      'record-damaged',
      async (path: string) => {
        writeFileSync(path, 'not a database, but long enough to have a header '.repeat(40))
        return openStore(path)
      },
    ],
    [
      'record-foreign',
      async (path: string) => {
        const other = new DatabaseSync(path)
        other.exec('CREATE TABLE recipes (name TEXT)')
        other.close()
        return openStore(path, { write: GAZETTE })
      },
    ],
    [
      'record-newer',
      async (path: string) => {
        await (await openNew(path)).close()
        open.pop()
        return openStore(path, { migrations: [] })
      },
    ],
    ['record-unwritable', async (path: string) => openStore(join(path, 'below', 'x.db'), { write: GAZETTE })],
  ])('%s is a problem', async (code, act) => {
    const path = newPath()
    if (code === 'record-unwritable') writeFileSync(path, 'a file where a folder is needed')
    expect(await act(path)).toMatchObject({ ok: false, problem: { code } })
  })

  it('a file cut short is a problem when it is written to', async () => {
    const path = newPath()
    await (await openNew(path)).close()
    open.pop()
    truncateSync(path, 8192)
    const opened = await openStore(path, { write: GAZETTE })
    const added = opened.ok ? await opened.value.add([madeEntry()], []) : opened
    if (opened.ok) open.push(opened.value)
    expect(added).toMatchObject({ ok: false, problem: { code: 'record-damaged' } })
  })

  it('steps forward from an older version', async () => {
    const path = newPath()
    const writer = await openNew(path)
    await writer.add([madeEntry()], [])
    await writer.close()
    open.pop()
    const { MIGRATIONS } = await import('./migrations.ts')
    const migrations = [
      ...MIGRATIONS,
      'CREATE TABLE later (n INTEGER)',
      'CREATE INDEX later_by_n ON later (n)',
    ]
    const newer = must(await openStore(path, { write: GAZETTE, migrations }))
    open.push(newer)
    expect(await newer.summary()).toMatchObject({ articles: 1 })
  })

  it('writes originals whole, under their hash', async () => {
    const path = newPath()
    const store = await openNew(path)
    const entry = madeEntry()
    await store.add([entry], [])
    const originals = path.replace('.db', '.originals')
    const { id } = entry.article
    expect(existsSync(join(originals, id.slice(0, 2), id.slice(2)))).toBe(true)
    expect(readdirSync(join(originals, id.slice(0, 2)))).toHaveLength(1)
  })
})
