import { describe, expect, it } from 'vitest'
import { layBlocks } from './blocks.ts'

describe('layBlocks', () => {
  it('lays paragraphs and folds what is not body', () => {
    const text = 'العنوان\nالرقة – وكالات\n\nفقرة أولى.\n\nفقرة ثانية.\nتعليق\nالأكثر قراءة'
    const at = (piece: string) => [text.indexOf(piece), text.indexOf(piece) + piece.length] as const
    const blocks = layBlocks({
      text,
      body: [text.indexOf('فقرة أولى'), text.indexOf('تعليق')],
      regions: [
        { kind: 'title', span: at('العنوان') },
        { kind: 'dateline', span: at('الرقة – وكالات') },
        { kind: 'comments', span: at('تعليق') },
        { kind: 'related', span: at('الأكثر قراءة') },
      ],
    })
    expect(blocks.map(({ kind, span, kinds }) => [kind, text.slice(...span), kinds.join()])).toEqual([
      ['line', 'الرقة – وكالات', 'dateline'],
      ['paragraph', 'فقرة أولى.', ''],
      ['paragraph', 'فقرة ثانية.', ''],
      ['fold', 'تعليق\nالأكثر قراءة', 'comments,related'],
    ])
  })

  it('folds what no region explains, and a caption inside the body', () => {
    const text = 'قائمة\nمتن أول.\nصورة\nمتن ثان.'
    const blocks = layBlocks({
      text,
      body: [text.indexOf('متن أول'), text.length],
      regions: [{ kind: 'caption', span: [text.indexOf('صورة'), text.indexOf('صورة') + 4] }],
    })
    expect(blocks.map(({ kind, kinds }) => `${kind} ${kinds.join()}`.trim())).toEqual([
      'fold outside',
      'paragraph',
      'fold caption',
      'paragraph',
    ])
  })

  it('leaves nothing out: every letter is in a block or in the title', () => {
    const text = 'a b\n\n c \nd'
    const blocks = layBlocks({ text, body: [0, 5], regions: [] })
    expect(blocks.map(({ span }) => text.slice(...span).trim())).toEqual(['a b', 'c \nd'.trim()])
  })

  it('cuts a line of megabytes between words, or where there are none anywhere but inside a character', () => {
    for (const text of ['كلمة '.repeat(5000).trim(), 'ا'.repeat(9001), `a${'𐎀'.repeat(5000)}`]) {
      const blocks = layBlocks({ text, body: [0, text.length], regions: [] })
      expect(blocks.map(({ span }) => text.slice(...span)).join('')).toBe(text)
      expect(Math.max(...blocks.map(({ span }) => span[1] - span[0]))).toBeLessThanOrEqual(4000)
      expect(blocks.map(({ isContinued = false }) => isContinued)).toEqual(blocks.map((_, i) => i > 0))
      expect(blocks.every(({ span }) => text.slice(...span).isWellFormed())).toBe(true)
    }
  })
})
