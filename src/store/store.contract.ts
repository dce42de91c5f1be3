/** What every engine of the store must do. An engine's test calls this with a way to open an empty record again and again. */
import { describe, expect, it } from 'vitest'
import type { Problem, Result } from '../model.ts'
import { describeExports, describeReferences } from './exported.contract.ts'
import { madeEntry, madeReading, madeSource } from './made.contract.ts'
import { describeEvents, describeHoldings, describeRelating } from './related.contract.ts'
import type { Filter, Store } from './store.ts'

/** Opens an empty record for writing. */
export type OpenEmpty = () => Promise<Store>

const CUT: Problem = { code: 'bad-json-line', where: 'a.jsonl:3', values: { line: 3 } }

/** The value of what must have gone well. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

/** Declares the contract's tests for an engine. */
export function describeStore(engine: string, open: OpenEmpty): void {
  describe(`${engine}: keeping`, () => describeKeeping(open))
  describe(`${engine}: finding`, () => describeFinding(open))
  describe(`${engine}: pages`, () => describePages(open))
  describe(`${engine}: later chronologies`, () => describeReferences(open))
  describe(`${engine}: relating`, () => describeRelating(open))
  describe(`${engine}: events`, () => describeEvents(open))
  describe(`${engine}: holdings, copies, days`, () => describeHoldings(open))
  describe(`${engine}: what exports walk through`, () => describeExports(open))
}

function describeKeeping(open: OpenEmpty): void {
  it('gives a reading back as it was added', async () => {
    const store = await open()
    const reading = madeReading()
    expect(must(await store.add([madeEntry()], []))).toEqual({ added: 1, replaced: 0, same: 0 })
    const kept = await store.findArticle(reading.article.id)
    expect(JSON.stringify(kept?.reading)).toBe(JSON.stringify(reading))
    expect(kept).toMatchObject({ path: 'made.txt', readAt: '2026-01-01T00:00:00.000Z', row: { claims: 1 } })
    expect(Buffer.from(must(await store.findOriginal(reading.article.id))).toString()).toBe(
      reading.article.text,
    )
  })

  it('keeps the same bytes once, under either path', async () => {
    const store = await open()
    await store.add([madeEntry()], [])
    expect(must(await store.add([madeEntry(), madeEntry({}, 'copy.txt')], []))).toEqual({
      added: 0,
      replaced: 0,
      same: 2,
    })
    expect(await store.summary()).toMatchObject({ articles: 1, claims: 1 })
  })

  it('lets a newer lexicon, or new hints, replace a reading and all its rows', async () => {
    const store = await open()
    await store.add([madeEntry({ claims: [{}, { type: 'clash' }] })], [])
    expect(
      must(await store.add([madeEntry({ lexicon: 'v2', claims: [{ type: 'lose' }] })], [])),
    ).toMatchObject({ replaced: 1 })
    const claims = must(await store.findClaims({}, {})).items
    expect(claims.map(({ type }) => type)).toEqual(['lose'])
    expect(must(await store.add([madeEntry({ lexicon: 'v2', outlet: 'jisr' })], []))).toMatchObject({
      replaced: 1,
    })
    expect(must(await store.findClaims({ q: 'الحميدية' }, {})).total).toBe(1)
    expect(must(await store.findArticles({ place: 'sy', q: 'الاشتباكات' }, {})).items[0]?.outlet).toBe('jisr')
  })

  it('keeps a problem once, until its file is read', async () => {
    const store = await open()
    await store.add([], [CUT, CUT])
    expect(must(await store.findProblems(undefined, {})).items).toMatchObject([CUT])
    expect(must(await store.findProblems('other', {})).total).toBe(0)
    await store.add([madeEntry({}, CUT.where)], [])
    expect(await store.summary()).toMatchObject({ problems: 0 })
  })

  it('knows an article by its id, the beginning of it, its name', async () => {
    const store = await open()
    const entry = madeEntry({ name: 'report 7' })
    await store.add(
      [entry, madeEntry({ name: 'twice', text: 'a' }), madeEntry({ name: 'twice', text: 'b' })],
      [],
    )
    const { id } = entry.article
    for (const name of [id, id.slice(0, 8), 'report 7']) expect(await store.resolveArticle(name)).toBe(id)
    for (const name of ['twice', 'none', '']) expect(await store.resolveArticle(name)).toBeUndefined()
  })

  it('has no article, original or place of an unknown id', async () => {
    const store = await open()
    expect(await store.findArticle('none')).toBeUndefined()
    expect(await store.findPlace('none')).toBeUndefined()
    expect(await store.findOriginal('none')).toMatchObject({
      ok: false,
      problem: { code: 'original-missing' },
    })
  })
}

