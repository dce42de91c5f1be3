import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countFacts, findFall } from './counts.ts'
import type { Fact } from './facts.ts'
import { type Invented, invent, source } from './invented.ts'
import type { Reuse } from './relations.ts'

const name = (...says: Invented[]): Fact[] =>
  says.map((one, i) => invent({ article: String.fromCharCode(97 + i), ...one }))
const copy = (first: string, second: string): Reuse => ({
  articles: [first, second],
  kind: 'reprint',
  direction: null,
  passages: [],
  shares: [1, 1],
  changes: [],
})
const agency = { sources: [source('Example Agency', 'agency', 'example-agency')] }
const locals = { sources: [source('local sources', 'anonymous')] }
const army = { sources: [source('the army', 'official', 'red')] }

describe('countFacts', () => {
  it('counts five outlets of one agency as one root', () => {
    expect(countFacts(name(agency, agency, agency, agency, agency))).toEqual({
      articles: 5,
      outlets: 5,
      families: 5,
      roots: { min: 1, max: 1 },
    })
  })

  it('takes outlets of one publisher for one family', () => {
    const counts = countFacts(name({ family: 'x' }, { family: 'x' }, { outlet: null, family: 'c' }))
    expect(counts).toMatchObject({ articles: 3, outlets: 3, families: 2 })
  })

  it('bounds the roots: nameless sources of a family or of copies may be the same people', () => {
    const roots = (facts: Fact[], reuse: Reuse[] = []) => countFacts(facts, reuse).roots
    expect(roots(name(locals, locals))).toEqual({ min: 2, max: 2 })
    expect(roots(name({ ...locals, family: 'x' }, { ...locals, family: 'x' }))).toEqual({ min: 1, max: 2 })
    expect(roots(name(locals, locals), [copy('a', 'b')])).toEqual({ min: 1, max: 2 })
    expect(roots(name(army, army))).toEqual({ min: 1, max: 2 })
    expect(roots(name(army, army), [copy('a', 'b')])).toEqual({ min: 1, max: 1 })
  })

  it('counts a copy that drops its source with what it copied, and named sources never together', () => {
    const facts = name(army, {}, { article: 'a', claim: 'c2', ...agency })
    expect(countFacts(facts).roots).toEqual({ min: 3, max: 3 })
    expect(countFacts(facts, [copy('a', 'b')]).roots).toEqual({ min: 2, max: 3 })
    expect(countFacts(name({ credits: ['Example Agency'] }, agency)).roots.min).toBe(1)
  })

  it('keeps the bounds in order, below the number of claims, whatever comes', () => {
    const says = fc.record({
      article: fc.constantFrom('a', 'b', 'c', 'd'),
      sources: fc.constantFrom([], agency.sources, locals.sources, army.sources),
      family: fc.constantFrom('x', 'y'),
    })
    const pairs = fc.array(fc.constantFrom(copy('a', 'b'), copy('b', 'c'), copy('c', 'd')))
    fc.assert(
      fc.property(fc.array(says, { maxLength: 12 }), pairs, (all, reuse) => {
        const facts = all.map((one, i) => invent({ ...one, claim: `c${i}` }))
        const { roots, articles, outlets } = countFacts(facts, reuse)
        expect(roots.min).toBeLessThanOrEqual(roots.max)
        expect(roots.max).toBeLessThanOrEqual(facts.length)
        expect(outlets).toBeLessThanOrEqual(articles)
        expect(countFacts([...facts].reverse(), reuse)).toEqual(countFacts(facts, reuse))
      }),
      { numRuns: 200 },
    )
  })
})

describe('findFall', () => {
  it('says which claims and articles rest on a root alone, and what is left', () => {
    const facts = name(agency, { ...agency, article: 'b' }, { ...army, article: 'b', claim: 'c2' })
    expect(findFall(facts, 'actor:example-agency')).toEqual({
      claims: ['a.c1', 'b.c1'],
      articles: ['a'],
      left: { articles: 1, outlets: 1, families: 1, roots: { min: 1, max: 1 } },
    })
  })
})
