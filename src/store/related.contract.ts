/** What every engine of the store must do with the relations between articles: related, asked for, taken back. */
import { expect, it } from 'vitest'
import type { Claim } from '../model.ts'
import { type Made, madeEntry, madeReading, madeSource } from './made.contract.ts'
import { must, type OpenEmpty } from './store.contract.ts'
import type { Store } from './store.ts'

/** A paragraph that two of the articles have in common. */
const SHARED =
  'قالت المصادر إن القوات دخلت الأطراف الشرقية للبلدة بعد معارك استمرت ثلاثة أيام متواصلة وانسحب المسلحون نحو الضفة المقابلة تاركين خلفهم مستودعات وسيارات'

const killed = (count: number): Partial<Claim> => ({
  type: 'casualties',
  count: { what: 'person', min: count, max: count, outcome: ['killed'] },
})

const ISIS = [{ actor: 'isis', text: 'التنظيم', span: [0, 2] }] as const
const WITNESS = madeSource('مصدر محلي', 'anonymous')

/** A quarter is taken, as two outlets tell it that differ over the dead; a week later the other side takes it back. */
const TOLD: Readonly<Record<'first' | 'second' | 'later', Made>> = {
  first: { name: 'first', text: `الخبر الأول. ${SHARED}.`, claims: [{}, killed(12)] },
  second: {
    name: 'second',
    text: `نص آخر عن البلدة. ${SHARED}.`,
    outlet: 'jisr',
    published: '2017-11-03',
    claims: [{ sources: [WITNESS] }, { ...killed(30), sources: [WITNESS] }],
  },
  later: {
    name: 'later',
    text: 'استعاد التنظيم الحي بعد أسبوع من خروجه منه.',
    outlet: 'jisr',
    published: '2017-11-09',
    claims: [{ agent: ISIS, time: '2017-11-08' }],
  },
}

const idOf = (made: Made): string => madeReading(made).article.id

async function openTold(open: OpenEmpty): Promise<Store> {
  const store = await open()
  must(
    await store.add(
      Object.values(TOLD).map(made => madeEntry(made)),
      [],
    ),
  )
  must(await store.relate())
  return store
}

/** Declares the tests of relating and taking back. */
export function describeRelating(open: OpenEmpty): void {
  it('relates what came, says what is left, and has nothing to do twice', async () => {
    const store = await open()
    must(await store.add([madeEntry(TOLD.first), madeEntry(TOLD.second)], []))
    expect(await store.findLoose()).toMatchObject({ articles: 2 })
    const heard: number[] = []
    must(await store.relate(({ articles }) => heard.push(articles)))
    expect(heard.at(-1)).toBe(0)
    const nothing = Object.values(await store.findLoose()).every(count => count === 0)
    expect(nothing).toBe(true)
    const before = must(await store.findEvents({}, {}))
    must(await store.relate())
    expect(must(await store.findEvents({}, {}))).toEqual(before)
  })

  it('takes an article and all that rests on it away, once', async () => {
    const store = await openTold(open)
    const gone = idOf(TOLD.second)
    must(await store.remove(gone))
    must(await store.relate())
    expect(await store.findArticle(gone)).toBeUndefined()
    expect(await store.findOriginal(gone)).toMatchObject({ ok: false })
    expect(await store.findReuse(idOf(TOLD.first))).toEqual([])
    expect(must(await store.findContradictions({ kind: 'number' }, {})).total).toBe(0)
    const [event] = must(await store.findEvents({ type: 'casualties' }, {})).items
    expect(event?.counts).toMatchObject({ articles: 1, outlets: 1 })
    expect(await store.remove(gone)).toMatchObject({ ok: false, problem: { code: 'not-found' } })
  })

  it('lets a corrected reading take its effects with it', async () => {
    const store = await openTold(open)
    must(await store.add([madeEntry({ ...TOLD.later, lexicon: 'v2', claims: [] })], []))
    must(await store.relate())
    expect((await store.findHoldings('sy-dez-hamidiya', {}))?.holdings.at(-1)?.holders).toEqual([
      'syrian-army',
    ])
    expect(must(await store.findEvents({ actor: 'isis' }, {})).total).toBe(0)
  })
}

