import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findControl } from '../control.ts'
import { relateEvents } from '../events/events.ts'
import type { Fact } from '../facts.ts'
import { GROUND, type Invented, invent, killed, source } from '../invented.ts'
import type { Contradiction } from '../relations.ts'
import { findContradictions } from './contradictions.ts'
import { findControlContradictions } from './control.ts'

function name(says: readonly Invented[]): Fact[] {
  return says.map((one, i) => invent({ article: String.fromCharCode(97 + i), ...one }))
}

function listAll(facts: readonly Fact[]): Contradiction[] {
  const byKey = new Map(facts.map(fact => [fact.key, fact]))
  return relateEvents(facts, GROUND).flatMap(event =>
    findContradictions(
      event,
      event.claims.map(claim => byKey.get(claim) as Fact),
      GROUND,
    ),
  )
}

/** What contradicts what, in the one event that these claims are of. */
function find(...says: Invented[]): string[] {
  return listAll(name(says)).map(
    ({ kind, values, resolved }) =>
      `${kind}: ${values.join(' / ')}${resolved === null ? '' : ` (${resolved})`}`,
  )
}

const dead = { type: 'casualties' } as const

describe('findContradictions', () => {
  it('finds numbers that cannot both be', () => {
    expect(find({ ...dead, count: killed(12) }, { ...dead, count: killed(15) })).toEqual([
      'number: 12 person killed / 15 person killed',
    ])
    expect(find({ ...dead, count: killed(12) }, { ...dead, count: killed(12) })).toEqual([])
  })

  it('does not hold precision for contradiction', () => {
    expect(find({ ...dead, count: killed(12) }, { ...dead, count: killed(10, null) })).toEqual([])
    expect(find({ ...dead, count: killed(12) }, { ...dead, count: { ...killed(13), approx: true } })).toEqual(
      [],
    )
    expect(find({}, { time: '2017-05-02/2017-05-03' })).toEqual([])
    expect(find({ places: ['alder'] }, { places: ['east'] })).toEqual([])
  })

  it('does not compare people of other kinds or fates', () => {
    expect(find({ ...dead, count: killed(12) }, { ...dead, count: killed(15, 15, ['wounded']) })).toEqual([])
    expect(
      find({ ...dead, count: killed(12), target: ['red'] }, { ...dead, count: killed(15), target: ['blue'] }),
    ).toEqual([])
  })

  it('lets an article give parts of a number', () => {
    const parts = { ...dead, article: 'b' }
    expect(
      find(
        { ...dead, count: killed(5) },
        { ...parts, count: killed(12) },
        { ...parts, claim: 'c2', count: killed(5) },
      ),
    ).toEqual([])
    expect(
      find(
        { ...dead, count: killed(12) },
        { ...parts, count: killed(7) },
        { ...parts, claim: 'c2', count: killed(5) },
      ),
    ).toEqual(['number: 7, 5 person killed / 12 person killed (scope)'])
  })

  it('says what resolves it: a part of the place, a later toll', () => {
    const whole = { ...dead, count: killed(15) }
    expect(find(whole, { ...dead, count: killed(12), places: ['east'] })).toEqual([
      'number: 12 person killed / 15 person killed (scope)',
    ])
    expect(find({ ...whole, published: '2017-05-04' }, { ...dead, count: killed(12) })).toEqual([
      'number: 12 person killed / 15 person killed (later)',
    ])
  })

  it('finds days and places that differ where the numbers are the same', () => {
    const same = { ...dead, count: killed(12) }
    expect(find(same, { ...same, time: '2017-05-04', published: '2017-05-04' })).toEqual([
      'date: 2017-05-03 / 2017-05-04',
    ])
    const twice = (one: Invented): Invented[] => [
      { ...one, ...same },
      { ...one, ...same, claim: 'c2', count: killed(30, 30, ['wounded']) },
    ]
    expect(find(...twice({ article: 'a' }), ...twice({ article: 'b', places: ['birch'] }))).toEqual([
      'place: alder / birch',
    ])
  })

  it('finds who did it, and whether it happened', () => {
    expect(find({ agent: ['red'] }, { agent: ['blue'] })).toEqual(['actor: blue airstrike / red airstrike'])
    expect(find({ agent: ['red'] }, { agent: ['guard'] })).toEqual([])
    expect(find({ type: 'capture' }, { type: 'capture', modality: 'negated' })).toEqual([
      'polarity: asserted capture / negated capture',
    ])
    expect(find({ type: 'capture', places: ['east'] }, { type: 'capture', modality: 'negated' })).toEqual([
      'polarity: asserted capture / negated capture (scope)',
    ])
  })

  it('takes two sources of one article for two voices, and one voice for one', () => {
    const cited = (claim: string, text: string, number: number): Invented => ({
      ...dead,
      article: 'a',
      claim,
      count: killed(number),
      sources: [source(text, 'official')],
    })
    expect(find(cited('c1', 'the army', 12), cited('c2', 'the hospital', 15))).toHaveLength(1)
    expect(find(cited('c1', 'the army', 12), cited('c2', 'the army', 15))).toEqual([])
  })

  it('finds nothing in what has no day: it may be of many things', () => {
    const vague = { ...dead, time: null, published: null, article: 'a' }
    expect(
      find(
        { ...vague, count: killed(12), sources: [source('x', 'official')] },
        { ...vague, claim: 'c2', count: killed(15), sources: [source('y', 'official')] },
      ),
    ).toEqual([])
  })

  it('does not depend on the order of the claims', () => {
    const facts = name([12, 12, 15, 20, 20].map(number => ({ ...dead, count: killed(number) })))
    const expected = listAll(facts)
    fc.assert(
      fc.property(fc.shuffledSubarray(facts, { minLength: facts.length }), shuffled => {
        expect(listAll(shuffled)).toEqual(expected)
      }),
      { numRuns: 30 },
    )
    expect(expected).toHaveLength(3)
  })
})

describe('findControlContradictions', () => {
  const find = (...says: Invented[]) =>
    findControlContradictions(
      name(says).flatMap(fact => findControl(fact, GROUND)),
      GROUND,
    ).map(({ place, values, resolved }) => [place, ...values, resolved])

  it('finds two who are said to have one place on one day', () => {
    expect(find({ type: 'capture', agent: ['red'] }, { type: 'hold', agent: ['blue'] })).toEqual([
      ['alder', 'blue', 'red', null],
    ])
    expect(find({ type: 'capture', agent: ['red'] }, { type: 'hold', agent: ['guard'] })).toEqual([])
    expect(
      find({ type: 'capture', agent: ['red'] }, { type: 'hold', agent: ['blue'], time: '2017-05-09' }),
    ).toEqual([])
  })

  it('takes the later word for news', () => {
    expect(
      find({ type: 'hold', agent: ['red'] }, { type: 'capture', agent: ['blue'], published: '2017-05-05' }),
    ).toEqual([['alder', 'blue', 'red', 'later']])
  })
})
