import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Mention, Reading } from '../../model.ts'
import { relateCorpus } from './corpus.ts'
import { inventReading, type Report } from './invented.ts'
import { relateArticles } from './reuse.ts'

const FLOOD = `غمرت مياه النهر بساتين قرية عين الصفصاف فجر الخميس بعد انهيار الساتر الترابي قرب الطاحونة القديمة.
وقال رئيس المجلس البلدي إن فرق الإطفاء أجلت 12 عائلة من البيوت القريبة من الجسر، ونقلت المسنين إلى المدرسة الثانوية.
وأضاف أن المولدات الاحتياطية توقفت عن العمل، وأن المخبز الوحيد في القرية سيبقى مغلقاً حتى انحسار المياه وإصلاح الطريق الزراعي.
وطالب الأهالي بإرسال مضخات كبيرة وخيام وبطانيات قبل وصول موجة البرد المتوقعة نهاية الأسبوع.`

const MARKET = `افتتح التجار سوق الحرير في مدينة نهر الرمان بعد ترميم استمر ثلاث سنوات شاركت فيه ورشات محلية.
وعرضت المحال سجاداً ونحاسيات وصابوناً، فيما تولت فرقة موسيقية إحياء الأمسية أمام البوابة الشرقية.
وذكر أمين غرفة التجارة أن إيجارات الدكاكين لن ترتفع قبل الصيف المقبل، وأن لجنة خاصة ستراقب الأسعار.`

const SPORT = `تعادل فريق السنابل مع ضيفه فريق الميناء من دون أهداف في افتتاح الدوري على ملعب الزيتون البلدي.
وأهدر المهاجم ركلة جزاء في الشوط الأول، وتصدى الحارس البديل لتسديدتين قويتين قبل صافرة النهاية.
وسيلتقي السنابل في الجولة القادمة مع فريق القلعة الذي خسر مباراته الأولى بهدفين نظيفين.`

const report = (id: string, text: string, known: Partial<Report> = {}): Reading =>
  inventReading({ id, text, ...known })

/** Words in another order, the same for the same seed. */
function shuffle(words: readonly string[], seed: number): string[] {
  const keyed = words.map((word, i) => ({ word, key: Math.imul(i + 1, 0x9e3779b1 ^ seed) >>> 0 }))
  return keyed.sort((a, b) => a.key - b.key).map(({ word }) => word)
}

