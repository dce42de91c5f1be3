import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Span } from '../model.ts'
import { findQuote, quoteSpan } from './quote.ts'
import { bindReview, findStanding, findState, type ReviewDraft, type ReviewEntry } from './review.ts'
import { BEFORE_FIRST, linkReview, targetKey, verifyLog, writeCanonical, writeReview } from './reviewLog.ts'

const AT = '2026-01-01T00:00:00.000Z'

function draft(more: Partial<ReviewDraft> = {}): ReviewDraft {
  return {
    article: 'a'.repeat(64),
    quote: { exact: 'دخلت القوات البلدة', prefix: 'قال شاهد: ', suffix: ' أمس' },
    type: 'capture',
    verdict: 'accept',
    reader: 'نور',
    reason: '',
    change: null,
    claim: 'c1',
    lexicon: 'v1',
    ...more,
  }
}

function logOf(drafts: readonly ReviewDraft[]): ReviewEntry[] {
  const entries: ReviewEntry[] = []
  for (const one of drafts) {
    const head = { entries: entries.length, head: entries.at(-1)?.hash ?? BEFORE_FIRST }
    entries.push(linkReview(one, head, AT))
  }
  return entries
}

const drafts = fc.array(
  fc
    .record({
      reader: fc.string(),
      reason: fc.string({ unit: 'binary' }),
      verdict: fc.constantFrom('accept', 'correct', 'reject', 'withdraw'),
      claim: fc.string(),
    })
    .map(more => draft(more)),
  { minLength: 1, maxLength: 8 },
)

describe('the log', () => {
  it('fits together as it was written, and its head stands for it', () => {
    fc.assert(
      fc.property(drafts, many => {
        const entries = logOf(many)
        const verified = verifyLog(entries.map(writeReview), 'log')
        expect(verified).toEqual({ ok: true, value: { entries: many.length, head: entries.at(-1)?.hash } })
      }),
    )
  })

  it('does not fit where a line was changed, taken out, put twice or moved; the line is named', () => {
    fc.assert(
      fc.property(drafts, fc.nat(), fc.constantFrom('change', 'drop', 'twice', 'swap'), (many, at, how) => {
        const lines = logOf(many).map(writeReview)
        const i = at % lines.length
        const line = lines[i] ?? ''
        const broken = {
          change: lines.with(i, line.replace('"lexicon":"v1"', '"lexicon":"v2"')),
          drop: lines.toSpliced(i, 1),
          twice: lines.toSpliced(i, 0, line),
          swap: lines.toSpliced(i, 2, ...lines.slice(i, i + 2).reverse()),
        }[how]
        const isTail = i === lines.length - 1 && (how === 'drop' || how === 'swap')
        const verified = verifyLog(broken, 'log')
        expect(verified.ok).toBe(isTail)
        const first = how === 'twice' ? i + 2 : i + 1
        if (!verified.ok) expect(verified.problem.values.line).toBe(first)
      }),
    )
  })

  it('says what does not fit', () => {
    const lines = logOf([draft(), draft({ reader: 'سامي' }), draft({ verdict: 'reject' })]).map(writeReview)
    const code = (broken: string[]) => {
      const verified = verifyLog(broken, 'log')
      return verified.ok ? null : [verified.problem.code, verified.problem.values.line]
    }
    const forged = linkReview(draft({ reason: 'x' }), { entries: 1, head: BEFORE_FIRST }, AT)
    expect(code(lines.with(1, '{'))).toEqual(['log-line-unreadable', 2])
    expect(code(lines.with(1, `${lines[1]} `))).toEqual(['log-line-unreadable', 2])
    expect(code(lines.with(1, (lines[1] ?? '').replace('{', '{"at":"x",')))).toEqual([
      'log-line-unreadable',
      2,
    ])
    expect(code(lines.with(1, (lines[1] ?? '').replace('v1', 'v2')))).toEqual(['log-entry-changed', 2])
    expect(code(lines.slice(1))).toEqual(['log-entry-moved', 1])
    expect(code(lines.with(1, writeReview(forged)))).toEqual(['log-link-broken', 2])
    expect(code([])).toBeNull()
  })

  it('is hashed over canonical JSON, so that any tool can do it again', () => {
    const [entry] = logOf([draft()])
    const { hash, ...unsigned } = entry as ReviewEntry
    const sorted = JSON.stringify(unsigned, Object.keys(unsigned).concat('exact', 'prefix', 'suffix').sort())
    expect(createHash('sha256').update(sorted).digest('hex')).toBe(hash)
    expect(writeCanonical({ b: [1, null, { d: undefined, c: 'ع' }], a: true })).toBe(
      '{"a":true,"b":[1,null,{"c":"ع"}]}',
    )
  })
})

