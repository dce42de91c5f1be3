import { describe, expect, it } from 'vitest'
import { readText } from '../text/text.ts'
import { joinNames, takeNames, type Weighted } from './chooseNames.ts'
import type { Sheet } from './sheet.ts'

const TEXT = 'أعلنت روسيا وتركيا، وفي المدينة التقى وفد إيران'
const sheet = { text: readText(TEXT) } as Sheet

function weigh(one: string, weight: number): Weighted<string> {
  const start = TEXT.indexOf(one)
  return { one, span: [start, start + one.length], weight, reason: '' }
}

const keyOf = (one: string) => one
const asked = { first: 0.5, strung: 0.2, another: 0.7 }

describe('names that are taken', () => {
  it('lets candidates of one name speak together, the heaviest for them', () => {
    const [joined, ...rest] = joinNames([weigh('روسيا', 0.4), weigh('روسيا', 0.5)], keyOf)
    expect(joined?.weight).toBeCloseTo(0.7)
    expect(rest).toEqual([])
  })

  it('asks less of a name strung onto one that is taken', () => {
    const ranked = joinNames([weigh('روسيا', 0.9), weigh('تركيا', 0.3)], keyOf)
    expect(takeNames(sheet, ranked, asked).map(({ one }) => one)).toEqual(['روسيا', 'تركيا'])
  })

  it('asks more of any other, and as much as ever of the first', () => {
    const apart = joinNames([weigh('روسيا', 0.9), weigh('إيران', 0.6)], keyOf)
    expect(takeNames(sheet, apart, asked).map(({ one }) => one)).toEqual(['روسيا'])
    expect(takeNames(sheet, joinNames([weigh('تركيا', 0.3)], keyOf), asked)).toEqual([])
  })
})