describe('relateArticles', () => {
  it('finds a reprint, whole', () => {
    const reuse = relateArticles(report('a', FLOOD), report('b', FLOOD))
    expect(reuse).toMatchObject({
      kind: 'reprint',
      direction: null,
      shares: [1, 1],
      articles: ['a', 'b'],
      changes: [],
    })
    expect(reuse?.passages.map(({ spans }) => spans)).toEqual([
      [
        [0, FLOOD.length - 1],
        [0, FLOOD.length - 1],
      ],
    ])
  })

  it('tells a form that is filled in from a copy: other numbers', () => {
    const day = (numbers: readonly (number | string)[]) =>
      `أغلق مؤشر سوق نهر الرمان عند ${numbers[0]} نقطة بعد تداول ${numbers[1]} سهما في ${numbers[2]} صفقة.
وارتفعت أسهم ${numbers[3]} شركة وتراجعت أسهم ${numbers[4]} شركة أخرى مع نهاية جلسة السوق كما ذكرت إدارة التداول.`
    const [first, second] = [day([812, 4100, 37, 12, 9]), day([840, 3900, 41, 15, 7])]
    expect(relateArticles(report('a', first), report('b', second))?.kind).toBe('form')
    expect(relateArticles(report('a', first), report('b', first))?.kind).toBe('reprint')
    const [commas, plain] = [
      day(['8,120', '41,300', '37.5', '12,6', 9]),
      day(['8120', '41300', '5ر37', '12.6', '٩']),
    ]
    expect(relateArticles(report('a', commas), report('b', plain))?.kind).toBe('reprint')
  })

  it('and other words days later; the same words are the same text, whenever', () => {
    const cable = (name: string) =>
      `بعث رئيس المجلس البلدي في نهر الرمان برقية تهنئة إلى ${name} بمناسبة يوم البساتين السنوي.
وتمنى للأهالي دوام الصحة والعافية ومواسم طيبة وأمطارا نافعة وحصادا وفيرا في الأعوام القادمة كلها.`
    const [first, second] = [cable('أهالي قرية الطاحونة'), cable('سكان بلدة الجسور')]
    const kinds = ['2021-03-01', '2021-03-02', '2021-03-09', null].map(published => {
      const [one, other] = [
        report('a', first, { published: '2021-03-01' }),
        report('b', second, { published }),
      ]
      return relateArticles(one, other)?.kind
    })
    expect(kinds).toEqual(['reprint', 'reprint', 'form', 'reprint'])
    const again = [
      report('a', first, { published: '2021-03-01' }),
      report('b', first, { published: '2021-05-01' }),
    ] as const
    expect(relateArticles(...again)).toMatchObject({ kind: 'reprint', direction: 'date' })
  })

  it('finds nothing between reports on other things', () => {
    expect(relateArticles(report('a', FLOOD), report('b', MARKET))).toBeNull()
  })

  it('does not relate an article to itself', () => {
    expect(relateArticles(report('a', FLOOD), report('a', FLOOD))).toBeNull()
  })

  it('finds a paragraph in a text of its own, and where it stands in both', () => {
    const paragraph = FLOOD.split('\n')[1] as string
    const other = `${MARKET}\n${paragraph}\n${SPORT}`
    const reuse = relateArticles(report('a', FLOOD), report('b', other))
    expect(reuse?.kind).toBe('part')
    const [passage] = reuse?.passages ?? []
    expect(passage && [FLOOD.slice(...passage.spans[0]), other.slice(...passage.spans[1])]).toEqual([
      paragraph.slice(0, -1),
      paragraph.slice(0, -1),
    ])
  })

  it('finds paragraphs that were moved', () => {
    const moved = FLOOD.split('\n').toReversed().join('\n')
    expect(relateArticles(report('a', FLOOD), report('b', moved))?.shares).toEqual([1, 1])
  })

  it('finds a passage whose words were shuffled', () => {
    const shuffled = `${MARKET}\n${shuffle(FLOOD.split(/\s+/), 5).join(' ')}\n${SPORT}`
    const reuse = relateArticles(report('a', FLOOD), report('b', shuffled))
    expect(reuse?.passages).toHaveLength(1)
    expect(reuse?.shares[0]).toBeGreaterThan(0.9)
    const [, found = [0, 0]] = reuse?.passages[0]?.spans ?? []
    expect(shuffled.slice(...found)).not.toContain('الزيتون')
  })

  it('finds a passage in another spelling', () => {
    const other = FLOOD.replaceAll('ة', 'ه').replaceAll('أ', 'ا').replaceAll('12', '١٢').replaceAll('ي', 'ى')
    expect(relateArticles(report('a', FLOOD), report('b', other))?.kind).toBe('reprint')
  })

  it('calls words in quotation marks a quotation', () => {
    const said =
      'المضخات القديمة لن تكفي لتجفيف البساتين وسنحتاج معدات ثقيلة وجسوراً مؤقتة وتمويلاً عاجلاً لإصلاح الساتر الترابي قبل الشتاء'
    const [one, two] = [MARKET, SPORT].map(text => `${text}\nوقال مهندس الري: «${said}».`) as [string, string]
    expect(relateArticles(report('a', one), report('b', two))?.kind).toBe('quotation')
  })
})

describe('direction', () => {
  const outlet = (text: string, name: string, row: string): Mention => {
    const start = text.indexOf(name)
    return { kind: 'outlet', span: [start, start + name.length], text: name, outlet: row }
  }

  it('follows a later day', () => {
    const first = report('b', FLOOD, { published: '2017-03-02' })
    const second = report('a', FLOOD, { published: '2017-03-04' })
    expect(relateArticles(second, first)).toMatchObject({ articles: ['b', 'a'], direction: 'date' })
  })

  it('follows a credit before a day', () => {
    const text = `وكالة الصفصاف\n${FLOOD}`
    const copy = report('a', text, { published: '2017-03-02', outlet: 'paper' })
    const credited: Reading = {
      ...copy,
      article: { ...copy.article, credits: [{ text: 'وكالة الصفصاف', span: [0, 13] }] },
      mentions: [outlet(text, 'وكالة الصفصاف', 'willow')],
    }
    const original = report('b', FLOOD, { published: '2017-03-04', outlet: 'willow' })
    expect(relateArticles(credited, original)).toMatchObject({ articles: ['b', 'a'], direction: 'credit' })
  })

  it('calls what two papers took from one agency a release', () => {
    const [one, two] = ['a', 'b'].map(id => {
      const reading = report(id, FLOOD, { outlet: `paper ${id}` })
      return {
        ...reading,
        article: { ...reading.article, credits: [{ text: 'وكالة الصفصاف', span: [0, 3] as const }] },
      }
    }) as unknown as [Reading, Reading]
    expect(relateArticles(one, two)?.kind).toBe('release')
  })
})

