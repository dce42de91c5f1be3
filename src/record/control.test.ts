import { describe, expect, it } from 'vitest'
import type { ClaimPlace, Span } from '../model.ts'
import { findControl } from './control.ts'
import type { Fact } from './facts.ts'
import { GROUND, type Invented, invent, source } from './invented.ts'

const WORDS = {
  ...GROUND,
  partWords: new Set(['most']),
  insideWords: new Set(['in']),
  placeWords: new Map([...GROUND.placeWords, ['quarter', 'quarter'], ['quarters', 'quarter']]),
  owners: new Map([['red-agency', 'red']]),
}

const said = (says: Invented) =>
  findControl(invent({ agent: ['red'], ...says }), WORDS).map(
    ({ actor, kind, place, isPart }) => `${actor} ${kind} ${isPart ? 'part of ' : ''}${place}`,
  )

/** A claim in its own words, the place where they name it. */
function tell(evidence: string, name: string, says: Invented = {}): Fact {
  const fact = invent({ type: 'capture', agent: ['red'], ...says })
  const start = evidence.toLowerCase().lastIndexOf(name)
  const span: Span = [start, start + name.length]
  const places = fact.claim.places.map((place): ClaimPlace => ({ ...place, span }))
  return { ...fact, claim: { ...fact.claim, evidence, span: [0, evidence.length], places } }
}

describe('what a claim says of who holds a place', () => {
  it('takes, holds, loses, contests', () => {
    expect(said({ type: 'capture' })).toEqual(['red takes alder'])
    expect(said({ type: 'hold' })).toEqual(['red holds alder'])
    expect(said({ type: 'lose', places: ['alder:from', 'birch:to'] })).toEqual(['red loses alder'])
    expect(said({ type: 'advance' })).toEqual(['red contests alder'])
    expect(said({ type: 'clash', target: ['blue'] })).toEqual(['red contests alder', 'blue contests alder'])
    expect(said({ type: 'aid' })).toEqual([])
  })

  it('who takes a place from someone says that he lost it', () => {
    expect(said({ type: 'capture', target: ['blue'] })).toEqual(['red takes alder', 'blue loses alder'])
    expect(said({ type: 'capture', agent: [], target: ['blue'] })).toEqual(['blue loses alder'])
    expect(said({ type: 'capture', target: ['guard'] })).toEqual(['red takes alder'])
  })

  it('several agents are one claim’s set; who holds no ground is left out', () => {
    expect(said({ type: 'capture', agent: ['red', 'guard', null, 'someone'] })).toEqual([
      'red takes alder',
      'guard takes alder',
    ])
  })

  it('whom one bombs in a place is implied to be there', () => {
    expect(said({ type: 'airstrike', target: ['blue'] })).toEqual(['blue implied alder'])
  })

  it('plans and possibilities say nothing; who did not withdraw is there', () => {
    expect(said({ type: 'capture', modality: 'planned' })).toEqual([])
    expect(said({ type: 'capture', modality: 'possible' })).toEqual([])
    expect(said({ type: 'capture', modality: 'negated' })).toEqual([])
    expect(said({ type: 'lose', modality: 'negated' })).toEqual(['red holds alder'])
  })

  it('a day after the article’s is a reading error', () => {
    expect(said({ type: 'capture', time: '2017-05-09', published: '2017-05-03' })).toEqual([])
  })

  it('only where it happened, and of places in one another the smaller', () => {
    expect(said({ type: 'capture', places: ['alder:near'] })).toEqual([])
    expect(said({ type: 'capture', places: ['east', 'alder', 'vale:in'] })).toEqual(['red takes east'])
    expect(said({ type: 'capture', places: ['land'] })).toEqual([])
  })

  it('the countryside of a town is a part of what holds the town', () => {
    expect(said({ type: 'capture', places: ['alder:at:countryside of alder'] })).toEqual([
      'red takes part of vale',
    ])
  })

  it('a part is a part: an amount, a share, smaller places, something in it', () => {
    const isPart = (evidence: string) =>
      findControl(tell(evidence, 'alder'), WORDS).map(control => control.isPart)
    expect(isPart('Red took Alder')).toEqual([false])
    expect(isPart('Red took most of Alder')).toEqual([true])
    expect(isPart('Red took 60 % of Alder')).toEqual([true])
    expect(isPart('Red took two quarters of Alder')).toEqual([true])
    expect(isPart('Red took a school in Alder')).toEqual([true])
  })

  it('a quarter is a place of its own, not a part', () => {
    expect(
      findControl(tell('Red took the quarter of East', 'east', { places: ['east'] }), WORDS),
    ).toMatchObject([{ place: 'east', isPart: false }])
  })

  it('what only its article dates had happened by then', () => {
    const [taken] = findControl(invent({ type: 'capture', agent: ['red'], time: null }), WORDS)
    const [held] = findControl(invent({ type: 'hold', agent: ['red'], time: '2014/..' }), WORDS)
    expect(taken).toMatchObject({ from: null, to: '2017-05-03', isDated: false, stated: '2017-05-03' })
    expect(held).toMatchObject({ from: '2014-01-01', to: '2017-05-03', isDated: true })
  })

  it('a side admits what costs it: its own word, or its own press', () => {
    const isAdmission = (says: Invented) =>
      findControl(invent({ type: 'capture', agent: ['blue'], target: ['red'], ...says }), WORDS).map(
        control => control.isAdmission,
      )
    expect(isAdmission({ sources: [source('a spokesman', 'official', 'red')] })).toEqual([true, true])
    expect(isAdmission({ outlet: 'red-agency' })).toEqual([true, true])
    expect(isAdmission({ sources: [source('a spokesman', 'official', 'blue')] })).toEqual([false, false])
    expect(isAdmission({})).toEqual([false, false])
  })
})
