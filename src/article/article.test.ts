import { describe, expect, it } from 'vitest'
import { builtinLexicon } from '../lexicon/builtin.ts'
import type { Article, Hints } from '../model.ts'
import { readArticle } from './article.ts'
import { findRegionAt } from './regions.ts'

const lexicon = builtinLexicon()
const encoder = new TextEncoder()
const FIRST = 'دخلت القافلة بلدة الجسر القديم صباح الخميس بعد إصلاح الطريق الذي يصلها بالمدينة.'
const SECOND = 'وقال مصدر محلي إن الأهالي استقبلوا السائقين عند المدخل الشرقي، وإن المخبز عاد إلى العمل.'
const THIRD = 'وأضاف المصدر أن فرق الصيانة ستبقى أسبوعا آخر قبل أن تنتقل إلى قرية السد المجاورة.'
const BODY = [FIRST, SECOND, THIRD].join('\n\n')
const TITLE = 'قافلة مساعدات تصل بلدة الجسر القديم بعد شهر'

function read(text: string, hints: Hints = {}): Article {
  const article = readArticle(encoder.encode(text), { name: 'a', ...hints }, lexicon)
  if (!article.ok) throw new Error(article.problem.code)
  return article.value
}
const bodyOf = ({ text, body }: Article) => text.slice(...body)
const titleOf = ({ text, title }: Article) => title && text.slice(...title.span)
const kindsOf = ({ text, regions }: Article) => regions.map(({ kind, span }) => [kind, text.slice(...span)])

describe('the parts of a plain text', () => {
  it('a headline, a counter, a credit, a body', () => {
    const article = read(`${TITLE}\n\n250\n\nوكالات – رويترز\n\n${BODY}\n\nالتعليقات مغلقة.`)
    expect(titleOf(article)).toBe(TITLE)
    expect(bodyOf(article)).toBe(BODY)
    expect(article.credits.map(({ text }) => text)).toEqual(['وكالات', 'رويترز'])
    expect(kindsOf(article)).toEqual([
      ['title', TITLE],
      ['counter', '250'],
      ['credit', 'وكالات – رويترز'],
      ['comments', 'التعليقات مغلقة.'],
    ])
  })

  it('keeps the file as it stands', () => {
    const text = `\uFEFF${TITLE}\r\n\r\n${BODY.replaceAll('\n', '\r\n')}\r\n`
    const article = read(text)
    expect(article.text).toBe(text)
    expect(titleOf(article)).toBe(TITLE)
    expect(bodyOf(article)).toBe(BODY.replaceAll('\n', '\r\n'))
  })

  it('a text without a headline is all body', () => {
    expect(read(BODY)).toMatchObject({ title: null, body: [0, BODY.length], regions: [] })
    expect(read('دخلت القافلة البلدة')).toMatchObject({ title: null, body: [0, 19] })
  })

  it('a page that came down as one line', () => {
    const head = `${TITLE} | موقع الضفة استمارة البحث الخميس 2 نوفمبر 2017 10:30 ${TITLE} حجم الخط `
    const article = read(
      `${head}${FIRST}\n${SECOND}\n${THIRD}\nمواضيع ذات صلة الأكثر قراءة جميع الحقوق محفوظة 2018`,
    )
    expect(titleOf(article)).toBe(TITLE)
    expect(bodyOf(article)).toBe([FIRST, SECOND, THIRD].join('\n'))
    expect(article.published).toBe('2017-11-02')
  })

  it('a headline glued to the first word', () => {
    const article = read(`${TITLE} | الضفة ${TITLE}${FIRST}\n${SECOND}\n${THIRD}`)
    expect(titleOf(article)).toBe(TITLE)
    expect(bodyOf(article).startsWith(FIRST)).toBe(true)
  })

  it('a post of a social network with its comments', () => {
    const post = `صفحة النهر - ${FIRST.slice(0, 30)}...\nFacebookصفحة النهر's Post\n\nصفحة النهرDecember 22, 2025 · Shared with Public`
    const article = read(
      `${post}${FIRST}All reactions:973 comments1 shareLikeCommentMost relevantسامرخبر جميل جدا31w`,
    )
    expect(bodyOf(article)).toBe(FIRST)
    expect(article.published).toBe('2025-12-22')
  })

  it('comments and lists of other stories are cut, whatever they say', () => {
    const other = 'سيطر الفريق الأزرق على الكأس بعد مباراة استمرت ساعتين كاملتين في ملعب البلدة.'
    const list = `مقالات ذات صلة\n\nخبر قصير عن سوق الخضار\n\nخبر قصير عن موسم الزيتون`
    expect(bodyOf(read(`${TITLE}\n\n${BODY}\n\n${list}`))).toBe(BODY)
    expect(bodyOf(read(`${TITLE}\n\n${BODY}\n\nاترك تعليقا\n\n${other}\n\n${other}`))).toBe(BODY)
  })

  it('headlines below the body go where its paragraphs end in stops', () => {
    const list = 'تقرير عن حال الطرق في الريف\n\nسوق المدينة يفتح أبوابه من جديد'
    expect(bodyOf(read(`${TITLE}\n\n${BODY}\n\n${list}`))).toBe(BODY)
  })

  it('a pointer between paragraphs is labelled, and the article goes on', () => {
    const article = read(`${TITLE}\n\n${FIRST}\n\n${SECOND}\n\nاقرأ أيضا: السد القديم\n\n${THIRD}`)
    expect(bodyOf(article).endsWith(THIRD)).toBe(true)
    expect(findRegionAt(article, article.text.indexOf('السد القديم'))).toBe('related')
    expect(findRegionAt(article, article.text.indexOf(THIRD))).toBeNull()
    const glued = read(`${TITLE}\n\n${FIRST}\n\n${SECOND}\nاقرأ المزيد ${THIRD}`)
    expect(bodyOf(glued).endsWith(THIRD)).toBe(true)
  })

  it('furniture inside a sentence is a part of it', () => {
    const third = 'وأوضح أن الشركة تحترم جميع الحقوق محفوظة كانت أم لا، وأن سياسة الخصوصية لم تتغير منذ عام.'
    expect(bodyOf(read(`${TITLE}\n\n${FIRST}\n\n${SECOND}\n\n${third}`)).endsWith(third)).toBe(true)
  })

  it('captions and datelines stand outside the body', () => {
    const article = read(`${TITLE}\n\nجسر على النهر قبل إصلاحه (أرشيف)\n\nدمشق (رويترز) - ${BODY}`)
    expect(bodyOf(article)).toBe(BODY)
    expect(article.credits.map(({ text }) => text)).toEqual(['رويترز'])
    expect(kindsOf(article)).toContainEqual(['caption', 'جسر على النهر قبل إصلاحه (أرشيف)'])
    expect(kindsOf(article)).toContainEqual(['dateline', 'دمشق (رويترز) - '])
  })

  it('an agency in brackets below is a credit', () => {
    expect(read(`${TITLE}\n\n${BODY} (وكالات)`).credits).toMatchObject([{ text: 'وكالات' }])
    expect(read(`${TITLE}\n\n${BODY}\n\nالمصدر: رويترز`).credits).toMatchObject([{ text: 'رويترز' }])
  })
})

