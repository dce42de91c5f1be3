/** What every engine of the store must do with later chronologies, and with what exports walk through. */
import { expect, it } from 'vitest'
import type { Reference } from '../record/relations.ts'
import { madeEntry } from './made.contract.ts'
import { must, type OpenEmpty } from './store.contract.ts'
import type { Store } from './store.ts'

function later(line: number, more: Partial<Reference> = {}): Reference {
  return {
    id: `later.csv:${line}`,
    chronology: 'later.csv',
    date: '2017-11-03',
    place: 'sy-dez-hamidiya',
    actor: 'syrian-army',
    formerHolder: null,
    text: 'taken',
    source: 'a yearbook',
    ...more,
  }
}

const SHARED =
  'قالت المصادر إن القوات دخلت الأطراف الشرقية للبلدة بعد معارك استمرت ثلاثة أيام متواصلة وانسحب المسلحون نحو الضفة المقابلة تاركين خلفهم مستودعات وسيارات'

async function openRelated(open: OpenEmpty): Promise<Store> {
  const store = await open()
  const entries = ['الأول', 'الثاني'].map(name =>
    madeEntry({ name, text: `نص ${name} عن البلدة. ${SHARED}.` }),
  )
  must(await store.add([...entries, madeEntry({ name: 'c', outlet: 'jisr', published: '2017-11-09' })], []))
  must(await store.relate())
  return store
}

/** Declares the tests of later chronologies. */
export function describeReferences(open: OpenEmpty): void {
  it('keeps a chronology once, by its name, and lets it go', async () => {
    const store = await openRelated(open)
    must(await store.addReferences('later.csv', [later(2), later(3, { place: null, date: '2016-05' })]))
    must(await store.addReferences('other.csv', [later(2, { id: 'other.csv:2', chronology: 'other.csv' })]))
    must(await store.addReferences('later.csv', [later(2), later(3, { place: null, date: '2016-05' })]))
    expect(await store.findChronologies()).toEqual([
      { chronology: 'later.csv', entries: 2, placeless: 1, first: '2016-05-01', last: '2017-11-03' },
      { chronology: 'other.csv', entries: 1, placeless: 0, first: '2017-11-03', last: '2017-11-03' },
    ])
    must(await store.removeReferences('later.csv'))
    expect(must(await store.findReferences({}, {})).items.map(({ id }) => id)).toEqual(['other.csv:2'])
    expect(await store.removeReferences('later.csv')).toMatchObject({ problem: { code: 'not-found' } })
  })

  it('changes no count and no relation by it', async () => {
    const store = await openRelated(open)
    const before = [await store.summary(), must(await store.findEvents({}, {})).items]
    must(await store.addReferences('later.csv', [later(2)]))
    expect([await store.summary(), must(await store.findEvents({}, {})).items]).toEqual(before)
    expect(await store.findLoose()).toMatchObject({ articles: 0 })
  })

  it('tells how the record stands to each entry, under any holdings', async () => {
    const store = await openRelated(open)
    must(await store.addReferences('later.csv', [later(2), later(3, { place: 'sy-dez-city', actor: null })]))
    const [whole] = must(await store.findReferences({ place: 'sy-dez-hamidiya' }, {})).items
    expect(whole?.difference).toMatchObject({ kind: 'days', days: -2, holders: ['syrian-army'] })
    const [silent] = await store.compareReferences('sy-dez-hamidiya', [])
    expect(silent?.difference).toMatchObject({ kind: 'silent', days: null })
    expect((await store.compareReferences('sy-dez-city', []))[0]?.difference).toBeNull()
  })
}

/** Declares the tests of what exports walk through. */
export function describeExports(open: OpenEmpty): void {
  it('the facts of events, in the order of the ids that were asked for', async () => {
    const store = await openRelated(open)
    const ids = must(await store.findEvents({}, {})).items.map(({ id }) => id)
    const facts = await store.findEventFacts([...ids, 'none'])
    expect(facts.map(own => own.length > 0)).toEqual([...ids.map(() => true), false])
    expect(new Set(facts.flat().map(({ article }) => article.name)).size).toBe(3)
  })

  it('the places that are held, within a place or all', async () => {
    const store = await openRelated(open)
    expect(must(await store.findHeldPlaces('sy-dez', {})).items).toEqual(['sy-dez-hamidiya'])
    expect(must(await store.findHeldPlaces(undefined, {})).items).toEqual(['sy-dez-hamidiya'])
  })

  it('pairs with the words of their passages, narrowed by the outlet of either', async () => {
    const store = await openRelated(open)
    const [pair] = must(await store.findPairs({ outlet: 'furat' }, {})).items
    expect(pair?.texts[0]?.map(text => text.includes('القوات دخلت الأطراف'))).toEqual([true, true])
    expect(pair?.articles.map(({ id }) => id)).toEqual(pair?.reuse.articles)
    expect(must(await store.findPairs({ outlet: 'jisr' }, {})).total).toBe(0)
  })

  it('the ground that the record was related on', async () => {
    const { within, actorCountries } = await (await openRelated(open)).readGround()
    expect([within.get('sy-dez-hamidiya'), actorCountries.get('isis')]).toEqual(['sy-dez-city', 'SY|IQ'])
  })
}
