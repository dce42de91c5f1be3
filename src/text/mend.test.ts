import { describe, expect, it } from 'vitest'
import { mendText } from './mend.ts'
import { readText } from './text.ts'

const WORDS = new Set(['قتل', 'تقدم', 'القوات', 'النظاميه', 'في', 'من', 'على', 'البلده', 'خمسه'])
const isWord = ({ form }: { form: string }) => WORDS.has(form)

function readForms(text: string): string[] {
  return mendText(readText(text), isWord).tokens.map(({ form }) => form)
}

describe('words that a page broke', () => {
  it('joins what is one word of the lexicon', () => {
    expect(readForms('ق تل خمسة بعد تقد م القو ات الن ظامية في البلدة')).toEqual(
      ['قتل', 'خمسه', 'بعد', 'تقدم', 'القوات', 'النظاميه', 'في', 'البلده'], // folded
    )
  })

  it('gives an ending back to the word before it', () => {
    expect(readForms('خمسين شخص ا في المدين ة ق تل')).toEqual(['خمسين', 'شخصا', 'في', 'المدينه', 'قتل'])
  })

  it('keeps the words of the article under the span', () => {
    const text = 'أمس ق تل خمسة وتقد م غيرهم'
    const token = mendText(readText(text), isWord).tokens[1]
    expect(text.slice(token?.start, token?.end)).toBe('ق تل')
  })

  it('leaves a whole text and one with a single abbreviation as they are', () => {
    for (const text of ['تقدم الجيش في البلدة', 'في الساعة العاشرة ص تقدم الجيش', 'انسحب ل - داعش ب - حلب']) {
      const read = readText(text)
      expect(mendText(read, isWord)).toBe(read)
    }
  })

  it('joins nothing across a comma or a line', () => {
    expect(readForms('ق، تل ح ر م ن\nق\nتل')).not.toContain('قتل')
  })
})
