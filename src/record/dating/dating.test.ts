import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ClaimType, DateMention } from '../../model.ts'
import type { Fact } from '../facts.ts'
import { GROUND, invent } from '../invented.ts'
import type { Reuse } from '../relations.ts'
import { relateDates } from './dating.ts'
import { redate } from './redate.ts'
import { type Telling, tellDates } from './told.ts'

const PLACES = ['alder', 'birch', 'cedar', 'seat', 'vale', 'east', 'west', 'mill']
const SPAN = [10, 13] as const

/** "the day before yesterday", or "yesterday Tuesday", of an article without a date. */
function ago(days: number, weekday?: number): DateMention {
  const how = "<relative day>, from the article's date"
  const base = { kind: 'date', span: SPAN, text: 'أمس', edtf: null, how, days } as const
  return weekday === undefined ? base : { ...base, weekday }
}

interface Says {
  readonly published?: string | null
  readonly dates?: readonly DateMention[]
  /** The claim whose time the words are. */
  readonly storm?: boolean
  readonly time?: string
  readonly places?: readonly string[]
}

/** An article of a week of fighting: clashes in every town; and a storm, where it says so. */
function tell(
  article: string,
  { published = null, dates = [], storm = false, time, places = PLACES }: Says = {},
): Telling {
  const facts = places.map((place, i) =>
    invent({
      article,
      published,
      claim: `c${i}`,
      type: 'clash',
      places: [place],
      agent: ['red'],
      time: null,
    }),
  )
  const happening = invent({
    article,
    published,
    claim: 's',
    type: 'hazard' as ClaimType,
    places: ['alder'],
    time: time ?? null,
  })
  const timed: Fact = { ...happening, claim: { ...happening.claim, timeSpan: SPAN } }
  return { article: happening.article, facts: storm ? [...facts, timed] : facts, dates, start: 0 }
}

const relate = (told: readonly Telling[], reuse: readonly Reuse[] = []) =>
  relateDates(
    told.map(one => tellDates(one, GROUND)),
    reuse,
  )
const dateOf = (told: readonly Telling[], article: string, reuse: readonly Reuse[] = []) =>
  relate(told, reuse).find(one => one.article === article)

describe('relateDates', () => {
  const near = tell('near', { published: '2017-11-02' })

  it('takes the weekday of "yesterday Tuesday" near the days of those that tell the same', () => {
    const dating = dateOf([near, tell('a', { dates: [ago(-1, 2)] })], 'a')
    expect(dating?.published).toBe('2017-11-01')
    expect(dating?.reasons.map(({ kind, days, weekday }) => [kind, days, weekday])).toEqual([
      ['event', '2017-10-30/2017-11-05', null],
      ['weekday', null, 3],
    ])
  })

  it('dates "the day before yesterday" a day later than "yesterday" of one storm', () => {
    const told = [
      near,
      tell('one', { dates: [ago(-1, 2)], storm: true }),
      tell('two', { dates: [ago(-2)], storm: true }),
    ]
    expect(dateOf(told, 'one')?.published).toBe('2017-11-01')
    expect(dateOf(told, 'two')?.published).toBe('2017-11-02')
  })

  it('leaves a weekday alone without days, and says nothing of what no one else tells', () => {
    expect(dateOf([tell('a', { dates: [ago(-1, 2)] })], 'a')?.published).toBeNull()
    expect(dateOf([near, tell('a', { places: ['alder'] })], 'a')).toMatchObject({
      published: null,
      reasons: [],
    })
  })

  it('never changes a stated date', () => {
    expect(dateOf([near, tell('a', { published: '2011-01-01' })], 'a')).toBeUndefined()
  })

  it('says nothing where those that tell the same are of several times', () => {
    const far = tell('far', { published: '2014-03-01' })
    expect(dateOf([near, far, tell('a')], 'a')?.published).toBeNull()
  })

  it('a copy is on or after its original; what contradicts it is shown and not followed', () => {
    const old = tell('old', { published: '2017-09-01', places: ['alder'] })
    const reuse: Reuse = {
      articles: ['old', 'a'],
      kind: 'reprint',
      direction: 'credit',
      passages: [],
      shares: [1, 1],
      changes: [],
    }
    expect(dateOf([old, tell('a')], 'a', [reuse])?.published).toBe('2017-09-01/2017-09-04')
    const both = dateOf([old, near, tell('a')], 'a', [reuse])
    expect(both).toMatchObject({ published: '2017-09-01/2017-09-04', isContradicted: true })
    expect(both?.reasons.find(({ isLeftOut }) => isLeftOut)?.kind).toBe('event')
  })

  it('is the same in any order and with articles given twice', () => {
    const told = [
      near,
      tell('one', { dates: [ago(-1, 2)], storm: true }),
      tell('two', { dates: [ago(-2)], storm: true }),
      tell('three', { published: '2017-11-03', places: ['birch', 'cedar', 'seat', 'west'] }),
    ]
    const want = relate(told)
    const shuffled = fc.shuffledSubarray([...told, ...told], { minLength: 8, maxLength: 8 })
    fc.assert(
      fc.property(shuffled, list => {
        expect(relate(list)).toEqual(want)
      }),
    )
  })
})

describe('redate', () => {
  const told = tell('a', { dates: [ago(-1, 2)], storm: true })
  const dating = { article: 'a', published: '2017-11-01', reasons: [], isContradicted: false }
  const storm = told.facts.at(-1) as Fact
  const clash = told.facts[0] as Fact

  it('gives "yesterday" its day, and the article its date', () => {
    const fact = redate(storm, dating, told.dates)
    expect(fact).toMatchObject({ dated: 'text', days: { from: '2017-10-31', to: '2017-10-31' } })
    expect(fact.claim).toMatchObject({ time: '2017-10-31' })
    expect(fact.claim.timeFrom).toBe('أمس: <relative day>, from 2017-11-01, by the record')
    expect(fact.article).toMatchObject({ published: '2017-11-01', publishedFrom: 'inferred' })
  })

  it('leaves as many days as the dating, and those of the article to a claim without a time', () => {
    const wide = { ...dating, published: '2017-11-01/2017-11-03' }
    expect(redate(storm, wide, told.dates).claim.time).toBe('2017-10-31/2017-11-02')
    expect(redate(clash, wide, told.dates)).toMatchObject({ dated: 'published', days: { to: '2017-11-03' } })
  })

  it('does not touch what is stated, or what is not dated', () => {
    const stated = tell('b', { published: '2017-11-05', storm: true, time: '2017-11-04' }).facts.at(
      -1,
    ) as Fact
    expect(redate(stated, dating, told.dates)).toBe(stated)
    expect(redate(storm, { ...dating, published: null }, told.dates)).toBe(storm)
  })
})
