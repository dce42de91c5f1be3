import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { splitLines } from '../intake/lines.ts'
import { writeCsvLine } from '../server/export/csv.ts'
import { loadMessages } from '../server/tables.ts'
import { GAZETTE, madeClaim, madeEntry, madeSource } from '../store/made.contract.ts'
import { must } from '../store/store.contract.ts'
import { openStore } from '../store/store.ts'
import { makeCliPage } from './help.ts'
import { findLanguage, makeOut, PipeClosed } from './io.ts'
import { ran } from './made.contract.ts'
import { VERBS } from './verbs.ts'

const folder = mkdtempSync(join(tmpdir(), 'hasab-cli-'))
const record = join(folder, 'r.db')
const FORMULA = '=HYPERLINK("http://evil.example")'
const FIRST = madeEntry({
  name: 'first',
  text: 'دخلت القوات المدينة بعد معارك.',
  claims: [{ evidence: FORMULA }, { type: 'clash', optional: true }],
})

beforeAll(async () => {
  const store = must(await openStore(record, { write: GAZETTE }))
  const chain = [madeSource('مصدر محلي', 'anonymous'), madeSource('وكالة النهر', 'agency', 'nahr')]
  const second = madeEntry({
    name: 'second',
    text: 'نص ثان.',
    outlet: 'jisr',
    published: '2017-11-05',
    claims: [{ type: 'clash', evidence: 'اشتباكات في الريف', sources: chain, time: null }],
  })
  must(await store.add([FIRST, second], []))
  await store.close()
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const hasab = (...args: string[]) => ran([...args, '--record', record])

describe('hasab find', () => {
  it('prints claims with their chain, then articles', async () => {
    const { code, out } = await hasab('find', 'الاشتباكات')
    expect(code).toBe(0)
    expect(out).toContain('Claims: 1\n')
    expect(out).toContain('«اشتباكات في الريف»  مصدر محلي < وكالة النهر < jisr')
    expect(out).toContain('Articles: 0')
  })

  it('prints JSON Lines', async () => {
    const { out } = await hasab('find', '--type', 'capture', '--json')
    expect(JSON.parse(out)).toMatchObject({ type: 'capture', article: { name: 'first' } })
  })
})

describe('hasab show', () => {
  it.each([
    [['article', 'first'], 'دخلت القوات المدينة بعد معارك.'],
    [['article', FIRST.article.id.slice(0, 8)], FIRST.article.id],
    [['place', 'sy-dez'], 'actor:nahr'],
    [['source', 'words:مصدر محلي@actor:nahr'], 'اشتباكات في الريف'],
    [['source', 'محلي'], 'اشتباكات في الريف'],
  ])('%j shows %s', async (words, text) => {
    const { code, out } = await hasab('show', ...words)
    expect(code).toBe(0)
    expect(out).toContain(text)
  })

  it('gives the reading back as it was read', async () => {
    const { out } = await hasab('show', 'article', 'first', '--json')
    expect(JSON.parse(out).article.text).toBe(FIRST.article.text)
  })

  it.each(['article', 'place', 'source'])('says that there is no such %s', async kind => {
    const { code, out, err } = await hasab('show', kind, 'none')
    expect([code, out, err]).toEqual([1, '', expect.stringContaining('nothing by the name none')])
  })
})

describe('hasab export', () => {
  it('writes JSON Lines of the claims that count, or of all', async () => {
    const some = (await hasab('export', 'claims')).out.trim().split('\n')
    const all = (await hasab('export', 'claims', '--optional')).out.trim().split('\n')
    expect([some.length, all.length]).toEqual([2, 3])
    expect(JSON.parse(some[1] ?? '')).toMatchObject({
      ...madeClaim({ evidence: FORMULA }),
      family: 'territory',
    })
  })

  it('writes CSV that no spreadsheet runs', async () => {
    const { out } = await hasab('export', 'claims', '--format', 'csv', '--bom')
    const lines = out.split('\r\n')
    expect(lines[0]).toMatch(/^\ufeffarticle_id,article,outlet,/)
    expect(lines).toHaveLength(4)
    expect(out).toContain(`"'=HYPERLINK(""http://evil.example"")"`)
    expect(out).not.toMatch(/(^|,)"?=/m)
  })

  it('writes articles, narrowed', async () => {
    const { out } = await hasab('export', 'articles', '--format', 'csv', '--outlet', 'jisr')
    expect(out.split('\r\n').map(line => line.split(',')[1])).toEqual(['name', 'second', undefined])
  })

  it.each([
    [['a', null, 3, true], 'a,,3,true\r\n'],
    [['-5', '-a', '+1', '@b', '\tc', '＝d'], `-5,'-a,'+1,'@b,'\tc,'＝d\r\n`],
    [['a,b', 'say "so"', 'two\nlines', ' edge'], '"a,b","say ""so""","two\nlines"," edge"\r\n'],
  ])('%j is %j', (cells, line) => {
    expect(writeCsvLine(cells)).toBe(line)
  })
})

describe('hasab score', () => {
  const gold = join(folder, 'gold')
  const read = join(folder, 'read')
  const article = {
    published: '2017-11-02',
    claims: [
      madeClaim(),
      madeClaim({ type: 'clash', span: [40, 60] }),
      madeClaim({ type: 'clash', span: [70, 80], optional: true }),
    ],
  }

  beforeAll(() => {
    mkdirSync(gold)
    mkdirSync(read)
    writeFileSync(join(gold, 'a.json'), JSON.stringify(article))
    const claims = [
      madeClaim({ time: '2017-11-01~' }),
      madeClaim({ type: 'assault', span: [40, 55] }),
      madeClaim({ type: 'aid', span: [0, 5] }),
    ]
    writeFileSync(join(read, 'a.json'), JSON.stringify({ article: { published: '2017-11-02' }, claims }))
  })

  it('measures what is found, with type, and all right', async () => {
    const { code, out } = await ran(['score', gold, read, '--json'])
    const score = JSON.parse(out)
    expect(code).toBe(0)
    expect(score.total).toEqual({ gold: 2, read: 3, found: 2, typed: 1, whole: 1 })
    expect(score.found).toEqual({ p: 2 / 3, r: 1, f: 0.8 })
    expect(score.fields).toMatchObject({ agent: 1, places: 1, time: 1 })
    expect(score.published).toBe(1)
  })

  it('tells each claim that is wrong, unwanted or missed', async () => {
    const { out } = await ran(['score', gold, read, '--claims'])
    expect(out).toContain('~ a.json clash read as assault: type wrong')
    expect(out).toContain('+ a.json unwanted aid')
  })

  it.each([
    [['score', 'none', 'none'], 'problem gold-missing'],
    [['score', gold, read, '--floors'], 'No floors are pinned'],
    [['score', gold, read, '--only', 'party'], 'is none of'],
  ])('%j fails', async (args, text) => {
    const { code, err } = await ran(args)
    expect(code).toBeGreaterThan(0)
    expect(err).toContain(text.replace('problem gold-missing', 'There is no folder'))
  })
})

describe('the world of a command', () => {
  it.each([
    ['ar', {}, 'ar'],
    [undefined, { LANG: 'ar_SY.UTF-8' }, 'ar'],
    [undefined, { LANG: 'ar_SY.UTF-8', LC_ALL: 'C' }, 'en'],
    ['fr', {}, 'en'],
    ['en', { LANG: 'ar' }, 'en'],
  ])('language %s in %j is %s', (asked, env, language) => {
    expect(findLanguage(asked, env)).toBe(language)
  })

  it('ends quietly where nobody reads its output any more', async () => {
    const stream = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('gone'), { code: 'EPIPE' })),
    })
    const out = makeOut(stream)
    await out('first').catch(() => undefined)
    await expect(out('second')).rejects.toBeInstanceOf(PipeClosed)
    const closed = () => Promise.reject(new PipeClosed())
    expect((await ran(['find', '--record', record], '', { out: closed })).code).toBe(0)
  })

  it('waits for a slow reader', async () => {
    const stream = new PassThrough({ highWaterMark: 4 })
    let isDone = false
    const writing = makeOut(stream)('longer than four').then(() => {
      isDone = true
    })
    await Promise.resolve()
    expect(isDone).toBe(false)
    stream.resume()
    await writing
  })

  it.each([
    [['a\nb', '\nc'], 100, ['a', 'b', 'c']],
    [['\ufeffa\r\n', '\nb\n'], 100, ['a', '', 'b']],
    [['long', 'er\nb'], 4, [null, 'b']],
    [[], 4, []],
  ])('%j in lines of at most %i is %j', async (chunks, most, expected) => {
    async function* stream() {
      for (const chunk of chunks) yield Buffer.from(chunk)
    }
    const lines: (string | null)[] = []
    for await (const { bytes } of splitLines(stream(), most)) {
      lines.push(bytes === null ? null : Buffer.from(bytes).toString())
    }
    expect(lines).toEqual(expected)
  })
})

describe('the help', () => {
  it('is the page docs/cli.md', () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/cli.md'), 'utf8')
    expect(page, 'made by: node scripts/docs.ts').toBe(makeCliPage(VERBS, loadMessages('en')))
  })

  it.each(['ar', 'en'] as const)('has all its words in %s', language => {
    expect(makeCliPage(VERBS, loadMessages(language))).not.toMatch(/(^|\s)(help|option)\.[a-z]/)
  })
})
