import { describe, expect, it } from 'vitest'
import { foldWord } from './fold.ts'
import { findStems, stemText, stemWord } from './stem.ts'

const stem = (word: string) => stemWord(foldWord(word))

describe('light stems', () => {
  it.each([
    ['المدينة', 'مدينة'],
    ['والمدينة', 'مدينة'],
    ['بالمدينة', 'مدينة'],
    ['للمدينة', 'المدينة'],
    ['الاشتباكات', 'اشتباك'],
    ['المقاتلون', 'مقاتلين'],
    ['سورية', 'سوريا'],
    ['إدلـب', 'ادلب'],
    ['قُتِل', 'قتل'],
    ['قتيلاً', 'قتيل'],
  ])('%s meets %s', (word, other) => {
    expect(stem(word)).toBe(stem(other))
  })

  it.each(['والي', 'وال', 'ال', 'ها', 'به', 'ذي', 'و'])('leaves two letters of %s', word => {
    expect(stem(word).length).toBeGreaterThanOrEqual(Math.min(2, word.length))
  })

  it('gives spans that slice the text', () => {
    const text = 'دخل الجيش، «المدينة» في ٢٠١٧.'
    expect(findStems(text).map(({ span }) => text.slice(...span))).toEqual([
      'دخل',
      'الجيش',
      'المدينة',
      'في',
      '٢٠١٧',
    ])
    expect(stemText(text)).toBe('دخل جيش مدين في 2017')
  })

  it('finds nothing in an empty text', () => {
    expect(findStems('')).toEqual([])
    expect(stemText(' . ')).toBe('')
  })
})
