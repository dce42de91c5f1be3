import { describe, expect, it } from 'vitest'
import { scoreBCubed } from './bcubed.ts'

/** Things as `clusters:classes`: `a:xy` is found in cluster a and of the classes x and y. */
const score = (...things: string[]) => {
  const { precision, recall, f1 } = scoreBCubed(
    things.map(thing => {
      const [clusters = '', classes = ''] = thing.split(':')
      return { clusters: [...clusters], classes: [...classes] }
    }),
  )
  return [precision, recall, f1].map(value => Number(value.toFixed(4)))
}

describe('scoreBCubed', () => {
  it('is 1 for the classes themselves, whatever they are called', () => {
    expect(score('a:x', 'a:x', 'b:y')).toEqual([1, 1, 1])
  })

  it('loses recall where a class is split, precision where two are one', () => {
    expect(score('a:x', 'b:x')).toEqual([1, 0.5, 0.6667])
    expect(score('a:x', 'a:y')).toEqual([0.5, 1, 0.6667])
  })

  it('agrees with a count by hand', () => {
    expect(score('a:x', 'a:x', 'a:y', 'b:y')).toEqual([0.6667, 0.75, 0.7059])
  })

  it('takes what is of two classes for either, and asks for a cluster of each', () => {
    expect(score('a:xy', 'a:x')).toEqual([1, 0.875, 0.9333])
    expect(score('a:xy', 'a:xy')).toEqual([1, 0.5, 0.6667])
    expect(score('ab:xy', 'ab:xy')).toEqual([1, 1, 1])
  })

  it('is 0 for nothing', () => {
    expect(scoreBCubed([])).toEqual({ precision: 0, recall: 0, f1: 0 })
  })
})
