import { describe, expect, it } from 'vitest'
import { builtinLexicon } from '../lexicon/builtin.ts'
import { findDates, resolveHijri } from './dates.ts'
import { indexWords } from './words.ts'

const { calendar } = indexWords(builtinLexicon())
const read = (text: string) => findDates(text, [0, text.length], calendar)

describe('findDates', () => {
  it.each([
    ['2 نوفمبر 2017', '2017-11-02'],
    ['الخميس ٢ تشرين الثاني ٢٠١٧', '2017-11-02'],
    ['2 نونبر 2017', '2017-11-02'],
    ['الأحد 17 أيلول/سبتمبر 2017', '2017-09-17'],
    ['21 ينايركانون الثاني 2018', '2018-01-21'],
    ['12 كانون الأول، 2017 12:11', '2017-12-12'],
    ['نوفمبر 2, 2017', '2017-11-02'],
    ['February 15, 2025', '2025-02-15'],
    ['23.08.2023', '2023-08-23'],
    ['2016 - 06 - 16', '2016-06-16'],
    ['٢٠١٧-١١-٠٢', '2017-11-02'],
    ['12/31/2017', '2017-12-31'],
    ['2017:09:09. 11:00', '2017-09-09'],
  ])('%s → %s', (text, date) => {
    expect(read(text)).toMatchObject([{ date, calendar: 'gregorian' }])
  })

  it('knows the Hijri calendar by its years', () => {
    expect(read('04 جمادى الأولى 1439')).toMatchObject([{ date: '1439-05-04', calendar: 'islamic-umalqura' }])
    expect(resolveHijri('1439-05-04')).toBe('2018-01-21')
    expect(resolveHijri('1439-13-01')).toBeNull()
  })

  it('finds no date in what is none', () => {
    expect(read('31/02/2017 و 99 نوفمبر 2017 و 1234567890 و 10:30')).toEqual([])
    expect(read('في نوفمبر الماضي قتل 2 وجرح 2017')).toEqual([])
  })

  it('tells a date in a sentence from one that a page sets', () => {
    expect(read('وصلت القافلة يوم الأحد 17 أيلول 2017 إلى البلدة')).toMatchObject([{ isBare: true }])
    expect(read('| الأحد 17 أيلول 2017 | 4:49 مساء')).toMatchObject([{ isBare: false }])
  })

  it('spans the words of the date', () => {
    const text = 'نشر في: الخميس 2 نوفمبر 2017 م'
    const [date] = read(text)
    expect(text.slice(...(date?.span ?? [0, 0]))).toBe('الخميس 2 نوفمبر 2017')
  })
})
