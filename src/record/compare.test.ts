import { describe, expect, it } from 'vitest'
import { compareNames, compareNumbers } from './compare.ts'
import type { Fact } from './facts.ts'
import { invent, killed } from './invented.ts'

function call(article: string, text: string): Fact {
  const fact = invent({ article, agent: ['guard'] })
  return { ...fact, claim: { ...fact.claim, agent: [{ actor: 'guard', text, span: [0, 1] }] } }
}

describe('compareNames', () => {
  it('sets the wordings for an actor whom both name beside each other, the commonest first', () => {
    const one = [call('a', 'the lads'), call('a', 'the guard'), call('a', 'the lads')]
    const two = [call('b', 'the gang'), invent({ article: 'b', agent: ['red'] })]
    expect(compareNames(one, two)).toEqual([
      {
        actor: 'guard',
        wordings: [
          [
            { text: 'the lads', claims: 2 },
            { text: 'the guard', claims: 1 },
          ],
          [{ text: 'the gang', claims: 1 }],
        ],
      },
    ])
  })
})

describe('compareNumbers', () => {
  const says = (article: string, min: number, max: number | null) =>
    invent({ article, type: 'casualties', count: killed(min, max) })

  it('finds numbers that fit both, and those that do not', () => {
    const [fits] = compareNumbers([says('a', 12, 12)], [says('b', 10, null)])
    expect(fits).toMatchObject({
      isApart: false,
      ranges: [
        { min: 12, max: 12 },
        { min: 10, max: null },
      ],
    })
    const [apart] = compareNumbers([says('a', 12, 12)], [says('b', 15, null)])
    expect(apart).toMatchObject({ outcomes: ['killed'], what: 'person', isApart: true })
  })

  it('leaves out what only one side counts', () => {
    expect(compareNumbers([says('a', 12, 12)], [invent({ article: 'b' })])).toEqual([])
  })
})
