import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Language, readMessages } from '../messages.ts'
import type { Voice } from '../server/api.ts'
import { readReckoning } from './claim-when.tsx'
import { dayNumber, dayOf, tellDate, tellShortDay } from './dates.ts'
import { holderOf } from './holders.ts'
import { keyOf } from './keys.ts'
import { resolvePrefs } from './prefs.ts'
import { splitAt } from './problem-item.tsx'
import { cutHits, trimAfter, trimBefore } from './quote.tsx'
import { axisOf, placeOnAxis } from './ribbon.tsx'
import { parseSearch, pickSearch, stringifySearch } from './search-params.ts'
import { makeWords } from './words.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const table = (language: Language) =>
  readMessages(readFileSync(join(ROOT, 'messages', `${language}.tsv`), 'utf8'))
const wordsOf = (language: Language, numerals: 'arab' | 'latn') =>
  makeWords(table(language), { language, numerals })

describe('words', () => {
  it('fills counts with the plural form and the digits of the choice', () => {
    const arabic = wordsOf('ar', 'arab')
    expect([0, 1, 2, 3, 11, 100].map(n => arabic.count('claims', n))).toEqual([
      'لا أقوال',
      'قول واحد',
      'قولان',
      '٣ أقوال',
      '١١ قولًا',
      '١٠٠ قول',
    ])
    expect(wordsOf('ar', 'latn').count('claims', 1234)).toBe('1,234 قولًا')
    expect(wordsOf('en', 'latn').count('articles', 1)).toBe('1 article')
  })

  it('has a text for every key that the pages name', () => {
    const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    const named = files
      .filter(file => /\.tsx?$/.test(file) && !file.includes('.test.'))
      .flatMap(file => [
        ...readFileSync(join(import.meta.dirname, file), 'utf8').matchAll(/'(ui\.[a-z.-]+)'/g),
      ])
      .map(([, key = '']) => key)
    const known = table('en')
    expect(named.length).toBeGreaterThan(100)
    expect([...new Set(named)].filter(key => !known.has(key))).toEqual([])
  })

  it('has a word for every kind of place and actor', () => {
    const kinds = (name: string) => {
      const [head = '', ...rows] = readFileSync(join(ROOT, 'lexicon', `${name}.tsv`), 'utf8')
        .trimEnd()
        .split('\n')
      const at = head.split('\t').indexOf('kind')
      return new Set(rows.map(row => row.split('\t')[at] ?? ''))
    }
    const known = table('ar')
    const lacking = [
      ...[...kinds('places')].map(kind => `ui.place-kind.${kind}`),
      ...[...kinds('actors')].map(kind => `ui.actor-kind.${kind}`),
    ].filter(key => !known.has(key))
    expect(lacking).toEqual([])
  })

  it('never says of a claim that it is true, or of an outlet that it hid', () => {
    const english = [...table('en')].filter(([key]) => key.startsWith('ui.'))
    const judging = /\b(omitted|hid|hides|true|false|confirmed|lie|lied|propaganda)\b/i
    expect(english.filter(([, text]) => judging.test(text))).toEqual([])
  })
})

describe('dates', () => {
  it('tells EDTF in words, with Levantine months', () => {
    const arabic = wordsOf('ar', 'arab')
    const english = wordsOf('en', 'latn')
    expect(tellDate(arabic, '2017-10-31')).toBe('٣١ تشرين الأول ٢٠١٧')
    expect(tellDate(english, '2017-10-30/2017-10-31')).toBe('30 October 2017 to 31 October 2017')
    expect(tellDate(english, '../2017-11-02')).toBe('by 2 November 2017')
    expect(tellDate(english, '2017-11-02/..')).toBe('since 2 November 2017')
    expect(tellDate(english, '2017-10~')).toBe('about October 2017')
    expect(tellDate(english, '2017')).toBe('2017')
    expect(tellDate(english, 'soon')).toBe('soon')
    expect(tellShortDay(english, '2017-10-31')).toBe('31 Oct')
  })

  it('counts days there and back', () => {
    expect(dayOf(dayNumber('2017-02-28') + 1)).toBe('2017-03-01')
    expect(dayOf(dayNumber('2017'))).toBe('2017-01-01')
  })
})

