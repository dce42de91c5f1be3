import { describe, expect, it } from 'vitest'
import type { Row } from '../lexicon/tables.ts'
import { findPhrases, indexPhrases } from './phrases.ts'

const row = (phrase: string): Row => ({ table: 'regions', id: phrase, line: 1, cells: { phrase } })
const index = indexPhrases(
  ['مقالات ذات صلة', 'ذات صلة', 'مشاركة', 'الأخبار المتعلقة', 'Shared with', 'ص'].map(row),
  ['phrase'],
)
const read = (text: string) =>
  findPhrases(text, [0, text.length], index).map(hit => text.slice(hit.start, hit.end))

describe('findPhrases', () => {
  it('takes the longest, whatever the spelling', () => {
    expect(read('مقالات  ذات صله')).toEqual(['مقالات  ذات صله'])
    expect(read('الاخبار المتعلّقة:')).toEqual(['الاخبار المتعلّقة'])
  })

  it('takes whole words, and long phrases also where they are glued', () => {
    expect(read('بمشاركة واسعة مشاركةً')).toEqual(['مشاركةً'])
    expect(read('بريف حلبالأخبار المتعلقةالعلامات')).toEqual(['الأخبار المتعلقة'])
    expect(read('2025Shared withقال')).toEqual(['Shared with'])
  })

  it('keeps to the span', () => {
    const text = 'مشاركة مشاركة'
    expect(findPhrases(text, [0, 9], index)).toHaveLength(1)
  })

  it('finds a phrase of one letter only as a word', () => {
    expect(read('11:13 ص صباح')).toEqual(['ص'])
  })
})
