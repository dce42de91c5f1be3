import { describe, expect, it } from 'vitest'
import { findChains } from './chains.ts'
import { invent, source } from './invented.ts'

describe('findChains', () => {
  it('draws two outlets, the agency that both have it from, and its nameless source', () => {
    const sources = [
      source('a military source', 'anonymous'),
      source('Example Agency', 'agency', 'example-agency'),
    ]
    const facts = ['a', 'b'].map(article => invent({ article, outlet: article, sources }))
    const { tellers, links } = findChains([...facts, invent({ article: 'c', outlet: 'c' })])
    expect(tellers.map(({ key, depth, isRoot, claims }) => [key, depth, isRoot, claims.length])).toEqual([
      ['outlet:a', 0, false, 1],
      ['outlet:b', 0, false, 1],
      ['outlet:c', 0, true, 1],
      ['actor:example-agency', 1, false, 2],
      ['words:a military source@actor:example-agency', 2, true, 2],
    ])
    expect(links).toEqual([
      {
        from: 'actor:example-agency',
        to: 'words:a military source@actor:example-agency',
        claims: ['a.c1', 'b.c1'],
      },
      { from: 'outlet:a', to: 'actor:example-agency', claims: ['a.c1'] },
      { from: 'outlet:b', to: 'actor:example-agency', claims: ['b.c1'] },
    ])
  })

  it('ends, however sources go round in a ring', () => {
    const [one, two] = [source('one', 'official', 'one'), source('two', 'official', 'two')]
    const facts = [invent({ sources: [one, two] }), invent({ article: 'b', sources: [two, one] })]
    expect(
      findChains(facts)
        .tellers.map(({ key }) => key)
        .sort(),
    ).toEqual(['actor:one', 'actor:two', 'outlet:outlet of a', 'outlet:outlet of b'])
  })
})
