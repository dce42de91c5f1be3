import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Span } from '../model.ts'
import { findStems } from './stem.ts'
import { visitStems } from './stem-units.ts'

function listStems(text: string) {
  const found: { span: Span; stem: string }[] = []
  visitStems(text, [0, text.length], ({ start, end, units, from, to }) =>
    found.push({ span: [start, end], stem: String.fromCharCode(...units.subarray(from, to)) }),
  )
  return found
}

describe('visitStems', () => {
  it.each([
    'وعادت القوافل إلى المدينة وبساتينها، والأهالي ينتظرونها منذ 12 يوماً',
    'ﻻ ﷲ ﻷ ﻻعب',
    'قــــوات و ال والـ للعاملين سوريا سورية',
    `${'ب'.repeat(200)}ات`,
    '',
  ])('reads the stems of findStems: %s', text => {
    expect(listStems(text)).toEqual(findStems(text))
  })

  it('reads the stems of findStems in any text', () => {
    const letters = fc.constantFrom(...'والبكفهيانتمسة ًـ1٢ ﻻ.،aB')
    fc.assert(
      fc.property(fc.array(fc.oneof(letters, fc.string({ unit: 'grapheme', maxLength: 3 }))), pieces => {
        const text = pieces.join('')
        expect(listStems(text)).toEqual(findStems(text))
      }),
    )
  })
})