describe('prefs', () => {
  it('follow the browser until something is chosen', () => {
    expect(resolvePrefs({}, ['fr-FR'], false)).toMatchObject({
      language: 'ar',
      numerals: 'arab',
      theme: 'light',
    })
    expect(resolvePrefs({}, ['fr', 'en-GB', 'ar'], true)).toMatchObject({ language: 'en', theme: 'dark' })
    expect(resolvePrefs({ language: 'ar', numerals: 'latn', theme: 'light' }, ['en'], true)).toEqual({
      language: 'ar',
      numerals: 'latn',
      theme: 'light',
    })
  })
})

describe('addresses', () => {
  it('are plain text there and back', () => {
    const search = { q: 'حي الحميدية', claim: '3' }
    expect(parseSearch(stringifySearch(search))).toEqual(search)
    expect(stringifySearch({ q: '', from: undefined })).toBe('')
    expect(pickSearch(['q'])({ q: 'a', other: 'b' })).toEqual({ q: 'a' })
  })
})

describe('keys', () => {
  it('go by their place, signs by sign or place', () => {
    const press = (code: string, key: string, shiftKey = false) => keyOf({ code, key, shiftKey })
    expect([
      press('KeyJ', 'ت'),
      press('Slash', 'ظ'),
      press('Slash', '؟', true),
      press('Digit7', '/', true),
    ]).toEqual(['j', '/', '?', '/'])
    expect(press('Escape', 'Escape')).toBe('escape')
  })
})

describe('quotations', () => {
  it('are cut at their hits; hits outside the text are passed over', () => {
    expect(cutHits('abcd', [[1, 2]])).toEqual([
      { text: 'a', isHit: false },
      { text: 'b', isHit: true },
      { text: 'cd', isHit: false },
    ])
    expect(cutHits('ab', [[1, 9]])).toEqual([{ text: 'ab', isHit: false }])
  })

  it('show whole words of what stands round them', () => {
    expect(trimBefore(`ord ${'word '.repeat(30)}`)).toBe(`… ${'word '.repeat(30)}`)
    expect(trimAfter(`${' word'.repeat(30)} wo`)).toBe(`${' word'.repeat(30)} …`)
    expect(trimAfter(' short')).toBe(' short')
  })
})

describe('problems', () => {
  it('isolate the values in their message', () => {
    expect(splitAt('تعذّر a.txt لأنه فارغ', ['a.txt']).map(({ text, isValue }) => [text, isValue])).toEqual([
      ['تعذّر ', false],
      ['a.txt', true],
      [' لأنه فارغ', false],
    ])
  })
})

describe('the axis of ribbons', () => {
  const voices = (...days: string[]) =>
    [{ points: days.map(from => ({ from })) }] as unknown as readonly Voice[]

  it('covers all days with a little air', () => {
    const axis = axisOf(voices('2017-10-01', '2017-10-31'))
    expect(axis && [dayOf(axis.first), dayOf(axis.last)]).toEqual(['2017-09-29', '2017-11-02'])
    expect(axisOf(voices())).toBeUndefined()
  })

  it('sets a few far days at its edge', () => {
    const near = Array.from({ length: 9 }, (_, i) => `2017-10-1${i}`)
    const axis = axisOf(voices('2014-07-01', ...near))
    expect(axis && dayOf(axis.first)).toBe('2017-10-09')
    expect(axis && placeOnAxis(axis, dayNumber('2014-07-01'))).toBe(0)
    const late = axisOf(voices(...near, '2020-01-01'))
    expect(late && dayOf(late.last)).toBe('2017-10-19')
  })
})

describe('how a day is known', () => {
  it('is taken apart into rule and the day it counts from', () => {
    expect(readReckoning('أمس الجمعة: <relative day> + <weekday>, from 2017-11-04')).toEqual({
      rule: '<relative day> + <weekday>',
      from: '2017-11-04',
    })
    expect(readReckoning('yesterday, from the date of publication')).toBeUndefined()
  })
})

describe('marks', () => {
  it('give a loaded name the mark of the actor it names', () => {
    expect([holderOf('isis:hostile'), holderOf('syrian-army'), holderOf('unheard-of')]).toEqual([
      'isis',
      'gov',
      'other',
    ])
  })
})
