import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fact } from './facts.ts'
import { GROUND, invent } from './invented.ts'
import { compareManners, type Manner, tallyArticle } from './manners.ts'
import { readNaming, tallyNaming } from './naming.ts'
import { findRate } from './rates.ts'
import type { Event } from './relations.ts'
import { findCoverage, readNews } from './silence.ts'
import { sumTallies, type Tally } from './tallies.ts'

const COUNTS = { articles: 2, outlets: 2, families: 2, roots: { min: 1, max: 2 } }

function eventOf(facts: readonly Fact[], time = '2017-05-03'): Event {
  return {
    id: 'e',
    family: 'combat',
    types: ['airstrike'],
    claims: facts.map(({ key }) => key).sort(),
    places: ['alder'],
    agents: ['guard'],
    targets: [],
    time,
    counts: COUNTS,
  }
}

/** A claim in which an outlet calls the guard so. */
function call(outlet: string, text: string, day: number): Fact {
  const published = `2017-05-${String(day).padStart(2, '0')}`
  const fact = invent({ article: `${outlet}${day}`, outlet, published, time: published, agent: ['guard'] })
  return { ...fact, claim: { ...fact.claim, agent: [{ actor: 'guard', text, span: [0, 1] }] } }
}

const DAYS = Array.from({ length: 12 }, (_, i) => i + 1)
const NAMED = DAYS.map(day => [
  call('Red Times', 'the lads', day),
  call('Blue Post', 'the gang', day),
  call('Hill', 'the guard', day),
])
const FACTS = NAMED.flat()

/** What an outlet calls the guard, out of the tallies of events. */
function nameGuard(events: readonly (readonly Fact[])[], outlet: string) {
  const tallies = sumTallies(events.flatMap(facts => tallyNaming(facts)))
  const isOf = (kind: Tally['of']) => tallies.filter(({ of, keys }) => of === kind && keys[0] === outlet)
  const [[told = 0, theirs = 0] = []] = isOf('actors').map(({ counts }) => counts)
  return isOf('wordings')
    .map(({ keys: [, , wording = ''], counts: [events = 0, others = 0, voiced = 0] }) =>
      readNaming({ wording, events, others, voiced }, { events: told, others: theirs }),
    )
    .sort((a, b) => b.own.count - a.own.count)
}

describe('findRate', () => {
  it('is the interval of Wilson', () => {
    const { share, low, high } = findRate(8, 10)
    expect([share, low, high].map(rate => Number(rate.toFixed(3)))).toEqual([0.8, 0.49, 0.943])
    expect(findRate(0, 0)).toMatchObject({ share: 0, low: 0, high: 1 })
  })

  it('holds its share, between 0 and 1, and narrows with more cases', () => {
    const cases = fc.tuple(fc.nat(50), fc.nat(50))
    fc.assert(
      fc.property(cases, ([count, more]) => {
        const { share, low, high } = findRate(count, count + more + 1)
        expect(0 <= low && low <= share && share <= high && high <= 1).toBe(true)
        const wider = findRate(count * 4, (count + more + 1) * 4)
        expect(wider.high - wider.low).toBeLessThan(high - low)
      }),
    )
  })
})

describe('tallyNaming', () => {
  it('compares an outlet with the others on the events that they share', () => {
    const [gang, ...rest] = nameGuard(NAMED, 'Blue Post')
    expect(gang).toMatchObject({ wording: 'the gang', voiced: 12, isApart: true })
    expect(gang?.own).toMatchObject({ count: 12, of: 12 })
    expect(gang?.others).toMatchObject({ count: 0, of: 24 })
    expect(rest.map(({ wording, own, others }) => [wording, own.count, others.count])).toEqual([
      ['the guard', 0, 12],
      ['the lads', 0, 12],
    ])
  })

  it('counts events, not repetitions, and says nothing of events that one outlet tells alone', () => {
    const alone = [call('Red Times', 'the boys', 20), call('Red Times', 'the boys', 21)]
    expect(tallyNaming(alone)).toEqual([])
    const [twice] = [[...(NAMED[0] as readonly Fact[]), call('Blue Post', 'the gang', 2)]]
    expect(nameGuard([twice], 'Blue Post')[0]?.own).toMatchObject({ count: 1, of: 1 })
  })

  it('keeps few cases from being apart', () => {
    expect(nameGuard(NAMED.slice(0, 1), 'Blue Post').every(({ isApart }) => !isApart)).toBe(true)
  })

  it('is the same in any order', () => {
    const facts = NAMED[0] as readonly Fact[]
    const order = fc.shuffledSubarray([...facts], { minLength: facts.length })
    fc.assert(
      fc.property(order, shuffled => {
        expect(tallyNaming(shuffled)).toEqual(tallyNaming(facts))
      }),
      { numRuns: 30 },
    )
  })
})

describe('compareManners', () => {
  const strike = { type: 'airstrike', modality: 'asserted', stance: 'none', voice: 'own' } as const
  const plan = { type: 'agree', modality: 'planned', stance: 'doubted', voice: 'named' } as const
  const own: Manner[] = [{ ...plan, claims: 10 }]
  const all: Manner[] = [
    { ...plan, claims: 15 },
    { ...plan, stance: 'neutral', claims: 5 },
    { ...strike, claims: 80 },
  ]
  const rateOf = (value: string, of = all) => compareManners(own, of).find(one => one.value === value)

  it('compares at equal type: who tells plans is compared with what others say of plans', () => {
    expect(rateOf('planned')).toMatchObject({ own: { count: 10, of: 10 }, others: 1, isApart: false })
    expect(rateOf('doubted')).toMatchObject({ own: { count: 10, of: 10 }, others: 0.5, isApart: true })
  })

  it('has nothing to compare with where no one else tells the like', () => {
    expect(rateOf('planned', own)).toMatchObject({ others: null, isApart: false })
  })

  it('counts what an article says under its outlet and under all', () => {
    const facts = [call('Red Times', 'the lads', 1)]
    const [all, mine] = tallyArticle(facts).filter(({ of }) => of === 'manners')
    expect([all?.keys[0], mine?.keys[0]]).toEqual(['', 'Red Times'])
    expect(mine?.keys.slice(1)).toEqual(['airstrike', 'own', 'asserted', 'none'])
  })
})

describe('findCoverage', () => {
  const news = Array.from({ length: 12 }, (_, i) => ({
    event: `e${i}`,
    first: 10 * i,
    last: 10 * i + 3,
    isTold: i !== 11,
  }))

  it('is silent of an event of a kind and area that the outlet usually tells, in days when it published', () => {
    const coverage = findCoverage(news, [5, 112])
    expect(coverage).toMatchObject({ isUsual: true, missing: ['e11'] })
    expect(coverage.covered).toMatchObject({ count: 11, of: 12 })
  })

  it('is not where the outlet published nothing in those days, or tells such events seldom', () => {
    expect(findCoverage(news, [109, 114])).toMatchObject({ covered: { count: 11, of: 11 }, missing: [] })
    const seldom = news.map((one, i) => ({ ...one, isTold: i === 0 }))
    const every = news.map(({ first }) => first)
    expect(findCoverage(seldom, every)).toMatchObject({ isUsual: false, covered: { count: 1, of: 12 } })
  })

  it('reads news of an event of two publishers, with the governorate and three days more', () => {
    expect(readNews(eventOf(FACTS), GROUND)).toEqual({ area: 'north', first: 17289, last: 17292 })
    const alone = { ...eventOf(FACTS), counts: { ...COUNTS, families: 1 } }
    expect(readNews(alone, GROUND)).toBeNull()
  })
})