describe('problems', () => {
  it.each([
    ['  \n ', 'empty-file'],
    ['Nothing here is Arabic.', 'no-arabic'],
    ['<html><body><ul><li><a href="/">الرئيسية</a></li></ul></body></html>', 'no-article'],
  ])('%j → %s', (text, code) => {
    expect(readArticle(encoder.encode(text), { name: 'a' }, lexicon)).toMatchObject({
      ok: false,
      problem: { code, where: 'a' },
    })
  })
})

describe('hostile input', () => {
  const slices = (text: string) => {
    const { body, regions, text: kept } = read(text)
    return [body, ...regions.map(({ span }) => span)].every(([a, b]) => 0 <= a && a <= b && b <= kept.length)
  }
  it.each([
    ['one line of five megabytes', 'وصلت القافلة إلى البلدة '.repeat(110_000)],
    ['only furniture', 'مقالات ذات صلة '.repeat(50_000)],
    ['only dates', '2 نوفمبر 2017 '.repeat(50_000)],
    ['only brackets', `${'('.repeat(200_000)}وصلت`],
    ['only digits', `وصلت ${'1'.repeat(300_000)}`],
    ['only stops', 'وصلت. '.repeat(100_000)],
    ['only line breaks', `وصلت${'\n'.repeat(300_000)}القافلة`],
    ['direction overrides', `\u202e${FIRST}\u202d\u2066${SECOND}`],
    ['NULs', `${FIRST}\0${SECOND}`],
    ['half a surrogate pair', `${FIRST} \ud83d ${SECOND}`],
    ['ten thousand open divs', `<html>${'<div>'.repeat(100_000)}<p>${FIRST}`],
    ['tags that never end', `<html><p>${FIRST}${'<a b="'.repeat(50_000)}`],
    ['ends without starts', `<html><p>${FIRST}${'</b></div>'.repeat(50_000)}`],
    ['comments without end', `<html><p>${FIRST}${'<!--'.repeat(50_000)}`],
    ['ampersands', `<html><p>${FIRST}${'&'.repeat(200_000)}`],
  ])('%s', (_, text) => {
    expect(slices(text)).toBe(true)
  })
})