const WITNESS = madeSource('مصدر محلي', 'anonymous')
const AGENCY = madeSource('وكالة النهر', 'agency', 'nahr')

async function openFilled(open: OpenEmpty): Promise<Store> {
  const store = await open()
  const entries = [
    madeEntry({ name: 'a', text: 'دخلت القوات المدينة صباحا ثم انسحبت منها بعد معارك عنيفة.', claims: [{}] }),
    madeEntry({
      name: 'b',
      text: 'نص ثان عن الطريق.',
      outlet: 'jisr',
      published: '2017-11-05',
      claims: [
        {
          type: 'clash',
          evidence: 'اندلعت اشتباكات في الريف',
          time: '2017-11-03/2017-11-04',
          sources: [WITNESS, AGENCY],
          stance: 'neutral',
          places: [{ place: 'sy-dez', text: 'دير الزور', role: 'in', span: [0, 3], lat: null, lon: null }],
          agent: [{ actor: 'isis', text: 'التنظيم', span: [0, 2] }],
        },
        { type: 'hold', time: null, optional: true, evidence: 'لا يزال يسيطر' },
      ],
    }),
    madeEntry({
      name: 'c',
      text: 'نص ثالث بلا تاريخ.',
      outlet: null,
      published: null,
      claims: [{ time: null, sources: [WITNESS], places: [] }],
    }),
  ]
  must(await store.add(entries, []))
  return store
}

function describeFinding(open: OpenEmpty): void {
  it.each<[Filter, string]>([
    [{}, 'b a c'],
    [{ q: 'المعارك' }, 'a'],
    [{ q: '"معارك عنيفة" مدينة' }, 'a'],
    [{ q: '"عنيفة معارك"' }, ''],
    [{ q: '؟!' }, 'b a c'],
    [{ place: 'sy' }, 'b a'],
    [{ place: 'sy-dez-city' }, 'a'],
    [{ actor: 'isis' }, 'b'],
    [{ source: 'محلي' }, 'b c'],
    [{ type: 'clash' }, 'b'],
    [{ family: 'territory' }, 'a c'],
    [{ outlet: 'jisr' }, 'b'],
    [{ from: '2017-11-03' }, 'b'],
    [{ to: '2017-11-02' }, 'a'],
    [{ from: '2017-11', to: '2017-11' }, 'b a'],
  ])('articles of %j are %s', async (filter, names) => {
    const store = await openFilled(open)
    const found = must(await store.findArticles(filter, {}))
    expect(found.items.map(({ name }) => name).join(' ')).toBe(names)
    expect(found.total).toBe(found.items.length)
  })

  it.each<[Filter, string]>([
    [{}, 'b:c1 a:c1 c:c1'],
    [{ optional: 'yes' }, 'b:c2 b:c1 a:c1 c:c1'],
    [{ q: 'الاشتباكات' }, 'b:c1'],
    [{ place: 'sy' }, 'b:c1 a:c1'],
    [{ place: 'sy-dez-hamidiya' }, 'a:c1'],
    [{ actor: 'syrian-army' }, 'a:c1 c:c1'],
    [{ source: 'words:مصدر محلي@actor:nahr' }, 'b:c1'],
    [{ source: 'outlet:furat' }, 'a:c1'],
    [{ source: 'النهر' }, 'b:c1'],
    [{ outlet: 'jisr', family: 'combat' }, 'b:c1'],
    [{ from: '2017-11-04', to: '2017-11-04' }, 'b:c1'],
    [{ from: '2017-11-02', to: '2017-11-02' }, ''],
  ])('claims of %j are %s', async (filter, ids) => {
    const store = await openFilled(open)
    const found = must(await store.findClaims(filter, {}))
    expect(found.items.map(({ article, id }) => `${article.name}:${id}`).join(' ')).toBe(ids)
  })

  it('shows where the words stand', async () => {
    const store = await openFilled(open)
    const [article] = must(await store.findArticles({ q: 'معارك المدينة' }, {})).items
    const snippet = article?.snippet
    expect(snippet?.hits.map(hit => snippet.text.slice(...hit))).toEqual(['المدينة', 'معارك'])
    const [claim] = must(await store.findClaims({ q: 'اشتباك' }, {})).items
    expect(claim?.hits.map(hit => claim.evidence.slice(...hit))).toEqual(['اشتباكات'])
  })
}