/** Declares the tests of what is asked of events and of what contradicts itself in them. */
export function describeEvents(open: OpenEmpty): void {
  it('lists events with what stands behind them, the latest first', async () => {
    const store = await openTold(open)
    const { items, total } = must(await store.findEvents({}, {}))
    expect(total).toBe(3)
    expect(items.map(({ time, counts }) => [time, counts.articles])).toEqual([
      ['2017-11-08', 1],
      ['2017-11-01', 2],
      ['2017-11-01', 2],
    ])
    const dead = items.find(({ types }) => types.includes('casualties'))
    expect(dead).toMatchObject({
      family: 'harm',
      places: ['sy-dez-hamidiya'],
      claims: 2,
      contradictions: 1,
      counts: { articles: 2, outlets: 2, families: 2, roots: { max: 2 } },
    })
  })

  it.each([
    [{ place: 'sy' }, 3],
    [{ place: 'sy-dez-city', family: 'territory' as const }, 2],
    [{ place: 'none' }, 0],
    [{ actor: 'isis' }, 1],
    [{ type: 'casualties' as const }, 1],
    [{ outlet: 'furat' }, 2],
    [{ from: '2017-11-02' }, 1],
    [{ to: '2017-11-01' }, 2],
    [{ article: idOf(TOLD.later) }, 1],
  ])('events of %j are %i', async (filter, count) => {
    const store = await openTold(open)
    const found = must(await store.findEvents(filter, {}))
    expect([found.items.length, found.total]).toEqual([count, count])
  })

  it('shows one event with its claims, chains, what falls with each root, and copies', async () => {
    const store = await openTold(open)
    const [event] = must(await store.findEvents({ type: 'casualties' }, {})).items
    const page = await store.findEvent(event?.id ?? '')
    const roots = ['outlet:furat', 'words:مصدر محلي@jisr']
    expect(page?.claims.map(({ root }) => root.key).sort()).toEqual(roots)
    expect(page?.falls.map(({ root }) => root).sort()).toEqual(roots)
    expect(page?.contradictions).toMatchObject([{ kind: 'number', resolved: 'later' }])
    expect(page?.reuse).toHaveLength(1)
    expect(await store.findEvent('none')).toBeUndefined()
  })

  it('lists contradictions with the first claims of their sides', async () => {
    const store = await openTold(open)
    const [event] = must(await store.findEvents({ type: 'casualties' }, {})).items
    const { items } = must(await store.findContradictions({ event: event?.id, resolved: 'yes' }, {}))
    expect(items).toMatchObject([{ kind: 'number', event: event?.id, resolved: 'later' }])
    expect(
      items[0]?.sides
        .flat()
        .map(({ article }) => article.name)
        .sort(),
    ).toEqual(['first', 'second'])
    expect(must(await store.findContradictions({ kind: 'number' }, {})).total).toBe(1)
    expect(must(await store.findContradictions({ kind: 'number', resolved: 'no' }, {})).total).toBe(0)
  })
}

/** Declares the tests of who held what, of copies, and of days. */
export function describeHoldings(open: OpenEmpty): void {
  it('tells who held a place when, by all and by each voice', async () => {
    const store = await openTold(open)
    const held = await store.findHoldings('sy-dez-hamidiya', {})
    expect(held?.holdings.map(({ holders, from, to }) => [holders, from, to])).toEqual([
      [['syrian-army'], '2017-11-01', '2017-11-07'],
      [['isis'], '2017-11-08', null],
    ])
    expect(held?.voices.map(({ key }) => key).sort()).toEqual([
      'outlet:furat',
      'outlet:jisr',
      'words:مصدر محلي@jisr',
    ])
    const view = { outlets: ['furat'] }
    const own = await store.findHoldings('sy-dez-hamidiya', view)
    expect(own?.holdings.map(({ holders }) => holders)).toEqual([['syrian-army']])
    expect(await store.findHoldings('none', {})).toBeUndefined()
  })

  it('tells who held what on a day', async () => {
    const store = await openTold(open)
    const holders = async (day: string, view = {}) =>
      (await store.findHolders(day, view)).map(({ place, holders }) => [place, ...holders])
    expect(await holders('2017-11-05')).toEqual([['sy-dez-hamidiya', 'syrian-army']])
    expect(await holders('2017-11-20')).toEqual([['sy-dez-hamidiya', 'isis']])
    expect(await holders('2017-11-20', { outlets: ['furat'] })).toEqual([['sy-dez-hamidiya', 'syrian-army']])
    expect(await holders('2016-01-01')).toEqual([])
  })

  it('tells what an article shares with others, from either side', async () => {
    const store = await openTold(open)
    const [first, second] = [idOf(TOLD.first), idOf(TOLD.second)]
    const [shared] = (await store.findReuse(first)) ?? []
    expect(shared).toMatchObject({ isFirst: true, other: { id: second } })
    const [from, to] = shared?.reuse.passages[0]?.spans[0] ?? [0, 0]
    expect(madeReading(TOLD.first).article.text.slice(from, to)).toContain(SHARED.slice(10, -10))
    expect(await store.findReuse(second)).toMatchObject([{ isFirst: false, other: { id: first } }])
    expect(await store.findReuse(idOf(TOLD.later))).toEqual([])
    expect(await store.findReuse('none')).toBeUndefined()
  })

  it('counts the claims of each day', async () => {
    const store = await openTold(open)
    expect(await store.findDayCounts(undefined)).toEqual([
      { day: '2017-11-01', claims: 4 },
      { day: '2017-11-08', claims: 1 },
    ])
    expect(await store.findDayCounts('harm')).toEqual([{ day: '2017-11-01', claims: 2 }])
  })
}
