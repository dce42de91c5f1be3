import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fact } from './facts.ts'
import { GROUND, invent } from './invented.ts'
import { relateNaming } from './naming.ts'
import { findRate } from './rates.ts'
import type { Event } from './relations.ts'
import { relateSilence } from './silence.ts'

const COUNTS = { articles: 2, outlets: 2, families: 2, roots: { min: 1, max: 2 } }

function eventOf(id: string, facts: readonly Fact[], time = '2017-05-03'): Event {
  return {
    id,
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
const EVENTS = NAMED.map((facts, i) => eventOf(`e${i}`, facts, `2017-05-${String(i + 1).padStart(2, '0')}`))

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

describe('relateNaming', () => {
  it('compares an outlet with the others on the events that they share', () => {
    const [blue] = relateNaming(FACTS, EVENTS)
    expect(blue).toMatchObject({ actor: 'guard', outlet: 'Blue Post', wording: 'the gang', isApart: true })
    expect(blue?.own).toMatchObject({ count: 12, of: 12 })
    expect(blue?.others).toMatchObject({ count: 0, of: 24 })
  })

  it('counts events, not repetitions, and says nothing of events that one outlet tells alone', () => {
    const alone = [call('Red Times', 'the boys', 20), call('Red Times', 'the boys', 21)]
    const facts = [...FACTS, ...alone]
    const naming = relateNaming(facts, [...EVENTS, eventOf('alone', alone)])
    expect(naming.map(({ wording }) => wording)).toEqual(['the gang', 'the guard', 'the lads'])
  })

  it('keeps few cases from being apart', () => {
    const facts = NAMED.slice(0, 1).flat()
    expect(relateNaming(facts, EVENTS).every(({ isApart }) => !isApart)).toBe(true)
  })

  it('is the same in any order', () => {
    const want = relateNaming(FACTS, EVENTS)
    const order = fc.shuffledSubarray(FACTS, { minLength: FACTS.length })
    fc.assert(
      fc.property(order, facts => {
        expect(relateNaming(facts, [...EVENTS].reverse())).toEqual(want)
      }),
      { numRuns: 30 },
    )
  })
})

describe('relateSilence', () => {
  const missing = call('Red Times', 'the lads', 12)
  const told = FACTS.filter(({ key }) => key !== missing.key)
  const other = invent({ article: 'other', outlet: 'Red Times', published: '2017-05-13', places: ['cedar'] })

  it('is an event of a kind and area that the outlet usually tells, in days when it published', () => {
    const [silence, ...rest] = relateSilence([...told, other], EVENTS, GROUND)
    expect(rest).toEqual([])
    expect(silence).toMatchObject({ outlet: 'Red Times', family: 'combat', area: 'north', events: ['e11'] })
    expect(silence?.covered).toMatchObject({ count: 11, of: 12 })
  })

  it('is none where the outlet published nothing in those days, or tells such events seldom', () => {
    expect(relateSilence(told, EVENTS, GROUND)).toEqual([])
    const seldom = told.filter(({ article }) => article.outlet !== 'Red Times')
    const once = [...seldom, call('Red Times', 'the lads', 1), other]
    expect(relateSilence(once, EVENTS, GROUND)).toEqual([])
  })

  it('is none where one publisher alone tells it', () => {
    const alone = EVENTS.map(event => ({ ...event, counts: { ...COUNTS, families: 1 } }))
    expect(relateSilence([...told, other], alone, GROUND)).toEqual([])
  })
})