function describePages(open: OpenEmpty): void {
  it('gives every article once, part by part', async () => {
    const store = await open()
    const names = Array.from({ length: 23 }, (_, i) => `n${i}`)
    await store.add(
      names.map(name => madeEntry({ name, text: `نص ${name}` })),
      [],
    )
    const seen: string[] = []
    let page: string | undefined
    do {
      const part = must(await store.findArticles({}, { limit: 5, page }))
      seen.push(...part.items.map(({ name }) => name))
      expect(part.total).toBe(23)
      page = part.next ?? undefined
    } while (page !== undefined)
    expect(seen.toSorted()).toEqual(names.toSorted())
  })

  it.each(['', 'x', 'e30', 'WzFd'])('refuses the page %j', async page => {
    const store = await open()
    expect(await store.findClaims({}, { page })).toMatchObject({ ok: false, problem: { code: 'bad-page' } })
  })

  it('a place: what holds it, what it holds, its voices over time', async () => {
    const store = await openFilled(open)
    const page = await store.findPlace('sy-dez')
    expect(page?.place).toMatchObject({ claims: 2, articles: 2, within: 'sy' })
    expect(page?.chain.map(({ id }) => id)).toEqual(['sy'])
    expect(page?.inside.map(({ id, claims }) => [id, claims])).toEqual([['sy-dez-city', 1]])
    expect(page?.voices.map(({ key, kind, outlets }) => [key, kind, outlets])).toEqual([
      ['outlet:furat', 'own', ['furat']],
      ['words:مصدر محلي@actor:nahr', 'anonymous', ['jisr']],
    ])
    expect(page?.voices[0]?.points).toMatchObject([
      { place: 'sy-dez-hamidiya', from: '2017-11-01', to: '2017-11-01', dated: 'text' },
    ])
    expect(page).toMatchObject({ first: '2017-11-01', last: '2017-11-04', others: 0 })
  })

  it('lists of places, actors, outlets, names', async () => {
    const store = await openFilled(open)
    const places = must(await store.findPlaces(undefined, {}))
    expect(places.items.map(({ id, claims }) => [id, claims])).toEqual([
      ['sy-dez', 2],
      ['sy', 2],
      ['sy-dez-hamidiya', 1],
      ['sy-dez-city', 1],
    ])
    expect(must(await store.findPlaces('الحميدية', {})).items.map(({ id }) => id)).toEqual([
      'sy-dez-hamidiya',
    ])
    expect(must(await store.findActors({})).items).toMatchObject([
      { id: 'syrian-army', claims: 2 },
      { id: 'isis', claims: 1 },
    ])
    expect(must(await store.findOutlets({})).items).toMatchObject([
      { id: 'jisr', name: 'الجسر' },
      { id: 'furat', first: '2017-11-02' },
    ])
    expect(Object.keys(await store.findNames('actors', new Set(['isis', 'none'])))).toEqual(['isis'])
  })

  it('sums up', async () => {
    const store = await openFilled(open)
    expect(await store.summary()).toMatchObject({
      articles: 3,
      claims: 3,
      optional: 1,
      outlets: 2,
      actors: 2,
      undated: 1,
      lexicon: 'v1',
    })
    expect((await store.summary()).newest.map(({ name }) => name)).toEqual(['b', 'a', 'c'])
  })
}