describe('changes', () => {
  const number = (text: string, digits: string): Mention => {
    const start = text.indexOf(digits)
    const value = Number(digits)
    return {
      kind: 'number',
      span: [start, start + digits.length],
      text: digits,
      min: value,
      max: value,
      approx: false,
      form: 'count',
    }
  }

  it('tells a number that the copy has otherwise', () => {
    const other = FLOOD.replace('12', '21')
    const first = report('a', FLOOD, { mentions: [number(FLOOD, '12')] })
    const second = report('b', other, { mentions: [number(other, '21')] })
    expect(relateArticles(first, second)?.changes).toEqual([
      {
        kind: 'number',
        spans: [
          [FLOOD.indexOf('12'), FLOOD.indexOf('12') + 2],
          [FLOOD.indexOf('12'), FLOOD.indexOf('12') + 2],
        ],
        texts: ['12', '21'],
      },
    ])
  })

  it('does not call a moved number changed', () => {
    const moved = FLOOD.split('\n').toReversed().join('\n')
    const first = report('a', FLOOD, { mentions: [number(FLOOD, '12')] })
    const second = report('b', moved, { mentions: [number(moved, '12')] })
    expect(relateArticles(first, second)?.changes).toEqual([])
  })

  it('tells a credit that the copy leaves out', () => {
    const first = report('a', FLOOD)
    const credited = {
      ...first,
      article: { ...first.article, credits: [{ text: FLOOD.slice(0, 4), span: [0, 4] as const }] },
    }
    expect(relateArticles(credited, report('b', FLOOD))?.changes).toEqual([
      { kind: 'credit', spans: [[0, 4], null], texts: ['غمرت', null] },
    ])
  })
})

describe('properties', () => {
  const edit = fc.record({ at: fc.nat({ max: 75 }), what: fc.constantFrom('drop', 'double', 'other') })
  const apply = (words: readonly string[], { at, what }: { at: number; what: string }) => {
    if (what === 'drop') return words.filter((_, i) => i !== at)
    return words.flatMap((word, i) => (i !== at ? [word] : what === 'double' ? [word, word] : ['زمرد']))
  }
  const edited = fc
    .array(edit, { maxLength: 20 })
    .map(edits => edits.reduce(apply, FLOOD.split(' ')).join(' '))

  it('a copy with twenty random edits is found, and its spans slice both texts', () => {
    fc.assert(
      fc.property(edited, text => {
        const reuse = relateArticles(report('a', `${SPORT}\n${FLOOD}`), report('b', `${text}\n${MARKET}`))
        expect(reuse).not.toBeNull()
        expect(reuse?.shares[0]).toBeGreaterThan(0.25)
        for (const { spans } of reuse?.passages ?? []) {
          expect(`${SPORT}\n${FLOOD}`.slice(...spans[0])).toMatch(/^\S[\s\S]*\S$/)
          expect(`${text}\n${MARKET}`.slice(...spans[1])).toMatch(/^\S[\s\S]*\S$/)
        }
      }),
      { numRuns: 50 },
    )
  })

  it('is the same from both sides', () => {
    fc.assert(
      fc.property(edited, text => {
        const [one, other] = [report('a', `${FLOOD}\n${SPORT}`), report('b', `${MARKET}\n${text}`)]
        expect(relateArticles(one, other)).toEqual(relateArticles(other, one))
      }),
      { numRuns: 50 },
    )
  })

  it('is the same for a corpus in any order, with articles twice', () => {
    const corpus = [
      report('a', FLOOD),
      report('b', `${MARKET}\n${FLOOD}`),
      report('c', MARKET),
      report('d', SPORT),
      report('e', `${SPORT}\n${MARKET}`),
    ]
    const expected = relateCorpus(corpus)
    expect(expected.map(({ articles }) => articles.join(' '))).toEqual(['a b', 'b c', 'b e', 'c e', 'd e'])
    fc.assert(
      fc.property(fc.shuffledSubarray([...corpus, ...corpus], { minLength: 10 }), shuffled => {
        expect(relateCorpus(shuffled)).toEqual(expected)
      }),
      { numRuns: 20 },
    )
  })
})

describe('relateCorpus', () => {
  const FOOTER =
    'للاشتراك في النشرة البريدية لموقع صدى الصفصاف أرسلوا رسالة إلى هيئة التحرير مع ذكر المدينة والمهنة وسنة الاشتراك الأولى ورقم البطاقة'
  /** Forty words that no other page has: its number is written into each. */
  const pageWords = (page: number) =>
    Array.from({ length: 40 }, (_, i) => `مس${'ابتثجحخد'[page]}${'شصضطظعغف'[i % 8]}ار${'قكلمن'[i % 5]}`).join(
      ' ',
    )

  it('does not take what an outlet repeats on its pages for reuse', () => {
    const pages = Array.from({ length: 8 }, (_, i) => {
      return report(`p${i}`, `${pageWords(i)}\n${FOOTER}`, { outlet: 'willow' })
    })
    expect(relateCorpus(pages.slice(0, 3)).length).toBeGreaterThan(0)
    expect(relateCorpus(pages)).toEqual([])
  })

  it('finds copies of one report however often one outlet has it', () => {
    const pages = Array.from({ length: 8 }, (_, i) => report(`p${i}`, FLOOD, { outlet: 'willow' }))
    expect(relateCorpus(pages)).toHaveLength(28)
  })
})
