import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { Reading } from '../model.ts'
import { GAZETTE } from '../store/made.contract.ts'
import { must } from '../store/store.contract.ts'
import { openStore } from '../store/store.ts'
import { madeReport, ran } from './made.contract.ts'

const root = mkdtempSync(join(tmpdir(), 'hasab-read-'))
let folder = ''
let count = 0

beforeEach(() => {
  folder = join(root, String(count++))
  mkdirSync(folder)
})
afterAll(() => {
  rmSync(root, { recursive: true })
})

const at = (name: string) => join(folder, name)
const readings = (out: string) =>
  out
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as Reading)
const line = (fields: object) => `${JSON.stringify(fields)}\n`

describe('hasab read', () => {
  it('reads a file to JSON Lines, with its side file', async () => {
    writeFileSync(at('report.txt'), madeReport(1))
    writeFileSync(
      at('report.meta.json'),
      JSON.stringify({ outlet: 'furat', published: '2017-11-04', url: 'https://furat.example/1' }),
    )
    const { code, out, err } = await ran(['read', at('report.txt')])
    const [reading] = readings(out)
    expect([code, err]).toEqual([0, ''])
    expect(reading?.article).toMatchObject({
      name: 'report',
      url: 'https://furat.example/1',
      text: madeReport(1),
    })
    for (const { span, evidence } of reading?.claims ?? [])
      expect(madeReport(1).slice(...span)).toBe(evidence)
  })

  it('reads folders in order, and only what it knows', async () => {
    mkdirSync(at('b'))
    for (const name of ['z.txt', 'b/2.txt', 'b/1.txt', 'a.html', 'notes.pdf'])
      writeFileSync(at(name), `<p>${madeReport(1)}${name}`)
    const { out } = await ran(['read', folder])
    expect(readings(out).map(({ article }) => article.name)).toEqual(['a', '1', '2', 'z'])
  })

  it('gives the same bytes with threads as without', async () => {
    for (let i = 0; i < 130; i++) writeFileSync(at(`${1000 + i}.txt`), madeReport(i))
    const alone = await ran(['read', folder, '--workers', '0'])
    const threads = await ran(['read', folder, '--workers', '2'])
    expect(threads.out === alone.out).toBe(true)
    expect(readings(alone.out)).toHaveLength(130)
  })

  it('reads JSON Lines, packed and from standard input; a line is an article of its own', async () => {
    const lines =
      line({ id: 'x/1', text: madeReport(1), outlet: 'furat' }) +
      line({ id: 'x/2', text: madeReport(1), outlet: 'jisr' })
    writeFileSync(at('a.jsonl.gz'), gzipSync(`\ufeff${lines}`))
    const packed = await ran(['read', at('a.jsonl.gz'), '--workers', '0'])
    const piped = await ran(['read', '-', '--workers', '0'], lines)
    expect(readings(packed.out).map(({ article }) => article.name)).toEqual(['x/1', 'x/2'])
    expect(new Set(readings(packed.out).map(({ article }) => article.id)).size).toBe(2)
    expect(piped.out).toBe(packed.out)
  })

  it('reads one article from standard input', async () => {
    const { out } = await ran(['read', '-', '--published', '2017-11-02', '--workers', '0'], madeReport(3))
    expect(readings(out)[0]?.article).toMatchObject({ name: 'stdin', text: madeReport(3) })
  })

  it('writes one safe file for each article, whatever it is called', async () => {
    const ids = ['../../etc/passwd', 'a', 'A', 'con', '.hidden', '', 'ن'.repeat(300), 'a~2']
    writeFileSync(at('a.jsonl'), ids.map(id => line({ id, text: madeReport(1) })).join(''))
    const { code } = await ran(['read', at('a.jsonl'), '--out', at('out'), '--workers', '0'])
    const names = readdirSync(at('out'))
    expect(code).toBe(0)
    expect(names).toHaveLength(ids.length)
    expect(names.every(name => /^[\p{L}\p{N}_~. -]+\.json$/u.test(name) && !name.startsWith('.'))).toBe(true)
    expect(JSON.parse(readFileSync(at('out/a.json'), 'utf8')).article.name).toBe('a')
    expect(readdirSync(root)).not.toContain('etc')
  })

  it('lists what it could not read, in the language asked for, and reads the rest', async () => {
    writeFileSync(at('good.txt'), madeReport(1))
    writeFileSync(at('empty.txt'), '')
    writeFileSync(at('picture.txt'), Buffer.from('89504e470d0a1a0a0000000d49484452000000ff', 'hex'))
    writeFileSync(at('big.txt'), Buffer.alloc(50 * 1024 * 1024, 'x'))
    writeFileSync(at('side.txt'), madeReport(2))
    writeFileSync(at('side.meta.json'), '{"outlet":')
    writeFileSync(
      at('lines.jsonl'),
      `${line({ text: madeReport(4) })}{"text": "cut\n[]\n{"id":1}\n\n${line({ text: madeReport(5) })}`,
    )
    writeFileSync(at('cut.jsonl.gz'), gzipSync(line({ text: madeReport(6) }).repeat(500)).subarray(0, 200))
    const record = at('r.db')
    const { code, err } = await ran(['read', folder, at('none.txt'), '--record', record, '--workers', '0'])
    expect(code).toBe(1)
    expect(err).not.toMatch(/problem\.[a-z]|\{\w+\}/)
    const store = must(await openStore(record))
    const problems = must(await store.findProblems(undefined, { limit: 50 })).items
    await store.close()
    const codes = problems.map(({ code }) => code).toSorted()
    expect(codes).toEqual(
      expect.arrayContaining([
        'archive-damaged',
        'bad-json-line',
        'bad-side-file',
        'empty-file',
        'no-text-field',
        'not-text',
        'path-missing',
        'too-large',
      ]),
    )
    expect(err).toContain('4 articles')
    const arabic = await ran(['read', at('none.txt'), '--lang', 'ar'], '', { language: 'ar' })
    expect(arabic.code).toBe(1)
  })

  it('a folder that may not be read is a problem, and the others are read', async () => {
    mkdirSync(at('closed'))
    writeFileSync(at('good.txt'), madeReport(1))
    chmodSync(at('closed'), 0o000)
    const isRoot = process.getuid?.() === 0
    const { code, out } = await ran(['read', at('closed'), at('good.txt')])
    chmodSync(at('closed'), 0o700)
    expect(readings(out)).toHaveLength(1)
    expect(code, isRoot ? 'an empty folder: root may read it' : 'unreadable').toBe(1)
  })

  it('keeps a record: again is nothing new; --ids says what is kept', async () => {
    for (let i = 0; i < 5; i++) writeFileSync(at(`${i}.txt`), madeReport(i))
    const record = at('r.db')
    const first = await ran(['read', folder, '--record', record, '--ids'])
    const second = await ran(['read', folder, '--record', record])
    expect(first.out.trim().split('\n')).toHaveLength(5)
    expect(first.err).toContain('5 new')
    expect(second.err).toContain('5 unchanged')
  })

  it('a record that another has is a problem', async () => {
    writeFileSync(at('a.txt'), madeReport(1))
    const store = must(await openStore(at('r.db'), { write: GAZETTE }))
    const { code, err } = await ran(['read', at('a.txt'), '--record', at('r.db')])
    await store.close()
    expect([code, err]).toEqual([1, expect.stringContaining('Another process is writing')])
  })

  it('shows how far it is once it takes long', async () => {
    for (let i = 0; i < 120; i++) writeFileSync(at(`${i}.txt`), madeReport(i))
    let now = 0
    const clock = () => {
      now += 1500
      return now
    }
    const bar = await ran(['read', folder, '--out', at('out'), '--workers', '0'], '', {
      now: clock,
      isTerminal: true,
    })
    now = 0
    const plain = await ran(['read', folder, '--out', at('out2'), '--workers', '0'], '', { now: clock })
    expect(bar.err).toMatch(/\[#+-+\] +\d+% \d+ articles · \d+\/s · \d+:\d\d left/)
    expect(plain.err).not.toContain('\u001b')
  })
})

describe('wrong usage', () => {
  it.each([
    [[], 0],
    [['--help'], 0],
    [['read', '--help'], 0],
    [['reed'], 2],
    [['read'], 2],
    [['read', 'a', '--recrod', 'x'], 2],
    [['read', 'a', '--record', 'x', '--out', 'y'], 2],
    [['read', 'a', '--workers', 'many'], 2],
    [['find', '--type', 'party'], 2],
    [['find', '--from', 'yesterday'], 2],
    [['show', 'thing', '1'], 2],
    [['export', 'weather'], 2],
    [['export', 'claims', '--format', 'acled'], 2],
    [['serve', '--port', 'http'], 2],
    [['find', 'x', '--record', '/none/none.db'], 1],
  ])('%j exits with %i', async (args, code) => {
    const result = await ran(args)
    expect(result.code).toBe(code)
    expect(result.out + result.err).not.toMatch(/(^|\s)(usage|help|option)\.\w/)
    expect(code === 0 ? result.err : result.out).toBe('')
  })
})
