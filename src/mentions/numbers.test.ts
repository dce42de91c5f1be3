import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtinLexicon } from '../lexicon/builtin.ts'
import { findHits } from '../lexicon/match.ts'
import { readText } from '../text/text.ts'
import { NUMBER_STEPS } from './numberSteps.ts'
import { findNumbersIn } from './numbers.ts'
import { readDigits } from './numerals.ts'
import { readTerms } from './terms.ts'

const lexicon = builtinLexicon()

function find(words: string) {
  const text = readText(words)
  return findNumbersIn(text, findHits(text, lexicon), lexicon)
}

describe('findNumbersIn', () => {
  it('says what is counted', () => {
    expect(find('قتل ما لا يقل عن 27 شخصا')).toMatchObject([{ min: 27, max: null, unit: 'person' }])
    expect(find('سقط خمسة مدنيين وطفلان')).toMatchObject([
      { min: 5, unit: 'civilian' },
      { min: 2, max: 2, unit: 'child' },
    ])
    expect(find('تبعد 45 كم شمال شرق المدينة')).toMatchObject([{ text: '45 كم', unit: 'kilometre' }])
    expect(find('عشرات من العناصر')).toMatchObject([{ min: 20, max: 99, unit: 'fighter' }])
  })

  it('slices the text with its spans', () => {
    const words = 'نزح «نحو 3 آلاف» مدني، و20٪ من الأهالي، وقُتل اثنا عشر رجلا.'
    for (const { span, text } of find(words)) expect(words.slice(...span)).toBe(text)
  })

  it('reads back any whole number written in digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), value => {
        expect(find(`وصل ${value} رجل`)[0]?.min).toBe(value)
        expect(find(`وصل ${value.toLocaleString('en-US')} رجل`)[0]?.min).toBe(value)
      }),
      { numRuns: 50 },
    )
  })
})

describe('readDigits', () => {
  it('tells groups from decimals', () => {
    expect(readDigits('1,500')).toBe(1500)
    expect(readDigits('1.500')).toBe(1.5)
    expect(readDigits('1.500.000')).toBe(1_500_000)
    expect(readDigits('0,234')).toBe(0.234)
    expect(readDigits('1.2.2017')).toBeUndefined()
  })
})

describe('tables', () => {
  it('every step has an example that is read as one number', () => {
    const apart = NUMBER_STEPS.filter(({ example }) => find(example).length !== 1)
    expect(apart.map(({ name, example }) => `${name}: ${example}`)).toEqual([])
  })

  it('every row of numbers and calendar is read in its example', () => {
    const rows = [...lexicon.tables.numbers, ...lexicon.tables.calendar]
    const deaf = rows.filter(row => {
      const text = readText(row.cells.example ?? '')
      const terms = readTerms(text, findHits(text, lexicon))
      const read = row.table === 'numbers' ? terms.numbers : terms.dates
      return !read.some(term => term?.row === row)
    })
    expect(deaf.map(row => `${row.table}: ${row.id}`)).toEqual([])
  })
})
