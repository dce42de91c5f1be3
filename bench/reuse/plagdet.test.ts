import { describe, expect, it } from 'vitest'
import { type Detected, findGranularity, scoreMacro, scoreMicro } from './plagdet.ts'

const passage = (copy: [number, number], source: [number, number]): Detected => ({
  copy: 'c',
  source: 's',
  spans: [copy, source],
})

describe('plagdet', () => {
  const whole = passage([0, 100], [200, 300])

  it('is 1 for what is found exactly', () => {
    expect(scoreMacro([whole], [whole])).toEqual({ precision: 1, recall: 1, granularity: 1, plagdet: 1 })
    expect(scoreMicro([whole], [whole])).toEqual({ precision: 1, recall: 1, granularity: 1, plagdet: 1 })
  })

  it('is 0 for nothing found', () => {
    expect(scoreMacro([whole], [])).toEqual({ precision: 0, recall: 0, granularity: 1, plagdet: 0 })
  })

  it('counts half of a passage as half of its recall', () => {
    const half = passage([0, 50], [200, 250])
    const { precision, recall, plagdet } = scoreMacro([whole], [half])
    expect([precision, recall]).toEqual([1, 0.5])
    expect(plagdet).toBeCloseTo(2 / 3)
  })

  it('divides by the binary logarithm of one more than the pieces', () => {
    const pieces = [passage([0, 50], [200, 250]), passage([50, 100], [250, 300])]
    expect(findGranularity([whole], pieces)).toBe(2)
    expect(scoreMacro([whole], pieces).plagdet).toBeCloseTo(1 / Math.log2(3))
  })

  it('finds nothing where only one of the two documents fits', () => {
    const astray = passage([0, 100], [400, 500])
    expect(scoreMacro([whole], [astray])).toMatchObject({ precision: 0, recall: 0, plagdet: 0 })
  })

  it('weighs passages in macro and code units in micro', () => {
    const short = passage([500, 510], [600, 610])
    const [macro, micro] = [scoreMacro([whole, short], [whole]), scoreMicro([whole, short], [whole])]
    expect(macro.recall).toBe(0.5)
    expect(micro.recall).toBeCloseTo(200 / 220)
  })

  it('counts what two detections cover once', () => {
    const twice = [passage([0, 60], [200, 260]), passage([40, 100], [240, 300])]
    expect(scoreMicro([whole], twice)).toMatchObject({ precision: 1, recall: 1, granularity: 2 })
  })
})
