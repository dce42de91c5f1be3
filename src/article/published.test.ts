import { describe, expect, it } from 'vitest'
import { builtinLexicon } from '../lexicon/builtin.ts'
import type { Hints } from '../model.ts'
import { readArticle } from './article.ts'
import { findAddressDate } from './published.ts'

const lexicon = builtinLexicon()
const TITLE = 'قافلة مساعدات تصل بلدة الجسر القديم بعد شهر'
const BODY =
  'دخلت القافلة بلدة الجسر القديم صباح الخميس بعد إصلاح الطريق الذي يصلها بالمدينة.\n\nوقال مصدر محلي إن المخبز عاد إلى العمل بعد وصول الطحين.'

function read(line: string, hints: Hints = {}) {
  const bytes = new TextEncoder().encode(`${TITLE}\n\n${line}\n\n${BODY}`)
  const article = readArticle(bytes, { name: 'a', ...hints }, lexicon)
  if (!article.ok) throw new Error(article.problem.code)
  const { published, publishedFrom, updated } = article.value
  return [published, publishedFrom, updated]
}

describe('when an article was published', () => {
  it('as the line above it says', () => {
    expect(read('2 نوفمبر 2017')).toEqual(['2017-11-02', 'dateline', null])
    expect(read('تاريخ النشر: 02/11/2017 - آخر تحديث: 05/11/2017')).toEqual([
      '2017-11-02',
      'dateline',
      '2017-11-05',
    ])
  })

  it('an update is no publication', () => {
    expect(read('آخر تحديث: 05/11/2017')).toEqual([null, null, '2017-11-05'])
  })

  it('a date in a sentence dates the sentence', () => {
    expect(read('وقع الانهيار الأول يوم الأحد 17 أيلول 2016 عند المدخل الشرقي للبلدة.')[0]).toBeNull()
  })

  it('as a hint says, where the text does not', () => {
    expect(read('250', { published: '2017-11-02' })).toEqual(['2017-11-02', 'hint', null])
    expect(read('2 نوفمبر 2017', { published: '2017-11-02' })).toEqual(['2017-11-02', 'dateline', null])
  })

  it('the finer of hint and text', () => {
    expect(read('2 نوفمبر 2017', { published: '2017-11' })).toEqual(['2017-11-02', 'dateline', null])
  })

  it('a page that is later than the hint or the fetch shows another date', () => {
    expect(read('21 يناير 2018', { published: '2017-11-02' })).toEqual(['2017-11-02', 'hint', null])
    expect(read('21 يناير 2018', { retrieved: '2017-11-05' })).toEqual([null, null, null])
  })

  it('as the address says, where nothing else does', () => {
    const url = 'https://example.org/2017/11/02/123'
    expect(read('250', { url })).toEqual(['2017-11-02', 'url', null])
    expect(read('250', { url, published: '2017-11-03' })).toEqual(['2017-11-03', 'hint', null])
  })

  it('a Hijri date alone is reckoned to the civil day', () => {
    expect(read('13 صفر 1439')).toEqual(['2017-11-02', 'dateline', null])
  })
})

describe('findAddressDate', () => {
  it.each([
    ['https://example.org/2017/11/02/story', '2017-11-02'],
    ['https://example.org/news/arabic/2017/9/9/story', '2017-09-09'],
    ['https://example.org/n3/2017/0909/c31-92.html', '2017-09-09'],
    ['https://example.org/world/201706161024632133-story/', '2017-06-16'],
    ['https://example.org/2017-11-02-story', '2017-11-02'],
    ['https://example.org/2017/10/story', '2017-10'],
    ['https://example.org/archives/109175', null],
    ['https://2017.example.org/story', null],
    [undefined, null],
  ])('%s → %s', (url, date) => {
    expect(findAddressDate(url)).toBe(date)
  })
})
