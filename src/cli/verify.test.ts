import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadMessages } from '../server/tables.ts'
import { GAZETTE, madeClaim, madeEntry } from '../store/made.contract.ts'
import { must } from '../store/store.contract.ts'
import { openStore } from '../store/store.ts'
import { ran } from './made.contract.ts'

const folder = mkdtempSync(join(tmpdir(), 'hasab-verify-'))
const record = join(folder, 'r.db')
const log = join(folder, 'reviews.jsonl')
let lines: string[] = []

beforeAll(async () => {
  const store = must(await openStore(record, { write: GAZETTE }))
  const entry = madeEntry()
  must(await store.add([entry], []))
  const { span, type, id } = madeClaim()
  for (const reader of ['نور', 'سامي', 'هدى']) {
    const said = { reader, verdict: 'accept', reason: '', change: null } as const
    must(await store.review({ article: entry.article.id, claim: id, span, type, ...said }))
  }
  lines = [...store.reviewLines()]
  await store.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

const headOf = (line: string | undefined) => (JSON.parse(line ?? '{}') as { hash: string }).hash

describe('hasab verify', () => {
  it('gives the same last hash for the record and for its log in a file', async () => {
    writeFileSync(log, lines.map(line => `${line}\n`).join(''))
    const [alone, kept] = [await ran(['verify', log]), await ran(['verify', record])]
    expect(alone).toMatchObject({ code: 0, out: `${headOf(lines[2])}\n` })
    expect(kept).toMatchObject({ code: 0, out: alone.out })
    expect(alone.err).toContain('3 entries')
  })

  it.each(['ar', 'en'] as const)('names the first entry that does not fit (%s)', async language => {
    writeFileSync(log, [lines[0], lines[1]?.replace('سامي', 'رامي'), lines[2]].join('\n'))
    const { code, err } = await ran(['verify', log], '', { language, messages: loadMessages(language) })
    expect(code).toBe(1)
    expect(err).toContain(language === 'ar' ? 'القيد 2 ' : 'Entry 2 ')
  })

  it('tells a log whose end was cut off only by the hash that it should end in', async () => {
    writeFileSync(log, `${lines[0]}\n${lines[1]}\n`)
    expect((await ran(['verify', log])).code).toBe(0)
    const cut = await ran(['verify', log, '--head', headOf(lines[2])])
    expect(cut.code).toBe(1)
    expect(cut.err).toContain('ends in another hash')
    expect((await ran(['verify', log, '--head', headOf(lines[1]).toUpperCase()])).code).toBe(0)
  })

  it('says that there is no such file', async () => {
    const { code, err } = await ran(['verify', join(folder, 'none')])
    expect(code).toBe(1)
    expect(err).toContain('none')
  })
})
