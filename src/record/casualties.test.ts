import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Figure, findFigures, findTolls, type TollPolicy } from './casualties.ts'
import type { Fact } from './facts.ts'
import { type Invented, invent, killed, source } from './invented.ts'

const dead = { type: 'casualties' } as const
const name = (...says: Invented[]): Fact[] =>
  says.map((one, i) => invent({ article: String.fromCharCode(97 + i), ...dead, ...one }))
const army = { sources: [source('the army', 'official', 'red')] }
const show = (figures: readonly Figure[]) =>
  figures.map(
    ({ outcomes, what, root, min, max }) => `${root}: ${min}-${max ?? ''} ${what} ${outcomes.join('+')}`,
  )
const sum = (facts: readonly Fact[], policy: TollPolicy) =>
  findTolls(findFigures(facts), policy).map(({ min, max, roots }) => [min, max, roots.length])

describe('findFigures', () => {
  it('has one figure for each root, kind of people and fate', () => {
    const facts = name(
      { ...army, count: killed(12) },
      { count: killed(15) },
      { count: killed(30, 40, ['wounded']) },
      { count: { ...killed(3), what: 'child' } },
    )
    expect(show(findFigures(facts))).toEqual([
      'outlet:outlet of d: 3-3 child killed',
      'actor:red: 12-12 person killed',
      'outlet:outlet of b: 15-15 person killed',
      'outlet:outlet of c: 30-40 person wounded',
    ])
  })

  it('takes the largest of an article and the last of a root', () => {
    const parts = { ...army, article: 'a' }
    expect(
      show(findFigures(name({ ...parts, count: killed(12) }, { ...parts, claim: 'c2', count: killed(5) }))),
    ).toEqual(['actor:red: 12-12 person killed'])
    const later = { ...army, count: killed(20), published: '2017-05-05' }
    expect(show(findFigures(name({ ...army, count: killed(12) }, later)))).toEqual([
      'actor:red: 20-20 person killed',
    ])
    expect(show(findFigures(name({ ...army, count: killed(12) }, { ...army, count: killed(15) })))).toEqual([
      'actor:red: 12-15 person killed',
    ])
  })

  it('keeps tolls since a day apart, and leaves out what only may be', () => {
    const facts = name(
      { count: killed(12) },
      { count: killed(900), time: '2017-01/..' },
      { count: killed(40), modality: 'possible' },
    )
    expect(findFigures(facts).map(({ min, isCumulative }) => [min, isCumulative])).toEqual([
      [12, false],
      [900, true],
    ])
    expect(sum(facts, 'range')).toEqual([[12, 12, 1]])
  })
})

describe('findTolls', () => {
  it('sums figures up as the policy says', () => {
    const facts = name(
      { count: killed(12) },
      { count: killed(15) },
      { count: killed(10, 12) },
      { count: killed(9) },
    )
    expect(sum(facts, 'range')).toEqual([[9, 15, 4]])
    expect(sum(facts, 'lowest')).toEqual([[9, 9, 1]])
    expect(sum(facts, 'majority')).toEqual([[12, 12, 2]])
    expect(sum(name({ count: killed(12, null) }, { count: killed(15) }), 'majority')).toEqual([[15, 15, 2]])
    expect(findTolls([], 'range')).toEqual([])
  })

  it('never leaves the range, and some root agrees', () => {
    const numbers = fc.array(fc.tuple(fc.nat(20), fc.option(fc.nat(5))), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(numbers, fc.constantFrom<TollPolicy>('range', 'lowest', 'majority'), (all, policy) => {
        const facts = name(
          ...all.map(([min, more]) => ({ count: killed(min, more === null ? null : min + more) })),
        )
        const figures = findFigures(facts)
        const [range] = findTolls(figures, 'range')
        const [toll] = findTolls(figures, policy)
        expect(toll?.min).toBeGreaterThanOrEqual(range?.min ?? 0)
        expect(toll?.max ?? 99).toBeLessThanOrEqual(range?.max ?? 99)
        expect(toll?.roots.length).toBeGreaterThan(0)
        expect(findFigures([...facts].reverse())).toEqual(figures)
      }),
      { numRuns: 200 },
    )
  })
})
