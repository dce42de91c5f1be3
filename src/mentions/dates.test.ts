import { describe, expect, it } from 'vitest'
import { builtinLexicon } from '../lexicon/builtin.ts'
import { findHits } from '../lexicon/match.ts'
import { readText, type Text } from '../text/text.ts'
import type { Token } from '../text/tokens.ts'
import type { DateReader } from './dateReader.ts'
import { DATE_RULES, findDatesIn } from './dates.ts'
import { toDay } from './days.ts'
import { JOINS } from './joinDates.ts'
import { dropDated, findNumbersIn } from './numbers.ts'
import { readTerms } from './terms.ts'

const lexicon = builtinLexicon()
const NOW = '2017-11-01'

function find(words: string, now: string | null = NOW) {
  const text = readText(words)
  return findDatesIn(text, findHits(text, lexicon), { now, lexicon })
}

function readerOf(words: string): DateReader {
  const text = readText(words)
  const today = toDay(2017, 11, 1)
  const terms = readTerms(text, findHits(text, lexicon))
  const now = { first: today, last: today }
  return { terms, tokens: text.tokens, now, today, near: today, isDiary: true, isQuoted: false }
}

describe('findDatesIn', () => {
  it('takes no count behind a month for its year', () => {
    expect(find('وخرج في 15 نيسان، 2300 شخص من البلدة').map(({ edtf }) => edtf)).toEqual(['2017-04-15'])
    expect(find('وخرجوا في 15 نيسان، 2016 من البلدة').map(({ edtf }) => edtf)).toEqual(['2016-04-15'])
  })

  it('says how a date was resolved', () => {
    expect(find('أمس الثلاثاء')[0]).toMatchObject({ edtf: '2017-10-31', days: -1, weekday: 2 })
    expect(find('أمس الثلاثاء')[0]?.how).toBe('<relative day> + <weekday>, from 2017-11-01')
    expect(find('أمس الاثنين')[0]?.how).toContain('1 day off')
    expect(find('14 شوال')[0]).toMatchObject({ calendar: 'islamic-umalqura', edtf: '2017-07-07/2017-07-09' })
  })

  it('keeps the words of an article without a date for later', () => {
    expect(find('وصلت القافلة أمس الثلاثاء', null)[0]).toMatchObject({ edtf: null, days: -1, weekday: 2 })
    expect(find('وصلت القافلة يوم الجمعة', null)[0]).toMatchObject({ edtf: null, weekday: 5 })
    expect(find('وصلت القافلة في 5 نيسان', null)[0]).toMatchObject({ edtf: 'XXXX-04-05' })
    expect(find('وصلت القافلة أمس', '2017-10')[0]).toMatchObject({ edtf: null, days: -1 })
    expect(find('وصلت القافلة في 5 نيسان', '2017')[0]).toMatchObject({ edtf: '2017-04-05' })
  })

  it('slices the text with its spans, in order and without overlaps', () => {
    const words =
      'قُصفت البلدة، فجر أمس الثلاثاء، ومنذ مطلع 2015 حتى اليوم. وفي 3/11/2017 هدنة لمدة ثلاثة أيام.'
    const found = find(words)
    expect(found.map(({ span }) => words.slice(...span))).toEqual(found.map(({ text }) => text))
    expect(found.every(({ span }, i) => i === 0 || span[0] >= (found[i - 1]?.span[1] ?? 0))).toBe(true)
  })

  it('counts from the date of another paper within what it wrote, and says so', () => {
    const words =
      'وصلت القافلة أمس.\nصحيفة السارية - 3/10/2017\nانسحبت القوات أمس.\nصحيفة الرابية - 5/10/2017:\nعادت القوات أمس.'
    const days = find(words).filter(({ text }) => text === 'أمس')
    expect(days.map(({ edtf }) => edtf)).toEqual(['2017-10-31', '2017-10-02', '2017-10-04'])
    expect(days[1]?.how).toBe('<relative day>, from 2017-10-03, the date of what is quoted')
    expect(days.map(({ days }) => days)).toEqual([-1, undefined, undefined])
    expect(find(words, null).map(({ edtf }) => edtf)[2]).toBe('2017-10-02')
    expect(find('اجتمع المجلس 3/10/2017\nوصلت القافلة أمس').at(-1)?.edtf).toBe('2017-10-31')
    expect(find('صحيفة السارية ذكرت في 3/10/2017 أن الجسر أغلق\nوصلت القافلة أمس').at(-1)?.edtf).toBe(
      '2017-10-31',
    )
  })

  it('takes numbers of dates out of the numbers', () => {
    const text = readText('قتل 27 شخصا في 31 تشرين الأول 2017')
    const hits = findHits(text, lexicon)
    const numbers = findNumbersIn(text, hits, lexicon)
    const left = dropDated(numbers, findDatesIn(text, hits, { now: NOW, lexicon }))
    expect(numbers.map(({ min }) => min)).toEqual([27, 31, 1, 2017])
    expect(left.map(({ min }) => min)).toEqual([27])
  })
})

describe('rules', () => {
  it('every rule reads its own example', () => {
    const deaf = DATE_RULES.filter(({ example, find }) => {
      const reader = readerOf(example)
      return !reader.tokens.some(({ index }) => find(reader, index) !== undefined)
    })
    expect(deaf.map(({ name, example }) => `${name}: ${example}`)).toEqual([])
  })

  it('every join reads its own example as one date', () => {
    const apart = JOINS.filter(({ example }) => find(example).length !== 1)
    expect(apart.map(({ name, example }) => `${name}: ${example}`)).toEqual([])
  })

  it('no two rules share a name', () => {
    expect(new Set(DATE_RULES.map(({ name }) => name)).size).toBe(DATE_RULES.length)
  })
})

/** The text with a count of the tokens that are looked at. */
function countVisits(words: string, read: (text: Text) => unknown): number {
  const text = readText(words)
  let visits = 0
  const tokens = new Proxy(text.tokens as Token[], {
    get(target, key, receiver) {
      if (typeof key === 'string' && key.charCodeAt(0) <= 0x39) visits++
      return Reflect.get(target, key, receiver)
    },
  })
  read({ ...text, tokens })
  return visits
}

const HOSTILE = {
  'since a day': 'منذ يوم ',
  digits: '12 ',
  'dates without end': '1/2/',
  'and and and': 'وخمسة وعشرون ',
  'yesterday yesterday': 'أمس ',
  'from to': 'من 5 إلى ',
  issues: 'عددها الصادر 3/10/2017 «',
  datelines: 'صحيفة 3/10/2017\n',
  'will on Sunday': 'ستجري الأحد ',
} as const

describe('a hostile input costs what its length costs', () => {
  for (const [name, words] of Object.entries(HOSTILE)) {
    it(name, () => {
      const read = (text: Text) => {
        const hits = findHits(readText(text.text), lexicon)
        findDatesIn(text, hits, { now: NOW, lexicon })
        findNumbersIn(text, hits, lexicon)
      }
      const size = 1200
      const once = countVisits(words.repeat(size), read)
      const twice = countVisits(words.repeat(size * 2), read)
      expect(twice / once).toBeLessThan(2.05)
      expect(once / (size * words.trim().split(' ').length)).toBeLessThan(250)
    })
  }
})