describe('a quote', () => {
  it('is found again after text was put before it', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.tuple(fc.nat(), fc.nat()),
        fc.string(),
        (text, [a, b], before) => {
          const start = a % text.length
          const span: Span = [start, start + 1 + (b % (text.length - start))]
          const found = findQuote(before + text, quoteSpan(text, span))
          expect(found).not.toBeNull()
          expect((before + text).slice(...(found as Span))).toBe(text.slice(...span))
        },
      ),
    )
  })

  it('is told from its like by the words round it', () => {
    const text = 'سقط قتيل في القرية. ثم سقط قتيل في المدينة.'
    const second: Span = [text.lastIndexOf('سقط قتيل'), text.lastIndexOf('سقط قتيل') + 8]
    expect(findQuote(text, quoteSpan(text, second))).toEqual(second)
    expect(findQuote(`سقط قتيل في السوق. ${text}`, quoteSpan(text, second))).toEqual([
      second[0] + 19,
      second[1] + 19,
    ])
    expect(findQuote('لا شيء', quoteSpan(text, second))).toBeNull()
  })
})

describe('a review', () => {
  const text = 'قال شاهد: دخلت القوات البلدة أمس. وقُتل ثلاثة.'
  const span: Span = [10, 28]
  const claims = [
    { id: 'x', type: 'clash', span },
    { id: 'y', type: 'capture', span },
    { id: 'z', type: 'casualties', span: [34, 45] },
  ] as const
  const target = { quote: quoteSpan(text, span), type: 'capture' } as const

  it('holds to the same words and type, whatever the number and order of claims', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...claims], { minLength: 3 }), shuffled => {
        expect(bindReview(target, text, shuffled)).toEqual({ claim: claims[1], words: 'same' })
      }),
    )
  })

  it('holds to a claim that is read a little longer, not to one that is not', () => {
    const longer = { type: 'capture', span: [10, 32] } as const
    expect(bindReview(target, text, [longer])).toEqual({ claim: longer, words: 'near' })
    expect(bindReview(target, text, [{ type: 'capture', span: [26, 45] }])).toBeNull()
    expect(bindReview(target, text, [claims[0]])).toBeNull()
    expect(bindReview(target, 'نص آخر', claims)).toBeNull()
  })

  it('stands as the last word of each reader, until it is withdrawn', () => {
    const entries = logOf([
      draft({ reader: 'نور' }),
      draft({ reader: 'سامي', verdict: 'reject' }),
      draft({ reader: 'نور', verdict: 'reject' }),
      draft({ reader: 'سامي', verdict: 'withdraw' }),
    ])
    const state = (count: number) => findState(findStanding(entries.slice(0, count)))
    expect([0, 1, 2, 3, 4].map(state)).toEqual(['open', 'accepted', 'differ', 'rejected', 'rejected'])
    expect(findStanding(entries).map(({ n }) => n)).toEqual([3])
  })

  it('differs where two correct otherwise; order of names is no difference', () => {
    const correct = (reader: string, agent: string[]) =>
      draft({ reader, verdict: 'correct', change: { agent, time: null } })
    const state = (a: string[], b: string[]) =>
      findState(findStanding(logOf([correct('a', a), correct('b', b)])))
    expect(state(['x', 'y'], ['y', 'x'])).toBe('corrected')
    expect(state(['x'], ['y'])).toBe('differ')
  })

  it('has a key of its target alone', () => {
    expect(targetKey(draft())).toBe(targetKey(draft({ reader: 'b', claim: 'c9', lexicon: 'v2' })))
    expect(targetKey(draft())).not.toBe(targetKey(draft({ type: 'clash' })))
  })
})
