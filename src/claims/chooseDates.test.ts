import { describe, expect, it } from 'vitest'
import type { DateMention } from '../model.ts'
import type { DateCandidate } from './candidateDates.ts'
import { goOn, START } from './candidateDates.ts'
import { pickDate } from './chooseDates.ts'
import type { Draft } from './draft.ts'

function candidate(edtf: string, hops: number): DateCandidate {
  const date = { kind: 'date', span: [0, 0], text: '', edtf, how: '' } as DateMention
  return { date, features: [edtf], hops, sentence: 0 }
}

const thresholds = { here: 0.4, carried: 0.6 }
const draft = {} as Draft

describe('the day of a claim', () => {
  it('is the heaviest of those that are heavy enough; a carried one must weigh more', () => {
    const [here, carried] = [candidate('2017-11-02', 0), candidate('2017-11-01', 1)]
    expect(pickDate([here, carried], () => 0.5, thresholds)).toBe(here)
    expect(pickDate([carried], () => 0.5, thresholds)).toBeUndefined()
    const weigh = ([name]: readonly string[]) => (name === '2017-11-01' ? 0.9 : 0.5)
    expect(pickDate([here, carried], weigh, thresholds)).toBe(carried)
  })

  it('is handed on, past claims without one, but not where it says since when', () => {
    const day = candidate('2017-11-01', 0)
    const past = goOn(goOn(START, draft, day), draft, undefined)
    expect(past).toEqual({ last: { draft, choice: undefined }, dated: { draft, choice: day }, undated: 1 })
    expect(goOn(START, draft, candidate('2014/..', 0))).toEqual({
      last: undefined,
      dated: undefined,
      undated: 0,
    })
  })
})
