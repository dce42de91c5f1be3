import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readNow, toCivil, toDay, toWeekday, writeDay, writeSpan } from './days.ts'
import { findEaster, findThanksgiving } from './feasts.ts'
import { findHijriMonth, findHijriYear } from './hijri.ts'

describe('days', () => {
  it('agree with the calendar of the platform', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400_000, max: 400_000 }), day => {
        const date = new Date(day * 86_400_000)
        expect(toCivil(day)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          date: date.getUTCDate(),
        })
        expect(toWeekday(day)).toBe(date.getUTCDay() || 7)
      }),
    )
  })

  it('let months run over', () => {
    expect(writeDay(toDay(2017, 13, 1))).toBe('2018-01-01')
    expect(writeDay(toDay(2017, 3, 0))).toBe('2017-02-28')
    expect(writeSpan(toDay(2017, 1, 1), toDay(2017, 1, 1))).toBe('2017-01-01')
  })

  it('read the date of an article, coarse or not', () => {
    expect(readNow('2017-10')).toEqual({ first: toDay(2017, 10, 1), last: toDay(2017, 10, 31) })
    expect(readNow('2017-10-30/2017-10-31~')).toEqual({
      first: toDay(2017, 10, 30),
      last: toDay(2017, 10, 31),
    })
    expect(readNow('../2017')).toBeNull()
    expect(readNow(null)).toBeNull()
  })
})

describe('feasts', () => {
  it('fall where almanacs say', () => {
    expect(writeDay(findEaster(2013))).toBe('2013-03-31')
    expect(writeDay(findEaster(2024))).toBe('2024-03-31')
    expect(writeDay(findThanksgiving(2016))).toBe('2016-11-24')
  })
})

describe('hijri', () => {
  it('knows the months of Umm al-Qura', () => {
    expect(writeDay(findHijriMonth(1436, 9))).toBe('2015-06-18')
    expect(writeDay(findHijriMonth(1439, 1))).toBe('2017-09-21')
    expect(findHijriYear(toDay(2015, 10, 13))).toBe(1436)
    expect(findHijriYear(toDay(2015, 10, 15))).toBe(1437)
  })
})
